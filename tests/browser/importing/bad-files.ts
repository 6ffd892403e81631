/** Files that are damaged, or are not what they seem; made in the page, as some are large. */

const MEGABYTE = 2 ** 20;

export const HEADER = {
  format: 'backgrounder/1',
  id: 'news',
  title: { en: 'News' },
  version: '1',
  asOf: '2024-01-01',
  languages: ['en'],
  licence: 'CC0-1.0',
  publisher: 'Test',
};

const SOURCE = {
  id: 's',
  title: 'S',
  publisher: 'P',
  url: 'https://s.example/',
  published: '2024',
};
const PREDICATE = { id: 'P1', label: { en: 'knows' } };

function header(more: object = {}): string {
  return JSON.stringify({ pack: { ...HEADER, ...more } });
}

function entity(id: string, text = `Name of ${id}`, more: object = {}): string {
  return JSON.stringify({ entity: { id, kind: 'person', names: [{ text }], ...more } });
}

function fact(id: string, subject: string, more: object = {}): string {
  const core = { id, subject, predicate: 'P1', sources: ['s'] };
  return JSON.stringify({ fact: { ...core, ...more } });
}

/** A pack with a source, a predicate and two people, and some lines more. */
function pack(lines: readonly string[] = []): string[] {
  return [
    header(),
    JSON.stringify({ source: SOURCE }),
    JSON.stringify({ predicate: PREDICATE }),
    entity('a'),
    entity('b'),
  ].concat(lines);
}

function bytesOf(lines: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Response(lines.map((line) => `${line}\n`).join('')).bytes();
}

async function gzipped(lines: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([await bytesOf(lines)]).stream();
  return new Response(stream.pipeThrough(new CompressionStream('gzip'))).bytes();
}

function manyFacts(count: number): string[] {
  return Array.from({ length: count }, (_, at) => fact(`f${at}`, 'a', { object: 'b' }));
}

const FILES = {
  'a truncated gzip': async () => {
    const bytes = await gzipped(pack(manyFacts(20_000)));
    return [bytes.slice(0, bytes.length - 200)];
  },
  'a gzip with garbage after it': async () => [await gzipped(pack()), 'garbage'],
  'invalid UTF-8': async () => [
    await bytesOf(pack(manyFacts(20_000))),
    Uint8Array.of(0xff, 0xc0, 0x0a),
  ],
  'a zip': async () => ['PK\x03\x04\x14\0\x06\0', await gzipped(pack())],
  'a web page': async () => ['<!doctype html><title>502 Bad Gateway</title>'],
  'a backup': async () => ['{"backup":{"format":"backgrounder-backup/1"}}\n{"settings":{}}\n'],
  'an empty file': async () => [],
  'an empty gzip': async () => [await gzipped([])],
  'a header only': async () => [header()],
  'no header': async () => pack().slice(1).join('\n'),
  'version 2': async () => [header({ format: 'backgrounder/2' }), '\n', entity('a')],
  'a header with 1 MB where no text belongs': async () => [header({ title: 'x'.repeat(MEGABYTE) })],
  'a table without names': async () => ['title,kind\nAnn,person\n'],
  "another publisher's id": async () => [header({ publisher: 'Another' }), '\n', entity('a')],
  'a reserved id': async () => [header({ id: 'own' }), '\n', entity('a')],
  'one line of 100 MB': async () => Array.from({ length: 100 }, () => 'x'.repeat(MEGABYTE)),
  'a line of 100 MB in the middle': async () => [
    await bytesOf(pack()),
    ...Array.from({ length: 100 }, () => 'x'.repeat(MEGABYTE)),
    `\n${entity('c')}\n`,
  ],
  '200,000 facts on one entity': async () => [await bytesOf(pack(manyFacts(200_000)))],
  circles: async () => [
    await bytesOf(
      pack([
        fact('f1', 'a', { object: 'b' }),
        fact('f2', 'b', { object: 'a' }),
        fact('f3', 'a', { object: 'a', place: 'a' }),
      ]),
    ),
  ],
  'what is not there': async () => [
    await bytesOf(
      pack([
        fact('f1', 'a', { object: 'nobody' }),
        fact('f2', 'a', { object: 'b', sources: ['none'] }),
        fact('f3', 'a', { object: 'b', predicate: 'P2' }),
      ]),
    ),
  ],
  'ids that stand twice': async () => [
    await bytesOf(
      pack([
        entity('a', 'Another'),
        JSON.stringify({ source: SOURCE }),
        fact('f1', 'a', { object: 'b' }),
        fact('f1', 'b', { object: 'a' }),
        header(),
      ]),
    ),
  ],
  'the year 99999': async () => [
    await bytesOf(
      pack([
        fact('f1', 'a', { object: 'b', start: '99999' }),
        fact('f2', 'a', { object: 'b', start: '99999-01-01' }),
        fact('f3', 'a', { value: { date: '99999' } }),
        fact('f4', 'a', { object: 'b', start: '2024' }),
      ]),
    ),
  ],
  'names with controls': async () => [
    await bytesOf(
      pack([entity('c', 'Ann\u202Egro.live'), entity('d', 'A\u0000B'), entity('e', 'É')]),
    ),
  ],
  'a name of 5 MB with a control': async () => [
    await bytesOf(pack([entity('c', `${'x'.repeat(5 * MEGABYTE)}\u0007`)])),
  ],
  'names of prototypes': async () => [
    await bytesOf(
      pack([
        entity('__proto__', 'Proto'),
        entity('constructor', 'Constructor'),
        fact('toString', '__proto__', { object: 'constructor' }),
        '{"entity":{"id":"c","kind":"person","names":[{"text":"C","lang":"__proto__"}]}}',
        '{"entity":{"id":"d","kind":"person","names":[{"text":"D"}],"summary":{"__proto__":"x"},"links":{"__proto__":"https://x.example/","constructor":"https://y.example/"}}}',
        '{"__proto__":{"id":"e"}}',
        '{"entity":{"id":"f","kind":"person","names":[{"text":"F"}],"__proto__":{"prominence":1}}}',
      ]),
    ),
  ],
} as const satisfies Record<string, () => Promise<BlobPart[] | string>>;
export type BadFile = keyof typeof FILES;

export async function badFile(what: BadFile): Promise<File> {
  const parts = await FILES[what]();
  return new File(typeof parts === 'string' ? [parts] : parts, 'news.ndjson');
}
