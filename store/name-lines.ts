import type { Entity, Name } from '../facts/pack-format.ts';
import { wordsOf } from '../linking/tokens.ts';
import { spellingsOf } from '../search/spellings.ts';

/** Code units of a word by which names are put into buckets. */
const BUCKET_LETTERS = 5;
/** The same in scripts from here on, Chinese and Japanese among them, that write a word with a letter or two. */
const DENSE_LETTERS = 2;
const DENSE_SCRIPTS = 0x2e80;
/** A line of the table `names`: its bucket, and the line with its LF. */
export type NameLine = readonly [bucket: string, line: string];

/**
 * The lines under which an entity is found by its names: one for each word of a
 * name, in the bucket of the word's first letters.
 *
 *     folded words TAB id TAB prominence LF
 */
export function nameLines({
  id,
  names,
  prominence = 0,
}: Pick<Entity, 'id' | 'names' | 'prominence'>): NameLine[] {
  const lines: NameLine[] = [];
  for (const { text } of names) {
    for (const spelling of spellingsOf(text)) {
      const words = wordsOf(spelling);
      const line = `${words.join(' ')}\t${id}\t${prominence}\n`;
      for (const bucket of new Set(words.map(bucketOfWord))) lines.push([bucket, line]);
    }
  }
  return lines;
}

export function bucketOfWord(word: string): string {
  return word.slice(0, bucketLetters(word));
}

/** Whether all words that begin with this one are in its bucket, and not in others beside it. */
export function hasOneBucket(word: string): boolean {
  return word.length >= bucketLetters(word);
}

function bucketLetters(word: string): number {
  return word.charCodeAt(0) >= DENSE_SCRIPTS ? DENSE_LETTERS : BUCKET_LETTERS;
}

/** The name of an entity that has these folded words. */
export function nameOfWords(names: readonly Name[], words: string): Name | undefined {
  return names.find(({ text }) =>
    spellingsOf(text).some((spelling) => wordsOf(spelling).join(' ') === words),
  );
}
