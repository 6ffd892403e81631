import { dateWith, isUncertain, parseDate, precisionOf } from './dates.ts';
import { type Day, MS_PER_DAY } from './days.ts';
import type { Source } from './pack-format.ts';
import { hostOf } from './settings.ts';

/** The language of a citation's words; its dates are written out in it. */
const LANGUAGE = 'en';
/** A citation is English whatever the interface's language, as one style is kept to. */
function dated(text: string): string {
  return dateWith(text, LANGUAGE, {
    about: (date) => `about ${date}`,
    unsure: (date) => `${date} (?)`,
    span: (first, last) => `${first} – ${last}`,
  });
}

/** Hosts of states and of what they founded together, which publish no newspapers. */
const OFFICIAL_HOST = /(?:^|\.)(?:gov|gouv|mil|int|edu|un\.org)(?:\.[a-z]{2})?$/u;

/** A date as CSL-JSON has it: one day, month or year, or the first and last of several. */
interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
  readonly circa?: boolean;
}

/**
 * A source as plain text, in this project's own style: Publisher. “Title”. Date.
 * Address (archived: address; accessed date).
 */
export function citationText(source: Source): string {
  const { publisher, title, url, archived, published, accessed } = source;
  const asides = [
    archived !== undefined && `archived: ${archived}`,
    accessed !== undefined && `accessed ${dated(accessed)}`,
  ].filter((aside) => aside !== false);
  return [
    ended(publisher),
    ended(`“${title}”`),
    ...(published === undefined ? [] : [ended(dated(published))]),
    asides.length > 0 ? `${url} (${asides.join('; ')})` : url,
  ].join(' ');
}

function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/**
 * A source as CSL-JSON, which Zotero and other reference managers import: an array of
 * one item, as JSON. What was published on a day is taken for an article of a
 * newspaper, unless its host is official; anything else for a web page.
 *
 * Source: the schema csl-data.json of the Citation Style Language,
 * https://github.com/citation-style-language/schema
 */
export function cslJson(source: Source): string {
  const { id, title, publisher, url, archived, published, accessed } = source;
  const issued = cslDate(published);
  const read = cslDate(accessed);
  const item = {
    id,
    type: isArticle(source) ? 'article-newspaper' : 'webpage',
    title,
    'container-title': publisher,
    publisher,
    URL: url,
    ...(issued && { issued }),
    ...(read && { accessed: read }),
    ...(archived !== undefined && {
      archive: hostOf(archived),
      archive_location: archived,
    }),
  };
  return JSON.stringify([item], undefined, 2);
}

function isArticle({ url, published }: Source): boolean {
  const range = published === undefined ? null : parseDate(published);
  if (!range || precisionOf(range) !== 'day') return false;
  return !OFFICIAL_HOST.test(hostOf(url));
}

function cslDate(text: string | undefined): CslDate | undefined {
  const range = text === undefined ? null : parseDate(text);
  if (!range || text === undefined) return undefined;
  const precision = precisionOf(range);
  const length = { day: 3, month: 2, year: 1, longer: 1 }[precision];
  const first = partsOf(range.earliest).slice(0, length);
  const last = partsOf(range.latest).slice(0, length);
  return {
    'date-parts': precision === 'longer' ? [first, last] : [first],
    ...(isUncertain(text) && { circa: true }),
  };
}

/** Year, month and day; 44 BC is -44, though the calendar has a year 0. */
function partsOf(day: Day): number[] {
  const date = new Date(day * MS_PER_DAY);
  const year = date.getUTCFullYear();
  return [year > 0 ? year : year - 1, date.getUTCMonth() + 1, date.getUTCDate()];
}
