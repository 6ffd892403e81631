import type { DataEvidence, DateEvidence, SpotEvidence } from '../dateline/evidence.ts';
import {
  DATE_LINE,
  DATE_NODES,
  DATE_SPOTS,
  DATE_TEXT,
  DATE_TEXTS_AFTER,
  DATE_TEXTS_BEFORE,
  DATED_DATA,
  DATED_META,
  HEADLINES,
} from './limits.ts';
import { readJsonLd } from './structured-data.ts';

/** Code units of an address; percent-encoded ones are long. The contract takes no more. */
const ADDRESS = 2_000;

const META_NAMES = ['property', 'name', 'itemprop', 'http-equiv'];

/**
 * Collects what a document shows of its dates, as it is written there; what it means is for
 * `dateline` to say. Looks at a bounded part of the page, around its headline.
 */
export function dateEvidence(document: Document): DateEvidence {
  const meta: [string, string][] = [];
  const languages = [document.documentElement.lang];
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content') ?? '';
    const name = attribute(element, META_NAMES);
    if (!name || content.length > DATE_TEXT) continue;
    if (/^(?:og:locale|content-language)$/i.test(name)) languages.push(content);
    if (meta.length < DATED_META && (isDateLike(content) || name === 'generator'))
      meta.push([cut(name), content]);
  }
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  return {
    languages: languages.filter(Boolean).slice(0, 4).map(cut),
    ...(canonical && { canonical: canonical.slice(0, ADDRESS) }),
    data: dataDates(document),
    meta,
    spots: document.body ? dateSpots(document, document.body) : [],
  };
}

function dataDates(document: Document): DataEvidence[] {
  const found: DataEvidence[] = [];
  for (const { types, value } of readJsonLd(document)) {
    const dates: Record<string, string> = {};
    for (const [member, date] of Object.entries(value))
      if (/^(?:date|upload|publi)/i.test(member) && /string|number/.test(typeof date))
        dates[cut(member)] = cut(`${date}`);
    if (found.length === DATED_DATA || Object.keys(dates).length === 0) continue;
    const about = value['mainEntityOfPage'] ?? value['url'];
    const url = (about as { '@id'?: unknown } | undefined)?.['@id'] ?? about;
    found.push({
      types: types.slice(0, 8).map(cut),
      dates,
      ...(typeof url === 'string' && { url: url.slice(0, ADDRESS) }),
    });
  }
  return found;
}

/** Attributes in which sites write for machines what an element shows. */
const DATA = ['data-time', 'data-timestamp', 'data-date'];
const MACHINE = ['datetime', 'content', ...DATA, 'title'];

/** Elements made for dates; few, wherever they stand. */
const DATE_ELEMENTS = `time,[datetime],[itemprop*="date" i],[pubdate],[${DATA.join('],[')}]`;

/** Lines near the headline that look like dates, and elements that are made for dates. */
function dateSpots(document: Document, body: Element): SpotEvidence[] {
  const found: SpotEvidence[] = [];
  const seen = new Set<Element>();
  const gaps = new Map<Element, number>();
  const texts = new Texts(document);
  const headline = headlineOf(document, texts);
  const add = (element: Element, inner: Element): void => {
    if (seen.has(element) || found.length === DATE_SPOTS) return;
    seen.add(element);
    const at = attribute(element, MACHINE);
    const text = texts.in(element);
    const isStamped = at !== undefined && isDateLike(at);
    if (!isStamped && (text.length > DATE_LINE || !isDateLike(text))) return;
    const before = texts.in(element.previousSibling);
    const gap = gaps.get(inner);
    found.push({
      text: cut(text),
      ...(isStamped && { at: cut(at) }),
      ...(before && before.length <= DATE_TEXT && { before: before.slice(-40) }),
      path: pathOf(inner, headline, teasers),
      ...(gap !== undefined && { gap }),
    });
  };
  const teasers = new Map<Element, boolean>();
  const walker = document.createTreeWalker(body, SHOW_TEXT);
  const walk = (step: 'nextNode' | 'previousNode', sign: number, most: number): void => {
    walker.currentNode = headline ?? body;
    for (let gap = 1, nodes = 0; gap <= most && nodes < DATE_NODES; nodes++) {
      const node = walker[step]();
      const parent = node?.parentElement;
      if (!node || !parent) return;
      const text = node.nodeValue ?? '';
      if (!/\S/.test(text) || SILENT.has(parent.localName) || headline?.contains(parent)) continue;
      for (const element of [parent, parent.parentElement])
        if (element && !gaps.has(element)) gaps.set(element, sign * gap);
      if (/\p{Nd}|[〇一二三四五六七八九十]\s?[年月]/u.test(text))
        add(lineOf(parent, headline, texts), parent);
      gap++;
    }
  };
  walk('nextNode', 1, DATE_TEXTS_AFTER);
  if (headline) walk('previousNode', -1, DATE_TEXTS_BEFORE);
  for (const element of body.querySelectorAll(DATE_ELEMENTS)) {
    if (found.length === DATE_SPOTS) break;
    add(element, element);
  }
  return found;
}

/** NodeFilter's constant, which not every window lends. */
const SHOW_TEXT = 4;

/** The heading of what the page is about: what its title begins with, or has, else the longest. */
function headlineOf(document: Document, texts: Texts): Element | undefined {
  const title = document.title.replace(/\s+/g, ' ');
  let best: Element | undefined;
  let most = 0;
  for (const selector of ['h1,h2,[itemprop~="headline" i]', 'h3,[class*="title" i]']) {
    const headings = document.querySelectorAll(selector);
    for (let at = 0; at < headings.length && at < HEADLINES; at++) {
      const heading = headings[at] as Element;
      const text = texts.in(heading);
      if (text.length < 8 || text.length > DATE_TEXT) continue;
      const place = title.indexOf(text.slice(0, 40));
      const score =
        text.length *
        (place < 0 ? 1 : place > 0 ? 20 : 60) *
        ({ h1: 4, h2: 2, h3: 2 }[heading.localName] ?? 1) *
        // A list of other articles may have this one too.
        (heading.closest('a') ? 0.9 : 1);
      if (score > most) [most, best] = [score, heading];
    }
    if (best && title.startsWith(texts.in(best).slice(0, 40))) break;
  }
  return best;
}

/** The widest element around a text that is still one line. */
function lineOf(element: Element, headline: Element | undefined, texts: Texts): Element {
  const { parentElement: parent } = element;
  return parent && !(headline && parent.contains(headline)) && texts.in(parent).length <= DATE_LINE
    ? lineOf(parent, headline, texts)
    : element;
}

/** Headings that lead to other articles. */
const TEASERS = 'h2 a,h3 a,h4 a,a h2,a h3,a h4';

/**
 * An element and those around it that the headline is not in; "^" marks ones with teasers.
 *
 * @param teasers - what is known of elements around others
 */
function pathOf(
  element: Element,
  headline: Element | undefined,
  teasers: Map<Element, boolean>,
): string {
  let path = '';
  let up: Element | null = element;
  for (let level = 0; up && level < 7 && !(headline && up.contains(headline)); level++) {
    let names = up.localName;
    for (const name of ['id', 'itemprop', 'class']) names += ` ${up.getAttribute(name) ?? ''}`;
    let mark = false;
    if (level > 0 && level < 4) {
      mark = teasers.get(up) ?? up.querySelector(TEASERS) !== null;
      teasers.set(up, mark);
    }
    path += `${level ? '<' : ''}${names.trimEnd().slice(0, 50)}${mark ? '^' : ''}`;
    up = up.parentElement;
  }
  return cut(path);
}

/** Elements whose text is not shown. */
const SILENT = new Set(['script', 'style', 'noscript', 'template']);

/** The text in nodes, asked for again and again. */
class Texts {
  readonly #known = new Map<Node, string>();
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  /** With a space between its parts; of a long one, the beginning. */
  in(node: Node | null): string {
    if (!node) return '';
    const known = this.#known.get(node) ?? this.#read(node);
    this.#known.set(node, known);
    return known;
  }

  #read(node: Node): string {
    let text = node.nodeValue ?? '';
    if (node.firstChild) {
      const walker = this.#document.createTreeWalker(node, SHOW_TEXT);
      let part = walker.nextNode();
      for (; part && text.length <= 2 * DATE_TEXT; part = walker.nextNode())
        if (!SILENT.has(part.parentElement?.localName ?? '')) text += ` ${part.nodeValue?.trim()}`;
    }
    return text.replace(/\s+/g, ' ').trim();
  }
}

/** The first of some attributes that an element has. */
function attribute(element: Element, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = element.getAttribute(name);
    if (value) return value;
  }
  return undefined;
}

/**
 * Whether a text has a year, or a number and another one of two figures near it, or the month and
 * the day of East Asia, in any figures.
 */
function isDateLike(text: string): boolean {
  return /\p{Nd}{4}|\p{Nd}[^\p{Nd}:]{1,12}\p{Nd}{2}|[\p{Nd}〇一二三四五六七八九十]\s?[月월]\s?[\p{Nd}〇一二三四五六七八九十]/u.test(
    text,
  );
}

function cut(text: string): string {
  return text.slice(0, DATE_TEXT);
}
