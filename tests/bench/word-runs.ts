const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** The longest synthetic names have nine words. */
const MOST_WORDS = 10;
/** Scripts without spaces: any character may begin a name and end it. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * How many of the names stand in a text exactly as they are written, as whole
 * words, none overlapping, the longest of those that begin at the same word. Done
 * the simplest way, to check what matchers report; its time does not matter.
 */
export function countWordRuns(names: ReadonlySet<string>, text: string): number {
  const words = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    UNSPACED.test(word)
      ? Array.from(word, (_, at) => ({ start: index + at, end: index + at + 1 }))
      : [{ start: index, end: index + word.length }],
  );
  let count = 0;
  for (let at = 0; at < words.length; ) {
    const length = longestAt(at);
    if (length > 0) count++;
    at += Math.max(1, length);
  }
  return count;

  /** How many words the longest name has that begins at a word; 0 when none does. */
  function longestAt(at: number): number {
    for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length--) {
      const name = text.slice(words[at]?.start, words[at + length - 1]?.end);
      if (names.has(name)) return length;
    }
    return 0;
  }
}
