import * as v from 'valibot';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CardWordsSchema } from '../../messages/card-operations.ts';
import { wordsOf } from '../../words/words.ts';
import { CardSession } from './card-session.tsx';

/*
 * Runs in a frame's isolated world when the first card is on its way there, and leaves
 * how to make one where the content script finds it: the page's scripts do not see it.
 */
export default defineUnlistedScript(() => {
  globalThis.startBackgrounderCard = (options, words) => {
    const { locale, tag, messages } = v.parse(CardWordsSchema, words);
    return new CardSession(options, wordsOf(locale, messages, {}, tag));
  };
});
