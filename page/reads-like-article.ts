import {
  ARTICLE_WORDS,
  DECISION_STEPS,
  FRONT_PAGE_HEADLINES,
  LITTLE_PROSE_WORDS,
  UNMARKED_ARTICLE_WORDS,
} from './limits.ts';
import { readSegments, type Segment } from './segments.ts';
import { isArticleType, readJsonLd } from './structured-data.ts';

/**
 * What a page was taken for, and so why it is read or not.
 * - `article-markup`: structured data or og:type says article
 * - `article-prose`: an article's worth of prose in one place
 * - `front-page`: headlines that link within the site
 * - `application`: a password field or an editor
 * - `little-prose`: next to no sentences
 * - `no-article`: prose, but not an article's worth in one place
 */
export type Decision =
  | 'article-markup'
  | 'article-prose'
  | 'front-page'
  | 'application'
  | 'little-prose'
  | 'no-article';

export interface PageDecision {
  readonly reading: boolean;
  readonly decision: Decision;
}

/**
 * Decides whether a document reads like news or an article (ARCHITECTURE.md,
 * Where it works). Looks at a bounded part of it however large it is; throws nothing on
 * structured data that is broken.
 */
export function readsLikeArticle(document: Document): PageDecision {
  if (isApplication(document)) return { reading: false, decision: 'application' };
  const prose = measureProse(document);
  if (prose.words < LITTLE_PROSE_WORDS && prose.headlines < FRONT_PAGE_HEADLINES)
    return { reading: false, decision: 'little-prose' };
  const isFront = prose.headlines >= FRONT_PAGE_HEADLINES;
  if (prose.words >= LITTLE_PROSE_WORDS && saysArticle(document) && !(isFront && !prose.isArticle))
    return { reading: true, decision: 'article-markup' };
  if (prose.isArticle) return { reading: true, decision: 'article-prose' };
  if (isFront) return { reading: true, decision: 'front-page' };
  return { reading: false, decision: 'no-article' };
}

/** Elements looked at in one of the searches below: enough for any page people wrote. */
const MAX_LOOKED_AT = 400;

/** An editor over this share of the viewport is the page, not its comment box. */
const EDITOR_SHARE = 0.35;

function isApplication(document: Document): boolean {
  if (document.designMode === 'on') return true;
  for (const field of first(document.querySelectorAll('input[type="password" i]')))
    if (field.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
  if (
    document.querySelector(
      'html[role="application"],body[role="application"],body > [role="application"]',
    )
  )
    return true;
  const viewport = innerWidth * innerHeight;
  const editors = document.querySelectorAll(
    '[contenteditable]:not([contenteditable="false" i]),[role="application"],[role="textbox"],textarea',
  );
  for (const editor of first(editors)) {
    const { width, height } = editor.getBoundingClientRect();
    if (Math.min(width, innerWidth) * Math.min(height, innerHeight) > viewport * EDITOR_SHARE)
      return true;
  }
  return false;
}

function first(elements: NodeListOf<Element>): Element[] {
  return Array.prototype.slice.call(elements, 0, MAX_LOOKED_AT);
}

/** Teasers carry an article's markup too; a page with more of them is a list. */
const MAX_MARKED_ARTICLES = 2;

/** Whether the page's metadata says that it is one article. */
function saysArticle(document: Document): boolean {
  if (readJsonLd(document).some(({ types }) => types.some(isArticleType))) return true;
  const og = document.querySelector('meta[property="og:type" i],meta[name="og:type" i]');
  if (/^(?:article|news)\b/i.test(og?.getAttribute('content')?.trim() ?? '')) return true;
  const marked = first(document.querySelectorAll('[itemtype],[typeof]')).filter((element) =>
    `${element.getAttribute('itemtype') ?? ''} ${element.getAttribute('typeof') ?? ''}`
      .split(/\s+/)
      .some((type) => isArticleType(type.replace(/^.*[/:#]/, ''))),
  );
  return marked.length > 0 && marked.length <= MAX_MARKED_ARTICLES;
}

interface Prose {
  /** Words in sentences, anywhere. Counting ends when there is an article's worth. */
  words: number;
  isArticle: boolean;
  /** Counted when there is no article's worth of prose. */
  headlines: number;
}

/** Elements in which a page says its article stands. */
const MARKED = 'article,main,[role="main" i],[role="article" i],[itemprop~="articleBody" i]';

/** Shorter stretches are labels, captions and headlines, not prose. */
const PROSE_WORDS = 12;

function measureProse(document: Document): Prose {
  const prose: Prose = { words: 0, isArticle: false, headlines: 0 };
  if (!document.body) return prose;
  const sums: Sums = { words: new Map(), teasers: new Map() };
  let steps = 0;
  for (const segment of readSegments(document.body)) {
    if (!segment) {
      if (++steps > DECISION_STEPS) break;
      continue;
    }
    const words = proseWords(segment);
    prose.words += words;
    if (words > 0 && makesArticle(sums, segment.block, words)) {
      prose.isArticle = true;
      // Headlines would change nothing: 43 ms on a page of 5,000 links.
      return prose;
    }
  }
  prose.headlines = countHeadlines();
  return prose;
}

interface Sums {
  readonly words: Map<Element, number>;
  /** Whether an element holds a headline that links: asked once an element. */
  readonly teasers: Map<Element, boolean>;
}

/** Levels above a paragraph at which paragraphs meet: their parent, or each has a wrapper. */
const UNMARKED_LEVELS = 2;

/**
 * Adds a block's prose to the elements it stands in, and tells whether one of
 * them now has an article's worth. Does not climb out of what has a headline that
 * links: many teasers in one main do not add up to an article.
 */
function makesArticle({ words: sums, teasers }: Sums, block: Element, words: number): boolean {
  let holder = block.localName === 'p' ? block.parentElement : block;
  for (let level = 0; holder; level++) {
    const marked = holder.matches(MARKED);
    if (marked || level < UNMARKED_LEVELS) {
      const sum = (sums.get(holder) ?? 0) + words;
      sums.set(holder, sum);
      if (sum >= (marked ? ARTICLE_WORDS : UNMARKED_ARTICLE_WORDS)) return true;
    }
    if (marked || holder.localName === 'body') return false;
    const teaser = teasers.get(holder) ?? holder.querySelector(HEADLINE_LINKS) !== null;
    teasers.set(holder, teaser);
    if (teaser) return false;
    holder = holder.parentElement;
  }
  return false;
}

/** Share of a stretch's length above which links make it a list of links. */
const LINKED_SHARE = 0.5;

/** The words of a segment if it is prose: long enough, and not mostly links. */
function proseWords({ text, pieces, block }: Segment): number {
  // A word takes a letter and a space, or two letters: most of a menu need not be counted.
  const words = text.length < 2 * PROSE_WORDS - 1 ? 0 : countWords(text);
  if (words < PROSE_WORDS) return 0;
  let linked = 0;
  for (const { node, length } of pieces) {
    const link = node.parentElement?.closest('a[href]');
    if (link && (block.contains(link) || link.contains(block))) linked += length;
  }
  return linked > text.length * LINKED_SHARE ? 0 : words;
}

/** Letters to a word in scripts written without spaces, roughly. */
const HAN_PER_WORD = 2;
const THAI_PER_WORD = 5;

const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\u00AD-]*/gu;
/** Thai to Khmer, and what stands from the radicals of Han on, surrogates included. */
const MAY_BE_UNSPACED = /[\u0E00-\u17FF\u2E80-\uFFFF]/;

/** Counts words; scripts written without spaces are counted by their letters. */
export function countWords(text: string): number {
  if (!MAY_BE_UNSPACED.test(text)) return text.match(WORDS)?.length ?? 0;
  const han = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  const thai = text.match(/[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu)?.length ?? 0;
  const spaced =
    text
      .replace(
        /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu,
        ' ',
      )
      .match(WORDS)?.length ?? 0;
  return spaced + Math.round(han / HAN_PER_WORD) + Math.round(thai / THAI_PER_WORD);
}

const HEADLINE_LINKS = ':is(h1,h2,h3,h4,h5,h6) a[href],a[href]:has(h1,h2,h3,h4,h5,h6)';
const HEADLINE_WORDS = 4;
const MAX_LINKS = 1_500;

/** Different addresses of the same site that a headline links to. */
function countHeadlines(): number {
  const found = new Set<string>();
  const site = siteOf(location.hostname);
  const { links } = document;
  // One by one: a query with `:has` looks at every link of the page, and so does `length`.
  for (let at = 0; at < MAX_LINKS && found.size < FRONT_PAGE_HEADLINES; at++) {
    const link = links[at];
    if (!link) break;
    if (siteOf(link.hostname) !== site || link.pathname.length < 2) continue;
    if (!link.matches(`${HEADLINE_LINKS},article a[href]`)) continue;
    const text = link.textContent ?? '';
    if (text.length < 1_000 && countWords(text) >= HEADLINE_WORDS) found.add(link.pathname);
  }
  return found.size;
}

/** The last two labels of a host name: near enough to what belongs to one publisher. */
function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}
