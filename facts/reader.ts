import type { Words } from '../words/words.ts';

/** Whom facts are told to. */
export interface Reader {
  /** Languages of names, summaries, numbers and dates, BCP 47, best first. */
  readonly languages: readonly string[];
  /** What the interface says, in its own language. */
  readonly words: Words;
}

/** A reader of whom only the interface's language is known. */
export function readerOf(words: Words): Reader {
  return { languages: [words.tag], words };
}
