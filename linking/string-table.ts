import { STRING_ID } from './index-layout.ts';

const SHORT_PLACES = 0x100;
const Q_ID = /^Q([1-9]\d{0,8})$/;

/**
 * The strings of an index while it is built, each once. The first 256 places are
 * the pack's id and the languages of names, which a candidate has 8 bits for.
 */
export class StringTable {
  readonly #short: string[];
  readonly #ids = new Map<string, number>();

  constructor(pack: string) {
    this.#short = [pack];
  }

  /** The place of a language, or 0 when there are more of them than places. */
  languagePlace(language: string): number {
    const known = this.#short.indexOf(language, 1);
    if (known > 0) return known;
    return this.#short.length < SHORT_PLACES ? this.#short.push(language) - 1 : 0;
  }

  /** The 32-bit code of an entity's id: its number for Wikidata's, else its place here. */
  idCode(id: string): number {
    const number = qNumber(id);
    if (number !== undefined) return number;
    let place = this.#ids.get(id);
    if (place === undefined) {
      place = SHORT_PLACES + this.#ids.size;
      this.#ids.set(id, place);
    }
    return (STRING_ID | place) >>> 0;
  }

  /** All strings as UTF-8, and where each begins; the last start is the end. */
  encode(): { bytes: Uint8Array; starts: Uint32Array } {
    const encoder = new TextEncoder();
    const parts = [
      ...Array.from({ length: SHORT_PLACES }, (_, place) => this.#short[place] ?? ''),
      ...this.#ids.keys(),
    ].map((text) => encoder.encode(text));
    const starts = new Uint32Array(parts.length + 1);
    parts.forEach((part, place) => {
      starts[place + 1] = (starts[place] ?? 0) + part.length;
    });
    const bytes = new Uint8Array(starts.at(-1) ?? 0);
    parts.forEach((part, place) => {
      bytes.set(part, starts[place]);
    });
    return { bytes, starts };
  }
}

/** The number of a Wikidata Q-id that fits an id code; undefined for any other id. */
export function qNumber(id: string): number | undefined {
  if (id.charCodeAt(0) !== 0x51 || id.length > 10) return undefined;
  const digits = Q_ID.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
