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

/**
 * Collects what a document shows of its dates, as it is written there; what it means is for
 * `dateline` to say. Looks at a bounded part of the page, around its headline.
 */
export function dateEvidence(document: Document): DateEvidence {
  const meta: [string, string][] = [];
  const languages = [document.documentElement.lang];
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content') ?? '';
    const name = attribute(element, 'property', 'name', 'itemprop', 'http-equiv');
    if (!name || content.length > DATE_TEXT) continue;
    if (/^(?:og:locale|content-language)$/i.test(name)) languages.push(content);
    if (meta.length < DATED_META && (isDateLike(content) || name === 'generator'))
      meta.push([cut(name), content]);
  }
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  return {
    languages: languages.filter(Boolean).slice(0, 4).map(cut),
    ...(canonical && { canonical: canonical.slice(0, 2_000) }),
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
      ...(typeof url === 'string' && { url: cut(url) }),
    });
  }
  return found;
}

/** Elements made for dates; few, wherever they stand. */
const DATE_ELEMENTS = 'time,[itemprop*="date" i],[pubdate]';

/** Lines near the headline that look like dates, and elements that are made for dates. */
function dateSpots(document: Document, body: Element): SpotEvidence[] {
  const found: SpotEvidence[] = [];
  const seen = new Set<Element>();
  const headline = headlineOf(document);
  const add = (element: Element, gap?: number, inner = element): void => {
    if (seen.has(element) || found.length === DATE_SPOTS) return;
    seen.add(element);
    const at = attribute(element, ...MACHINE);
    const text = textIn(element);
    const isStamped = at !== undefined && isDateLike(at);
    if (!isStamped && (text.length > DATE_LINE || !isDateLike(text))) return;
    const before = textIn(element.previousSibling);
    found.push({
      text: cut(text),
      ...(isStamped && { at: cut(at) }),
      ...(before && before.length <= DATE_TEXT && { before: before.slice(-40) }),
      path: pathOf(inner, headline),
      ...(gap !== undefined && { gap }),
    });
  };
  const walker = document.createTreeWalker(body, ELEMENTS_AND_TEXT);
  const walk = (step: 'nextNode' | 'previousNode', sign: number, most: number): void => {
    walker.currentNode = headline ?? body;
    for (let gap = 1, nodes = 0; gap <= most && nodes < DATE_NODES; nodes++) {
      const node = walker[step]();
      if (!node) return;
      if (headline?.contains(node)) continue;
      const text = node.nodeValue;
      if (text === null) {
        const element = node as Element;
        if (attribute(element, 'datetime', ...DATA)) add(element, sign * gap);
      } else if (text.trim() && node.parentElement && isShown(node.parentElement)) {
        const { parentElement: parent } = node;
        if (/\p{Nd}/u.test(text)) add(lineOf(parent, headline), sign * gap, parent);
        gap++;
      }
    }
  };
  walk('nextNode', 1, DATE_TEXTS_AFTER);
  if (headline) walk('previousNode', -1, DATE_TEXTS_BEFORE);
  for (const element of body.querySelectorAll(DATE_ELEMENTS)) add(element);
  return found;
}

/** NodeFilter's SHOW_ELEMENT and SHOW_TEXT, which not every window lends. */
const ELEMENTS_AND_TEXT = 5;

/** Attributes in which sites write for machines what an element shows. */
const DATA = ['data-time', 'data-timestamp', 'data-date'];
const MACHINE = ['datetime', 'content', ...DATA, 'title'];

/** The heading of what the page is about: what its title begins with, or has, else the longest. */
function headlineOf(document: Document): Element | undefined {
  const title = document.title.replace(/\s+/g, ' ');
  let best: Element | undefined;
  let most = 0;
  for (const selector of ['h1,h2,[itemprop~="headline" i]', 'h3,[class*="title" i]']) {
    const headings = document.querySelectorAll(selector);
    for (let at = 0; at < headings.length && at < HEADLINES; at++) {
      const heading = headings[at] as Element;
      const text = textIn(heading);
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
    if (best && title.startsWith(textIn(best).slice(0, 40))) break;
  }
  return best;
}

/** The widest element around a text that is still one line. */
function lineOf(element: Element, headline: Element | undefined): Element {
  const { parentElement: parent } = element;
  return parent && !(headline && parent.contains(headline)) && textIn(parent).length <= DATE_LINE
    ? lineOf(parent, headline)
    : element;
}

/** Headings that lead to other articles. */
const TEASERS = 'h2 a,h3 a,h4 a,a h2,a h3,a h4';

/** An element and those around it that the headline is not in; "^" marks ones with teasers. */
function pathOf(element: Element, headline: Element | undefined): string {
  let path = '';
  let up: Element | null = element;
  for (let level = 0; up && level < 7 && !(headline && up.contains(headline)); level++) {
    const names = ['id', 'itemprop', 'class'].map((name) => up?.getAttribute(name) ?? '');
    const mark = level > 0 && level < 4 && up.querySelector(TEASERS) ? '^' : '';
    path += `${level ? '<' : ''}${up.localName} ${names.join(' ')}`.trimEnd().slice(0, 50) + mark;
    up = up.parentElement;
  }
  return path.slice(0, DATE_TEXT);
}

/** The text in a node, with spaces between its parts; of a long one, the beginning. */
function textIn(node: Node | null): string {
  if (!node) return '';
  let text = node.nodeValue ?? '';
  if (node.firstChild) {
    const walker = (node.ownerDocument as Document).createTreeWalker(node, 4);
    for (let part = walker.nextNode(); part && text.length <= DATE_TEXT; part = walker.nextNode())
      if (part.parentElement && isShown(part.parentElement))
        text = `${text} ${part.nodeValue}`.replace(/\s+/g, ' ');
  }
  return text.trim();
}

function isShown(element: Element): boolean {
  return !/^(?:script|style|noscript|template)$/.test(element.localName);
}

/** The first of some attributes that an element has. */
function attribute(element: Element, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = element.getAttribute(name);
    if (value) return value;
  }
  return undefined;
}

/** Whether a text has a year, or a number and another one of two figures near it. */
function isDateLike(text: string): boolean {
  return /\p{Nd}{4}|\p{Nd}[^\p{Nd}:]{1,12}\p{Nd}{2}/u.test(text);
}

function cut(text: string): string {
  return text.slice(0, DATE_TEXT);
}
