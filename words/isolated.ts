import type { Words } from './words.ts';

const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A text of a page or a pack, so that it cannot turn the sentence around it: what `bdi` is in
 * markup (Unicode Bidirectional Algorithm, UAX #9, 2.4). White space in it becomes single spaces.
 */
export function isolated(text: string): string {
  return `\u2068${text.replace(BIDI_CONTROLS, '').replace(/\s+/gu, ' ').trim()}\u2069`;
}

/** A date in figures, an address or a name of code, which keeps its order in every language. */
export function latin(text: string, { direction }: Words): string {
  return direction === 'rtl' ? isolated(text) : text;
}
