import { isArticleType, readJsonLd } from './structured-data.ts';

/** The day an article was published, and where the page says so. */
export interface PublicationDate {
  /** YYYY-MM-DD. */
  readonly iso: string;
  readonly method: DateMethod;
}

export type DateMethod = 'json-ld' | 'meta' | 'microdata' | 'time' | 'url';

/** The methods in order of trust: each gives what the page has, as written, best first. */
const METHODS: readonly (readonly [
  DateMethod,
  (document: Document, url: string) => Iterable<string | null | undefined>,
])[] = [
  ['json-ld', fromJsonLd],
  ['meta', fromMeta],
  ['microdata', fromMicrodata],
  ['time', fromTime],
  ['url', fromUrl],
];

/**
 * The day on which a page's article was published, or null when the page does
 * not say. The day is the one written, in the publisher's own zone:
 * "2024-11-15T23:30:00-05:00" is 15 November. Dates of change are not taken, nor
 * days after tomorrow (zones ahead of the reader's) or before printed news.
 *
 * @param url - the page's address, which may hold the day
 * @param today - YYYY-MM-DD
 */
export function publicationDate(
  document: Document,
  url: string,
  today: string,
): PublicationDate | null {
  const latest = dayAfter(today);
  for (const [method, candidates] of METHODS)
    for (const text of candidates(document, url)) {
      const iso = text ? writtenDay(text) : null;
      if (iso && iso >= EARLIEST && iso <= latest && !PLACEHOLDERS.has(iso)) return { iso, method };
    }
  return null;
}

/** The first newspaper (Strassburg, 1605); earlier days are mistakes. */
const EARLIEST = '1605-01-01';

/** What systems write when they have no date. */
const PLACEHOLDERS = new Set(['1900-01-01', '1970-01-01', '1969-12-31']);

function* fromJsonLd(document: Document): Generator<string> {
  const nodes = readJsonLd(document);
  const articles = nodes.filter(({ types }) => types.some(isArticleType));
  for (const { value } of [...articles, ...nodes])
    for (const member of ['datePublished', 'dateCreated']) {
      const date = value[member];
      if (typeof date === 'string') yield date;
    }
}

/** Names of meta elements, lower case, most telling first. Dublin Core's plain "date" is last. */
const META_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'article.published',
  'rnews:datepublished',
  'datepublished',
  'date.published',
  'published_at',
  'published-date',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publicationdate',
  'pubdate',
  'pub_date',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'ptime',
  'pdate',
  'article_date_original',
  'citation_publication_date',
  'citation_online_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.issued',
  'dcterms.date',
  'dc.date',
  'dc.date.created',
  'dcterms.created',
  'date',
];

function* fromMeta(document: Document): Generator<string> {
  const contents = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name =
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    const key = name?.trim().toLowerCase();
    if (key && !contents.has(key)) contents.set(key, meta.getAttribute('content') ?? '');
  }
  for (const name of META_NAMES) {
    const content = contents.get(name);
    if (content) yield content;
  }
}

function* fromMicrodata(document: Document): Generator<string | null> {
  for (const element of document.querySelectorAll('[itemprop~="datePublished" i],time[pubdate]'))
    if (!isAside(element)) yield dateOf(element);
}

/** The first times in the article, or anywhere when there is no article. */
function* fromTime(document: Document): Generator<string | null> {
  const article =
    document.querySelector('article:has(h1),main:has(h1)') ?? document.querySelector('article');
  for (const element of (article ?? document).querySelectorAll('time[datetime]')) {
    const about = `${element.className} ${element.parentElement?.className ?? ''}`;
    if (!isAside(element) && !/updat|modif|edit|revis/i.test(about))
      yield element.getAttribute('datetime');
  }
}

function dateOf(element: Element): string | null {
  return element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent;
}

/** Dates of other articles and of comments. */
function isAside(element: Element): boolean {
  return element.closest('aside,nav,footer,[class*="comment" i],[class*="related" i]') !== null;
}

function* fromUrl(_document: Document, url: string): Generator<string> {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const named = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(\d{1,2})(?:\/|$)/i.exec(path);
  if (named) yield `${named[3]} ${named[2]} ${named[1]}`;
  const split = /(?:^|\D)((?:19|20)\d{2})([/_.-])(\d{1,2})\2(\d{1,2})(?:\D|$)/.exec(path);
  if (split) yield `${split[1]}-${split[3]}-${split[4]}`;
  const joined = /(?:^|[^\da-f])((?:19|20)\d{2})([01]\d)([0-3]\d)(?:[^\da-f]|$)/i.exec(path);
  if (joined) yield `${joined[1]}-${joined[2]}-${joined[3]}`;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The day written in a date of ISO 8601 (or with "/" or "."), RFC 5322, or in
 * English words; null when there is none. No zone is applied.
 */
function writtenDay(text: string): string | null {
  const trimmed = text.trim().slice(0, 100);
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(trimmed) ??
    /^(\d{4})(\d{2})(\d{2})(?:T|\d{6}\b|$|\s)/.exec(trimmed);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/i.exec(trimmed);
  if (dayFirst) return day(Number(dayFirst[3]), month(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(
    trimmed,
  );
  if (monthFirst) return day(Number(monthFirst[3]), month(monthFirst[1]), Number(monthFirst[2]));
  return null;
}

function month(name: string | undefined): number {
  return MONTHS.indexOf(name?.toLowerCase() ?? '') + 1;
}

function day(year: number, month: number, date: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // The parser takes 31 February for March in some engines: it has to come back the same.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}

function dayAfter(today: string): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
