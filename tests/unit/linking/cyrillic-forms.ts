import { fitsParadigm, paradigmOf, stemEnd } from '../../../linking/inflection.ts';
import { foldedWord } from './folded-word.ts';

/** Whether a word is a form of a listed name, for the index and the check that follows it. */
export function isFormOf(word: string, name: string): boolean {
  const listed = foldedWord(name);
  const met = foldedWord(word);
  const paradigm = paradigmOf(listed.folded, listed.from, listed.to);
  return stemOf(word) === stemOf(name) && fitsParadigm(paradigm, met.folded, met.from, met.to);
}

/** What the index knows a word by. */
export function stemOf(text: string): string {
  const { folded, from, to } = foldedWord(text);
  return String.fromCharCode(...folded.subarray(from, stemEnd(folded, from, to)));
}
