import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { packLines } from '../facts/small-pack.ts';
import { type Output, runAnnotate, startAnnotate } from './annotate-process.ts';

/** A process that compiles TypeScript and may load a DOM needs seconds on a busy machine. */
const TIMEOUT = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'backgrounder-annotate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PACK = join(folder, 'small.ndjson');
writeFileSync(PACK, packLines().join('\n'));
// Gzipped, whatever its name says.
const GZIPPED = join(folder, 'small.bin');
writeFileSync(GZIPPED, gzipSync(packLines().join('\n')));

const json = (value: unknown) => JSON.stringify(value);
const found = ({ mentions }: Output) => mentions.map(({ text, entity }) => `${text} ${entity}`);

describe('npm run annotate, on texts', () => {
  it('finds names where they stand, in the order of the input', { timeout: TIMEOUT }, async () => {
    const long = `${'Nothing happened for a long while. '.repeat(4_000)}Then Rufus Firefly came.`;
    const text = '😀 Rufus Firefly left.\r\n\r\nIn 𝒜 Firefly spoke.';
    const { status, lines, stderr } = await runAnnotate(
      ['--pack', GZIPPED],
      [
        `\uFEFF${json({ id: 'long', text: long, date: '2024-11-15', lang: 'en', title: 'Other' })}`,
        '',
        `  ${json({ id: 7, text })}`,
        json({ id: 'none', text: 'Nobody was there.' }),
        json({ id: 'apart', text: 'Rufus\nFirefly' }),
        // The last line has no end.
        json({ id: 'last', text: 'Rufus Firefly' }),
      ].join('\r\n'),
      folder,
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(lines.map(({ id }) => id)).toEqual(['long', 7, 'none', 'apart', 'last']);

    expect(lines.map((line) => found(line))).toEqual([
      ['Rufus Firefly Q1'],
      ['Rufus Firefly Q1', 'Firefly Q1'],
      [],
      ['Firefly Q1'],
      ['Rufus Firefly Q1'],
    ]);
    expect(lines[0]?.mentions[0]?.start).toBe(long.indexOf('Rufus'));
    expect(lines[1]).toEqual({
      id: 7,
      mentions: [
        expect.objectContaining({ start: 3, end: 16, text: 'Rufus Firefly', entity: 'Q1' }),
        expect.objectContaining({ start: text.lastIndexOf('Firefly'), text: 'Firefly' }),
      ],
    });
    const [mention] = lines[1]?.mentions ?? [];
    expect(Object.keys(mention ?? {})).toEqual([
      'start',
      'end',
      'text',
      'entity',
      'score',
      'reasons',
    ]);
    expect(mention?.score).toBeGreaterThan(0.5);
    expect(mention?.reasons).toContain('full-name');
  });

  it('names bad lines, skips them and says so', { timeout: TIMEOUT }, async () => {
    const { status, lines, stderr } = await runAnnotate(
      ['--pack', PACK],
      [
        'Rufus Firefly',
        json({ id: 'a', text: 'Rufus Firefly' }),
        json({ text: 'Rufus Firefly' }),
        json({ id: 1, text: 'x', date: '2024-02-30' }),
        json({ id: 1, text: 'x', html: 'y' }),
        json({ id: 1 }),
        json(['id', 'text']),
        json({ id: 1, html: 'absent.html' }),
        json({ id: 1, html: '.' }),
        json({ id: 'b', text: 'Rufus Firefly' }),
        '\u001B[31m',
      ].join('\n'),
      folder,
    );
    expect(lines.map(({ id }) => id)).toEqual(['a', 'b']);
    const told = stderr.split('\n').filter((line) => !line.startsWith('    → '));
    expect(told).toEqual([
      expect.stringMatching(/^line 1: is not JSON/),
      expect.stringMatching(/^line 3: "id": /),
      expect.stringMatching(/^line 4: "date": .*2024-11-15/),
      'line 5: has both "text" and "html"',
      'line 6: has neither "text" nor "html"',
      'line 7: has neither "text" nor "html"',
      expect.stringMatching(/^line 8: the page ".*absent\.html" cannot be read \(ENOENT/),
      expect.stringMatching(/^line 9: the page .*it is no file/),
      expect.stringMatching(/^line 11: is not JSON \(\P{Cc}*\)$/u),
      '9 of 11 lines were skipped.',
      '',
    ]);
    expect(stderr.match(/^ {4}→ \S/gm)).toHaveLength(9);
    expect(status).toBe(1);
  });

  it('links above a threshold only', { timeout: TIMEOUT }, async () => {
    const input = json({ id: 1, text: 'Rufus Firefly' });
    const { status, lines } = await runAnnotate(
      ['--pack', PACK, '--threshold', '1'],
      input,
      folder,
    );
    expect(status).toBe(0);
    expect(lines).toEqual([{ id: 1, mentions: [] }]);
  });

  it('answers each line before the next, and ends when nobody reads', {
    timeout: TIMEOUT,
  }, async () => {
    const child = startAnnotate(['--pack', PACK], folder);
    child.stdin.on('error', () => {});
    const answers = createInterface(child.stdout);
    child.stdin.write(`${json({ id: 1, text: 'Firefly' })}\n`);
    expect(await once(answers, 'line')).toEqual([expect.stringMatching(/^\{"id":1,/)]);
    child.stdout.destroy();
    const feeding = setInterval(() => child.stdin.write(`${json({ id: 2, text: '' })}\n`), 5);
    const [status] = await once(child, 'exit');
    clearInterval(feeding);
    expect(status).toBe(0);
  });
});

describe('npm run annotate, on saved pages', () => {
  const page = (head: string, body: string) =>
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
  mkdirSync(join(folder, 'saved'));
  writeFileSync(
    join(folder, 'saved/article.html'),
    page(
      `<style>.x { display: none } @media print { p { display: none } }</style>
       <script type="application/ld+json">${json({ '@type': 'NewsArticle', datePublished: '2024-11-15T23:00:00-05:00' })}</script>`,
      `<p>One <b>Rufus</b> Firefly.</p><p class="x">Trentino hides.</p>
       <p hidden>Trentino hides.</p><div>In <span>Freedonia</span></div>`,
    ),
  );
  // "Руфус 1" in windows-1251, said in a meta element.
  writeFileSync(
    join(folder, 'saved/cyrillic.html'),
    Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><p>'),
      Buffer.from([0xd0, 0xf3, 0xf4, 0xf3, 0xf1, 0x20, 0x31]),
    ]),
  );
  writeFileSync(
    join(folder, 'saved/utf16.html'),
    Buffer.from('\uFEFF<meta charset="utf-8"><p>Руфус 2', 'utf16le'),
  );
  // Converted when it was saved, and not told so.
  writeFileSync(join(folder, 'saved/converted.html'), '<meta charset="gb2312"><p>Руфус 3');
  writeFileSync(join(folder, 'saved/plain.html'), '<p>Rufus Firefly, “4”');

  it('reads what is seen, and finds the day', { timeout: TIMEOUT }, async () => {
    const { status, lines, stderr } = await runAnnotate(
      ['--pack', PACK],
      [
        json({ id: 'article', html: 'saved/article.html', url: 'https://x.example/2020/01/02/a' }),
        json({ id: 'dated', html: 'saved/article.html', date: '2021-01-01' }),
        ...['cyrillic', 'utf16', 'converted'].map((id) => json({ id, html: `saved/${id}.html` })),
        json({ id: 'url', html: 'saved/plain.html', url: 'https://x.example/2020/01/02/a' }),
      ].join('\n'),
      folder,
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const [article, dated, cyrillic, utf16, converted, url] = lines;
    expect(article?.text).toBe('One Rufus Firefly.\n\nIn Freedonia');
    expect(article?.published).toMatchObject({ date: '2024-11-15', method: 'json-ld' });
    expect(article?.published?.confidence).toBeGreaterThan(0.5);
    expect(article?.published?.confidence).toBeLessThan(1);
    expect(
      article?.mentions.map(({ start, end, entity }) => [article.text?.slice(start, end), entity]),
    ).toEqual([
      ['Rufus Firefly', 'Q1'],
      ['Freedonia', 'Q4'],
    ]);
    expect(Object.keys(dated ?? {})).toEqual(['id', 'text', 'mentions']);
    expect([cyrillic, utf16, converted].map((line) => line?.published)).toEqual([null, null, null]);
    expect([cyrillic, utf16, converted].map((line) => line?.text)).toEqual([
      'Руфус 1',
      'Руфус 2',
      'Руфус 3',
    ]);
    expect(url?.text).toBe('Rufus Firefly, “4”');
    expect(url?.published).toMatchObject({ date: '2020-01-02', method: 'url' });
  });
});

describe('npm run annotate, when it cannot work', () => {
  const BROKEN = join(folder, 'broken.ndjson');
  writeFileSync(
    BROKEN,
    packLines({ 1: '{"source":{}}', 2: '{', 3: '[]', 4: '1', 5: 'x', 6: '2' }).join('\n'),
  );

  it.each([
    ['no pack', [], /^No pack/],
    ['an unknown option', ['--pack', PACK, '--tasty'], /'--tasty'/],
    ['a file without option', [PACK], /Usage|argument/],
    ['other packs', ['--packs', 'all'], /--packs wants "builtin", not "all"/],
    ['a threshold that is none', ['--pack', PACK, '--threshold', 'high'], /--threshold wants/],
    ['a pack that is absent', ['--pack', 'absent.ndjson'], /absent\.ndjson: cannot be read/],
    ['a pack with problems', ['--pack', PACK, '--pack', BROKEN], /broken\.ndjson:2: source/],
  ])('refuses %s', { timeout: TIMEOUT }, async (_what, args, told) => {
    const { status, lines, stderr } = await runAnnotate(args, '{"id":1,"text":"x"}', folder);
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(lines).toEqual([]);
    expect(status).toBe(2);
    if (args.includes(BROKEN)) {
      expect(stderr.match(/^ {4}→ /gm)).toHaveLength(5);
      expect(stderr).toMatch(/: and \d+ more\n$/);
    }
  });
});

describe('npm run annotate, with the built-in packs', () => {
  it('knows whom they know', { timeout: TIMEOUT }, async () => {
    const input = json({ id: 1, text: 'Elon Musk met Iran’s ambassador.' });
    const { status, lines } = await runAnnotate(['--packs', 'builtin'], input, tmpdir());
    expect(status).toBe(0);
    expect(lines.map(found)).toEqual([['Elon Musk Q317521', 'Iran Q794']]);
  });
});
