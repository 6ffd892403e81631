import type { PageReport } from '../../messages.ts';

/** Whether a page is read, and why or why not. */
export const DECISION_WORDS: Record<PageReport['decision'], string> = {
  'article-markup': 'Read as an article: it says so in its markup.',
  'article-prose': 'Read as an article: it holds a long stretch of prose.',
  'front-page': 'Read as a front page: headlines that link within the site.',
  'asked-for': 'Read because you asked for it.',
  application: 'Not read: it looks like an application, not like an article.',
  'little-prose': 'Not read: it has next to no running text.',
  'no-article': 'Not read: it does not look like news or an article.',
  'switched-off': 'Not read: highlighting is switched off here.',
};

/** Where on the page its date was found, by the methods of `page/publication-date`. */
export const METHOD_WORDS: Record<NonNullable<PageReport['date']>['method'], string> = {
  'json-ld': 'its structured data',
  meta: 'its metadata',
  microdata: 'its markup',
  time: 'the dateline on the page',
  url: 'its address',
  dateline: 'the dateline above its text',
  reader: 'your own correction',
};

/** A calendar day for reading: "15 Nov 2024"; what is no day is given back. */
export function dayInWords(iso: string): string {
  const day = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(day)) return iso;
  // As cards write dates: plain English puts the day first.
  const { language } = navigator;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    calendar: 'gregory',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day);
}
