import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../facts/dates.ts';
import { linkSegments } from '../../../linking/link.ts';
import { PACK } from '../../fixtures/disambiguation/pack.ts';
import type { Sentence } from '../../fixtures/disambiguation/sentences.ts';
import { TABLE } from '../../fixtures/disambiguation/table.ts';
import { indexOf, NOTHING } from './helpers.ts';

/**
 * The same sentences in other forms that a reader does not notice: what is linked
 * in them, right or wrong, is the same.
 */
const index = indexOf(PACK.entities, { pack: PACK.pack, facts: PACK.facts });

const FORMS: Record<string, (text: string) => string> = {
  'no-break spaces': (text) => text.replaceAll(' ', '\u00A0'),
  'several spaces': (text) => text.replaceAll(' ', '  \t '),
  'decomposed letters': (text) => text.replaceAll(/[^\p{Script=Hangul}]+/gu, decomposed),
  'typographic apostrophes': (text) => text.replaceAll("'", '’'),
  'typewriter apostrophes': (text) => text.replaceAll('’', "'"),
  'invisible characters behind words': (text) => text.replaceAll(/(?<=\p{L}) /gu, '\u200B '),
  'more text behind': (text) => `${text}\n\nThat was all.`,
};

function decomposed(text: string): string {
  return text.normalize('NFD');
}

/** What is linked, as a reader sees it. */
function seen(text: string, language: string, { date }: Sentence): string[] {
  const day = date === undefined ? undefined : parseDate(date)?.earliest;
  const options = { ...NOTHING, language, date: day };
  return linkSegments([index], [text], options).mentions.map(({ start, end, entity }) => {
    const shown = text.slice(start, end).normalize('NFC').replaceAll(/\s+/gu, ' ');
    return `${shown.replaceAll('\u200B', '').replaceAll('’', "'")}=${entity}`;
  });
}

describe.each(Object.entries(FORMS))('linking does not mind %s', (_, form) => {
  it.each(TABLE)('in $lang', ({ lang, sentences }) => {
    for (const sentence of sentences) {
      const other = form(sentence.text);
      expect(seen(other, lang, sentence), other).toEqual(seen(sentence.text, lang, sentence));
    }
  });
});
