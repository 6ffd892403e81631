import type { PageReport } from '../../messages/tab-operations.ts';
import type { Key, Words } from '../../words/words.ts';

/** Whether a page is read, and why or why not. */
export const DECISION_WORDS = {
  'article-markup': 'page.decision.articleMarkup',
  'article-prose': 'page.decision.articleProse',
  'front-page': 'page.decision.frontPage',
  'asked-for': 'page.decision.askedFor',
  application: 'page.decision.application',
  'little-prose': 'page.decision.littleProse',
  'no-article': 'page.decision.noArticle',
  'every-page': 'page.decision.everyPage',
  'not-my-site': 'page.decision.notMySite',
  'language-off': 'page.decision.languageOff',
  'switched-off': 'page.decision.switchedOff',
} as const satisfies Record<PageReport['decision'], Key>;

type PageDate = NonNullable<PageReport['date']>;

/** Where on the page its date was found; for dates that come without reasons. */
const METHOD_WORDS = {
  reader: 'day.by.reader',
  'json-ld': 'day.by.data',
  meta: 'day.by.meta',
  microdata: 'day.by.markup',
  time: 'day.by.time',
  dateline: 'day.by.dateline',
  url: 'day.by.address',
} as const satisfies Record<PageDate['method'], Key>;

/** Why a day was taken for the page's, in whole sentences, the weightiest first; never none. */
export function reasonsOf({ method, reasons }: PageDate, words: Words): readonly string[] {
  return reasons.length > 0 ? reasons : [words(METHOD_WORDS[method])];
}

const SURE = 0.9;
const LIKELY = 0.75;

/** How sure a page's date is, of a confidence from 0 to 1. */
export function sureness(confidence: number): 'sure' | 'likely' | 'notSure' {
  return confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'notSure';
}
