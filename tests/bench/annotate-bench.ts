import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { textTable } from '../../cli/text-table.ts';
import type { BuiltInPack } from './built-in-pack.ts';
import { syntheticNews } from './synthetic-news.ts';

const SCRIPT = path.resolve(import.meta.dirname, '../../cli/annotate.ts');

/** UTF-16 code units of the text that documents are cut from. */
const MATERIAL = 2_000_000;
/** An article of some 2,500 code units. */
const PARAGRAPHS = 6;
/** A page is some hundred times as dear as its text, so there are fewer. */
const TEXTS_FOR_A_PAGE = 20;
/** How often the memory of the command is looked at. */
const LOOK_MS = 100;
/** Shares of the documents that count as the beginning and as the end. */
const EARLY = 0.25;
const LATE = 0.75;

interface Measured {
  readonly documents: number;
  readonly megabytes: number;
  readonly mentions: number;
  readonly seconds: number;
  /** Greatest resident memory in MB, among the first and the last quarter of the documents. */
  readonly early: number;
  readonly late: number;
}

/**
 * Throughput and memory of `npm run annotate` with the built-in pack, on texts
 * and on saved pages with invented sentences. Memory must not grow with the input.
 *
 * @param documents - how many texts; there is a page for every 20 of them
 */
export async function annotateBench(pack: BuiltInPack, documents = 10_000): Promise<string> {
  const names = pack.entities.flatMap(({ names }) => names.map(({ text }) => text));
  const articles = articlesWith(names);
  const folder = await mkdtemp(path.join(tmpdir(), 'backgrounder-annotate-bench-'));
  try {
    const pages = await writePages(articles, folder, Math.ceil(documents / TEXTS_FOR_A_PAGE));
    const rows: [string, Measured][] = [
      ['texts', await measure(documents, (at) => textLine(articles, at))],
      ['saved pages', await measure(pages.length, (at) => pages[at] ?? '')],
    ];
    return textTable(
      [
        { title: 'what' },
        { title: 'documents', align: 'right' },
        { title: 'MB', align: 'right' },
        { title: 'mentions', align: 'right' },
        { title: 'documents/s', align: 'right' },
        { title: 'MB/s', align: 'right' },
        { title: 'most memory, first quarter', align: 'right' },
        { title: 'last quarter', align: 'right' },
      ],
      rows.map(([what, found]) => [
        what,
        found.documents.toLocaleString('en'),
        found.megabytes.toFixed(1),
        found.mentions.toLocaleString('en'),
        (found.documents / found.seconds).toFixed(0),
        (found.megabytes / found.seconds).toFixed(2),
        `${found.early.toFixed(0)} MB`,
        `${found.late.toFixed(0)} MB`,
      ]),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function articlesWith(names: readonly string[]): string[][] {
  const { paragraphs } = syntheticNews(names, MATERIAL);
  return paragraphs.map((_, at) =>
    Array.from(
      { length: PARAGRAPHS },
      (_, offset) => paragraphs[(at + offset) % paragraphs.length] ?? '',
    ),
  );
}

function textLine(articles: readonly (readonly string[])[], at: number): string {
  const text = articles[at % articles.length]?.join('\n\n') ?? '';
  return JSON.stringify({ id: at, text, date: '2024-11-15', lang: 'en' });
}

/** @returns the input's lines for pages written to the folder */
async function writePages(
  articles: readonly (readonly string[])[],
  folder: string,
  count: number,
): Promise<string[]> {
  const lines: string[] = [];
  for (let at = 0; at < count; at++) {
    const html = path.join(folder, `${at}.html`);
    await writeFile(html, pageOf(articles[at % articles.length] ?? []));
    lines.push(JSON.stringify({ id: at, html, url: 'https://news.example/2024/11/15/story' }));
  }
  return lines;
}

/** A page with what most pages have: a style sheet with rules for phones, a menu, and its day. */
function pageOf(article: readonly string[]): string {
  const rules = Array.from(
    { length: 200 },
    (_, at) =>
      `.c${at} .d > p { display: flex } @media (max-width: ${at}px) { .c${at} { float: left } }`,
  );
  const menu = Array.from(
    { length: 100 },
    (_, at) => `<li class="c${at}"><a href="/${at}">Page</a>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${rules.join('\n')}</style>
<meta property="article:published_time" content="2024-11-15"><nav><ul>${menu.join('')}</ul></nav>
<article class="c7"><h1>Story</h1>${article.map((text) => `<p class="d">${text.replaceAll('<', '&lt;')}</p>`).join('\n')}</article>`;
}

/** Runs the command on so many lines, given one by one as it takes them. */
async function measure(documents: number, lineOf: (at: number) => string): Promise<Measured> {
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), SCRIPT, '--packs', 'builtin'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const tally = { answered: 0, mentions: 0, bytes: 0, early: 0, late: 0 };
  const answers = (async () => {
    for await (const line of createInterface(child.stdout)) {
      tally.answered++;
      const { text, mentions } = JSON.parse(line) as { text?: string; mentions: unknown[] };
      tally.mentions += mentions.length;
      tally.bytes += Buffer.byteLength(text ?? '');
    }
  })();
  const looking = setInterval(async () => {
    const memory = await residentMegabytes(child);
    const share = tally.answered / documents;
    if (share > 0 && share <= EARLY) tally.early = Math.max(tally.early, memory);
    if (share >= LATE) tally.late = Math.max(tally.late, memory);
  }, LOOK_MS);
  const start = performance.now();
  try {
    const input = function* () {
      for (let at = 0; at < documents; at++) {
        const line = `${lineOf(at)}\n`;
        if (!line.includes('"html"')) tally.bytes += Buffer.byteLength(line);
        yield line;
      }
    };
    await Promise.all([
      pipeline(Readable.from(input()), child.stdin),
      answers,
      once(child, 'exit'),
    ]);
  } finally {
    clearInterval(looking);
    child.kill();
  }
  if (child.exitCode !== 0 || tally.answered !== documents)
    throw new Error(`annotate answered ${tally.answered} of ${documents}: ${child.exitCode}`);
  const { mentions, early, late } = tally;
  const seconds = (performance.now() - start) / 1_000;
  return { documents, megabytes: tally.bytes / 1e6, mentions, seconds, early, late };
}

async function residentMegabytes({ pid }: ChildProcess): Promise<number> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
    return (Number(stdout) * 1_024) / 1e6;
  } catch {
    // It has just ended.
    return 0;
  }
}
