/**
 * `npm start`: builds the extension and shows an article with it, in a window
 * that stays open, or without a display as a table and screenshots.
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ArticleServer } from './article-server.ts';
import { serveArticles } from './article-server.ts';
import type { TouredMention } from './article-tour.ts';
import { takePictures, tourMentions } from './article-tour.ts';
import { findBrowser } from './browsers.mjs';
import { buildExtension } from './build-extension.ts';
import { takeCardPictures } from './card-pictures.ts';
import { type ExtensionSession, ownErrors } from './extension-session.ts';
import { BrowserMissing, ensureBrowsers } from './install-browsers.mjs';
import { launchWithExtension } from './launch.ts';
import type { Shown } from './start-options.ts';
import { readStartOptions, START_USAGE, UsageError } from './start-options.ts';
import { readTextArticle, renderArticlePage } from './text-article.ts';
import { textTable } from './text-table.ts';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const PICTURES = path.resolve(HERE, '..', 'out', 'screenshots');

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError || error instanceof BrowserMissing)) throw error;
  console.error(error.message);
  if (error instanceof UsageError) console.error(`\n${START_USAGE}`);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  // npm changes to the package's folder; paths are meant from where it was called.
  const options = readStartOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  if (options.help) {
    console.log(START_USAGE);
    return 0;
  }
  const browser = options.browser ?? (findBrowser('chromium') ? 'chromium' : 'firefox');
  ensureBrowsers([browser], 'all');
  const headless = options.headless || !hasDisplay();
  const served = await serve(options.shown);
  try {
    console.log('Building the extension …');
    const extensionDir = await buildExtension(browser);
    const session = await launchWithExtension({ browser, extensionDir, headless });
    try {
      return await (headless ? report : browse)(session, served.url);
    } finally {
      await session.close();
    }
  } finally {
    await served.server?.close();
  }
}

/** Shows the article until the reader closes the browser. */
async function browse(session: ExtensionSession, url: string): Promise<number> {
  const [first] = await session.browser.pages();
  const page = first ?? (await session.newPage());
  const closed = new Promise<void>((resolve) => session.browser.once('disconnected', resolve));
  await page.goto(url);
  console.log(`${url}\nPoint at an underlined name. Close the browser to end.`);
  await closed;
  return 0;
}

/** Prints what the extension found, and takes pictures. */
async function report(session: ExtensionSession, url: string): Promise<number> {
  const page = await session.newPage();
  await page.goto(url);
  console.log('Taking pictures …');
  const pictures = await takePictures(session, page, PICTURES);
  const mentions = await tourMentions(session, page);
  const suffix = session.kind === 'firefox' ? '-firefox' : '';
  const cards = await takeCardPictures(page, mentions, PICTURES, suffix);
  if (mentions.length > 0) printMentions(mentions);
  const problems = await ownErrors(session);
  for (const text of new Set(problems.map((problem) => problem.text.trim())))
    console.error(`The extension reported an error: ${text}`);
  console.log(`\nPictures:\n${[...pictures, ...cards].map((file) => `  ${file}`).join('\n')}`);
  if (mentions.length === 0) {
    console.error('\nNothing was highlighted: no known name is on the page, or it is not read.');
    return 1;
  }
  return mentions.every(({ entity }) => entity !== undefined) ? 0 : 1;
}

function printMentions(mentions: readonly TouredMention[]): void {
  const rows = mentions.map(({ text, count, entity, card }) => [
    text,
    String(count),
    entity ?? 'no card opened',
    card?.kind ?? '',
    card ? String(card.factCount) : '',
    headline(card),
  ]);
  const table = textTable(
    [
      { title: 'Name', width: 24 },
      { title: 'Times', align: 'right' },
      { title: 'Card', width: 24 },
      { title: 'Kind' },
      { title: 'Facts', align: 'right' },
      { title: 'What the card says first', width: Math.max(32, terminalWidth() - 83) },
    ],
    rows,
  );
  console.log(`\n${table}`);
  const times = mentions.reduce((sum, { count }) => sum + count, 0);
  const entities = new Set(mentions.flatMap(({ entity }) => entity ?? [])).size;
  console.log(`\n${times} mentions of ${entities} people, places and things.`);
}

/** A card's first line: the role on the article's day, or the summary. */
function headline(card: TouredMention['card']): string {
  const [role] = card?.rolesThen ?? [];
  if (!role) return card?.summary?.text ?? '';
  const words = role.parts.map(({ text }) => text).join('');
  return role.date ? `${words}, ${role.date}` : words;
}

/** A pipe has no width, and a table for a file may be as wide as a wide terminal. */
function terminalWidth(): number {
  return process.stdout.columns ?? 132;
}

async function serve(shown: Shown): Promise<{ url: string; server?: ArticleServer }> {
  switch (shown.kind) {
    case 'address':
      return { url: shown.url };
    case 'text': {
      const page = renderArticlePage(readTextArticle(await read(shown.file)));
      const server = await serveArticles({ pages: { '/': page } });
      return { url: server.url, server };
    }
    case 'html':
    case 'demo': {
      const file = shown.kind === 'demo' ? path.join(HERE, 'demo', 'article.html') : shown.file;
      const name = path.basename(file);
      const server = await serveArticles({
        pages: { [`/${encodeURIComponent(name)}`]: await read(file) },
        folder: path.dirname(file),
      });
      return { url: `${server.url}${encodeURIComponent(name)}`, server };
    }
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
