/** A word as the linker's grammar gets it: a range of an array that holds other words around it. */
export interface FoldedWord {
  readonly folded: Uint16Array;
  readonly from: number;
  readonly to: number;
}

/** Letters of affixes in all scripts here, so that reading past the word's ends shows. */
const NEIGHBOUR = 'овомуלבולال은s';

/** Folds as the tokeniser does, as far as the words of these tests go. */
export function fold(text: string): string {
  return [...text]
    .map((character) =>
      /\p{Script=Hangul}/u.test(character)
        ? character
        : character.normalize('NFKD').replace(/\p{M}/gu, ''),
    )
    .join('')
    .toLowerCase()
    .replace(/ك/g, 'ک')
    .replace(/[يى]/g, 'ی')
    .replace(/ة/g, 'ه');
}

/** A word between two others. */
export function foldedWord(text: string): FoldedWord {
  const word = fold(text);
  const folded = Uint16Array.from(`${NEIGHBOUR}${word}${NEIGHBOUR}`, (unit) => unit.charCodeAt(0));
  return { folded, from: NEIGHBOUR.length, to: NEIGHBOUR.length + word.length };
}
