import type { PageReport } from '../../messages/tab-operations.ts';

/** Whether a page is read, and why or why not. */
export const DECISION_WORDS: Record<PageReport['decision'], string> = {
  'article-markup': 'Read as an article: it says so in its markup.',
  'article-prose': 'Read as an article: it holds a long stretch of prose.',
  'front-page': 'Read as a front page: headlines that link within the site.',
  'asked-for': 'Read because you asked for it.',
  application: 'Not read: it looks like an application, not like an article.',
  'little-prose': 'Not read: it has next to no running text.',
  'no-article': 'Not read: it does not look like news or an article.',
  'every-page': 'Read because you have every page read here.',
  'not-my-site': 'Not read: it is on none of your sites.',
  'language-off': 'Not read: pages in this language are left alone.',
  'switched-off': 'Not read: highlighting is switched off here.',
};

type PageDate = NonNullable<PageReport['date']>;

/** Where on the page its date was found; for dates that come without reasons. */
const METHOD_WORDS: Record<PageDate['method'], string> = {
  reader: 'So you corrected it.',
  'json-ld': 'Its structured data says so.',
  meta: 'Its metadata says so.',
  microdata: 'Its markup says so.',
  time: 'A time on the page says so.',
  dateline: 'The dateline above its text says so.',
  url: 'Its address says so.',
};

/** Why a day was taken for the page's, in whole sentences, the weightiest first; never none. */
export function reasonsOf({ method, reasons }: PageDate): readonly string[] {
  return reasons.length > 0 ? reasons : [METHOD_WORDS[method]];
}

const SURE = 0.9;
const LIKELY = 0.75;

/** How sure a page's date is, of a confidence from 0 to 1. */
export function sureness(confidence: number): 'sure' | 'likely' | 'not sure' {
  return confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'not sure';
}

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
