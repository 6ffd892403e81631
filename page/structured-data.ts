import { JSON_LD_LENGTH, JSON_LD_NODES, JSON_LD_SCRIPTS } from './limits.ts';

/** One object of a page's JSON-LD with its types, prefixes taken off. */
export interface DataNode {
  readonly types: readonly string[];
  readonly value: Readonly<Record<string, unknown>>;
}

/** Members that lead to what the page itself is about; lists of other pages are not followed. */
const FOLLOWED = ['@graph', 'mainEntity', 'mainEntityOfPage'];

/**
 * The objects of a page's JSON-LD that describe the page: top level, graphs and
 * main entities. Of blocks that do not parse or are too long, only dates that are there once;
 * the work is bounded whatever the page holds.
 *
 * Source: JSON-LD 1.1, section 7.
 */
export function readJsonLd(document: Document): DataNode[] {
  const found: DataNode[] = [];
  const scripts = document.querySelectorAll('script[type*="ld+json" i]');
  for (let at = 0; at < Math.min(scripts.length, JSON_LD_SCRIPTS); at++) {
    const script = scripts[at];
    const waiting: unknown[] = [script && contentOf(script)];
    for (let next = 0; next < waiting.length && found.length < JSON_LD_NODES; next++) {
      const value = waiting[next];
      if (Array.isArray(value)) waiting.push(...value.slice(0, JSON_LD_NODES));
      if (!isRecord(value)) continue;
      found.push({ types: typesOf(value['@type']), value });
      for (const member of FOLLOWED) if (member in value) waiting.push(value[member]);
    }
  }
  return found;
}

/** What scripts held when they were read: they are asked for at each card, and seldom change. */
const contents = new WeakMap<Element, { readonly text: string; readonly value: unknown }>();

function contentOf(script: Element): unknown {
  const text = script.textContent ?? '';
  const known = contents.get(script);
  if (known?.text === text) return known.value;
  const value = parse(text);
  contents.set(script, { text, value });
  return value;
}

/** Code units at either end of a block in which its wrapping stands. */
const WRAPPING = 40;

/**
 * A block without the comment marks around it. They are looked for at its ends only: an
 * expression that may begin at any white space of a page's text takes seconds where there is much.
 */
function unwrap(text: string): string {
  const whole = text.trim();
  const middle = Math.max(0, whole.length - WRAPPING);
  const opened = /^(?:\/\*|\/\/)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/.exec(
    whole.slice(0, WRAPPING),
  );
  const closed = /(?:\/\*|\/\/)?\s*(?:\]\]>|-->)\s*(?:\*\/)?\s*;?$/.exec(whole.slice(middle));
  return whole.slice(opened?.[0].length ?? 0, closed ? middle + closed.index : whole.length);
}

function parse(text: string): unknown {
  const whole = text.slice(0, JSON_LD_LENGTH);
  try {
    // Publishers wrap the block for XHTML, and leave raw line breaks in strings.
    if (whole === text) return JSON.parse(unwrap(text).replace(/[\n\r\t]+/g, ' '));
  } catch {
    // What can be read of it is.
  }
  return salvage(whole);
}

/** The dates of a block that is broken or too long, each where it is there once. */
function salvage(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const member of ['datePublished', 'dateModified']) {
    const [first, ...more] = new Set(text.match(RegExp(`"${member}"\\s*:\\s*"[^"]{4,60}"`, 'g')));
    if (first && more.length === 0) found[member] = first.split('"')[3] ?? '';
  }
  return found;
}

function typesOf(value: unknown): string[] {
  const types = Array.isArray(value) ? value : [value];
  return types
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * schema.org's articles: Article and what derives from it, as far as people read
 * them as articles. `SocialMediaPosting` is left out: feeds are made of them.
 */
const ARTICLE_TYPES = new Set(
  `Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle
  ReportageNewsArticle ReviewNewsArticle AdvertiserContentArticle SatiricalArticle ScholarlyArticle
  MedicalScholarlyArticle TechArticle Report BlogPosting LiveBlogPosting`.split(/\s+/),
);

/** Whether a schema.org type, as a bare name, is an article's. */
export function isArticleType(type: string): boolean {
  return ARTICLE_TYPES.has(type);
}
