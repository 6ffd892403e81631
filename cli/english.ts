import english from '../locales/en.json' with { type: 'json' };
import { messagesOf, type Words, wordsOf } from '../words/words.ts';

/** The words that the terminal is spoken to in. */
export const ENGLISH: Words = wordsOf('en', messagesOf(english));
