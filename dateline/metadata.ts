import { latin } from '../words/isolated.ts';
import type { Words } from '../words/words.ts';
import type { Candidate } from './candidate.ts';
import type { DateStyle } from './date-style.ts';
import type { DataEvidence, DateEvidence } from './evidence.ts';
import { readStamp } from './stamps.ts';
import { saysModified } from './words.ts';

/** Types whose date is that of what is read: schema.org's articles, posts, reports, questions. */
const ARTICLE = /article|posting|report|discussion|review|recipe|question|episode/i;

/** Types of the page itself: WebPage, ItemPage, CollectionPage. */
const PAGE = /page$/i;

/** A page with articles of more days than this is a list of them. */
const MOST_DAYS = 2;

/**
 * What structured data says. Of a list of articles of different days, as front pages and live
 * blogs have it, only one that is about this page's own address counts.
 */
export function* fromData(
  data: readonly DataEvidence[],
  addresses: readonly string[],
  style: DateStyle,
): Generator<Candidate> {
  const articles = data.filter(({ types }) => types.some((type) => ARTICLE.test(type)));
  const days = new Set(articles.map(({ dates }) => dates['datePublished']?.slice(0, 10)));
  const isList = days.size > MOST_DAYS;
  for (const node of data) {
    const isArticle = articles.includes(node);
    if (isArticle && isList && !addresses.some((address) => isSame(address, node.url))) continue;
    const isPage = node.types.length === 0 || node.types.some((type) => PAGE.test(type));
    const other = isPage && articles.length === 0 ? 2 : 1;
    const [type] = node.types;
    const what = (words: Words) =>
      type === undefined ? words('day.at.untyped') : words('day.at.data', latin(type, words));
    for (const [member, text] of Object.entries(node.dates)) {
      const role = roleOf(member);
      const stamp = role && readStamp(text, style);
      if (!stamp) continue;
      const isPublication = /published/i.test(member);
      const weight = isArticle ? (isPublication ? 3 : 1.5) : other;
      yield { ...stamp, method: 'json-ld', role, weight, what };
    }
  }
}

function roleOf(member: string): Candidate['role'] | undefined {
  if (/^dateModified$/i.test(member)) return 'modified';
  return /^(?:datePublished|dateCreated|uploadDate|datePosted|published)$/i.test(member)
    ? 'published'
    : undefined;
}

/** Whether two addresses are of one page: no matter which protocol, query and fragment. */
function isSame(address: string, other: string | undefined): boolean {
  return other !== undefined && bare(address) === bare(other);
}

function bare(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?|[?#].*$/g, '').replace(/\/$/, '');
}

/** Names of metadata that mean the first publication. */
const PUBLICATION =
  /publish(?:ed)?.?(?:time|date|at|on)|date.?publi|pub.?(?:date|time)|publication.?(?:date|time)|^p(?:time|date)$|article.?(?:published|date.?original|created)|issued|citation_.*date|sailthru\.date|release.?date/i;

/** Names of metadata that are dates of something else, or no dates. */
const OTHER =
  /expir|valid|unpubl|event|start|end_|end.?date|birth|version|robots|viewport|verif|copyright|keyword|descript|title|image|video|icon|url|server|render|build|cache|today|current|timestamp|uptime|runtime/i;

/** What the metadata in a page's head says. */
export function* fromMeta(meta: DateEvidence['meta'], style: DateStyle): Generator<Candidate> {
  for (const [name, content] of meta) {
    const isPublication = PUBLICATION.test(name);
    const isModified = saysModified(name);
    if (
      OTHER.test(name) ||
      !(isPublication || isModified || /date|time|created|posted/i.test(name))
    )
      continue;
    const stamp = readStamp(content, style);
    if (!stamp) continue;
    yield {
      ...stamp,
      method: 'meta',
      role: isModified ? 'modified' : 'published',
      weight: isPublication ? 2.7 : 1.5,
      what: (words) => words('day.at.meta', latin(name, words)),
    };
  }
}
