import type { Words } from '../words/words.ts';
import type { DateMethod } from './published.ts';
import type { Stamp } from './stamps.ts';

/** One place of a page that says when it was published, or changed. */
export interface Candidate extends Stamp {
  readonly method: DateMethod;
  readonly role: 'published' | 'modified';
  /** How much it speaks for its day, in log-odds. */
  readonly weight: number;
  /** What says so, to begin a sentence with: "Its structured data (NewsArticle)". */
  readonly what: (words: Words) => string;
}
