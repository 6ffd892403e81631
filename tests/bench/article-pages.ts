/** The pages that are read: real ones where ../shared is there, else generated ones. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readTextArticle, renderArticlePage } from '../../cli/text-article.ts';
import type { BuiltInPack } from './built-in-pack.ts';
import { generatePage, TYPICAL, VERY_LONG } from './generated-page.ts';

/** Beside the project's folder; not part of it. */
const SHARED = path.resolve(import.meta.dirname, '../../../shared');

export interface BenchPage {
  readonly title: string;
  readonly html: string;
}

/** The seed article shown as a page, or a generated page. */
export function articlePage(pack: BuiltInPack): BenchPage {
  const file = path.join(SHARED, 'seed', 'article.txt');
  if (!existsSync(file)) {
    return {
      title: `a generated page (there is no ${file})`,
      html: generatePage(pack, TYPICAL).html,
    };
  }
  const html = renderArticlePage(readTextArticle(readFileSync(file, 'utf8')));
  return { title: 'the seed article', html };
}

/**
 * The largest pages of the corpus, largest first, inert; or a generated one. Not
 * all name somebody the built-in pack knows: who measures painting takes the
 * first on which there is something to paint.
 */
export function* largePages(pack: BuiltInPack): Generator<BenchPage> {
  const folder = path.join(SHARED, 'corpus', 'pages');
  if (!existsSync(folder)) {
    yield {
      title: `a very long generated page (there is no ${folder})`,
      html: generatePage(pack, VERY_LONG).html,
    };
    return;
  }
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ name, size: statSync(path.join(folder, name)).size }))
    .sort((a, b) => b.size - a.size);
  for (const { name, size } of files) {
    const html = inert(readFileSync(path.join(folder, name), 'utf8'));
    yield { title: `corpus page ${name}, ${Math.round(size / 1_000)} kB`, html };
  }
}

const POLICY =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">';

/** A page that runs nothing and fetches nothing; its own styles and text stay. */
function inert(html: string): string {
  const still = html.replace(/<meta[^>]+http-equiv=["']?refresh[^>]*>/gi, '');
  const doctype = /^\s*(?:<!doctype[^>]*>)?/i.exec(still)?.[0] ?? '';
  // The first meta opens the head, which comes before any script of the page.
  return `${doctype}${POLICY}${still.slice(doctype.length)}`;
}

/** Texts as news write them, for the linker: gold texts and the article, or generated ones. */
export function newsTexts(pack: BuiltInPack): { title: string; texts: readonly string[] } {
  const folder = path.join(SHARED, 'corpus', 'linking');
  const seed = path.join(SHARED, 'seed', 'article.txt');
  if (!existsSync(folder) || !existsSync(seed)) {
    return {
      title: `a very long generated page (there is no ${SHARED})`,
      texts: generatePage(pack, VERY_LONG).blocks,
    };
  }
  const gold = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map(textOf);
  const article = readTextArticle(readFileSync(seed, 'utf8')).blocks.map(({ text }) => text);
  return { title: 'the linking corpus and the seed article', texts: [...gold, ...article] };
}

function textOf(line: string): string {
  const json: unknown = JSON.parse(line);
  const isText = typeof json === 'object' && json !== null && 'text' in json;
  return isText && typeof json.text === 'string' ? json.text : '';
}
