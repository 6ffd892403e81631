/** A short form in brackets after a name: "(DOGE)", "(the “IAEA”)", "（国际原子能机构）" is none. */
const IN_BRACKETS = /^\s?[（(]\s?(?:the\s)?["“]?(\p{Lu}[\p{L}\p{N}.&-]{1,9})["”]?\s?[)）,;]/u;

/**
 * The acronym that a text defines right after a name, as in "Department of
 * Government Efficiency (DOGE)". Each of its letters must be found in the name,
 * from the last to the first, and the first at the start of a word.
 *
 * Source: Schwartz & Hearst, "A simple algorithm for identifying abbreviation
 * definitions in biomedical text", PSB 2003.
 *
 * @param end - where the name ends in the text
 * @returns the acronym, or undefined
 */
export function definedAcronym(text: string, start: number, end: number): string | undefined {
  const [, found] = IN_BRACKETS.exec(text.slice(end, end + 32)) ?? [];
  if (found === undefined || !/\p{Lu}.*\p{Lu}/u.test(found)) return undefined;
  return isShortFor(found, text.slice(start, end)) ? found : undefined;
}

function isShortFor(acronym: string, name: string): boolean {
  const letters = [...acronym.toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const long = name.toLowerCase();
  let at = long.length;
  for (let letter = letters.length - 1; letter >= 0; letter--) {
    const wanted = letters[letter] ?? '';
    do at--;
    while (
      at >= 0 &&
      (long[at] !== wanted || (letter === 0 && at > 0 && /[\p{L}\p{N}]/u.test(long[at - 1] ?? '')))
    );
    if (at < 0) return false;
  }
  return true;
}
