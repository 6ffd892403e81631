import english from '../locales/en.json' with { type: 'json' };
import { messagesOf, type Words, wordsOf } from '../words/words.ts';

/** The interface's words as the terminal and tests read them. */
export const ENGLISH: Words = wordsOf('en', messagesOf(english));
