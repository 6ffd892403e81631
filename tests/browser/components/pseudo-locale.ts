import english from '../../../locales/en.json' with { type: 'json' };
import { type Messages, messagesOf } from '../../../words/words.ts';

/** Letters of the Persian alphabet in the places of Latin ones. */
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const PERSIAN = 'ابثدیفگهیجکلمنوپقرستوخشزیذ';

/**
 * English as if it were a language from right to left: every message in Persian letters that mean
 * nothing, a third longer, with its slots. What stays in Latin letters is no message.
 */
export function pseudoPersian(): Messages {
  return Object.fromEntries(
    Object.entries(messagesOf(english)).map(([key, message]) => [key, pseudo(message)]),
  );
}

function pseudo(message: string): string {
  const letters = message.replace(/[a-z]/giu, (letter) => {
    return PERSIAN[LATIN.indexOf(letter.toLowerCase())] ?? letter;
  });
  const longer = letters.replace(/\$\d/gu, '').slice(0, Math.ceil(message.length / 3));
  return letters === message ? message : `${letters} ${longer.trim()}`;
}
