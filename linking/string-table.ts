import { STRING_ID } from './index-layout.ts';
import { NameTable } from './name-table.ts';
import { NumberList } from './number-list.ts';
import { CHECK_PRIME, CHECK_SEED, finish, KEY_PRIME, KEY_SEED } from './word-hash.ts';

const SHORT_PLACES = 0x100;
const Q_ID = /^Q([1-9]\d{0,8})$/;

const FIRST_CHUNK = 0x400;
const CHUNK = 0x1_0000;
/** Most bytes that a UTF-16 code unit takes in UTF-8. */
const BYTES_PER_UNIT = 3;

/**
 * The strings of an index while it is built, each once. The first 256 places are
 * the pack's id and the languages of names, which a candidate has 8 bits for. Ids
 * are known by 64 bits, as names are, and kept as the bytes they will be: a million
 * in a Map take four times the memory.
 */
export class StringTable {
  readonly #short: string[];
  readonly #ids = new NameTable();
  /** By id: where its bytes end, counted from the first id's. */
  readonly #idEnd = new NumberList();
  /** The bytes of ids, one behind the other: chunks that are full, and the one being filled. */
  readonly #full: Uint8Array[] = [];
  #chunk = new Uint8Array(0);
  #chunkUsed = 0;
  #idBytes = 0;

  constructor(pack: string) {
    this.#short = [pack];
  }

  /** How many strings there are, empty places included. */
  get count(): number {
    return SHORT_PLACES + this.#ids.size;
  }

  /** The bytes of all strings in UTF-8. */
  get byteLength(): number {
    return this.#short.reduce((sum, text) => sum + encoder.encode(text).length, this.#idBytes);
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
    let key = KEY_SEED;
    let check = CHECK_SEED;
    for (let at = 0; at < id.length; at++) {
      const unit = id.charCodeAt(at);
      key = Math.imul(key ^ unit, KEY_PRIME);
      check = Math.imul(check ^ unit, CHECK_PRIME);
    }
    const place = this.#ids.numberOf(finish(key), finish(check));
    if (place === this.#idEnd.length) this.#keep(id);
    return (STRING_ID | (SHORT_PLACES + place)) >>> 0;
  }

  /** Gives back the memory that only `idCode` needs, which cannot be called any more. */
  seal(): void {
    this.#ids.seal();
  }

  /**
   * Writes all strings as UTF-8, and where each begins; the last start is the end.
   *
   * @param starts - `count` + 1 of them
   * @param bytes - `byteLength` of them
   */
  writeTo(starts: Uint32Array, bytes: Uint8Array): void {
    let at = 0;
    for (let place = 0; place < SHORT_PLACES; place++) {
      starts[place] = at;
      at += encoder.encodeInto(this.#short[place] ?? '', bytes.subarray(at)).written;
    }
    starts[SHORT_PLACES] = at;
    for (let id = 0; id < this.#ids.size; id++) {
      starts[SHORT_PLACES + id + 1] = at + this.#idEnd.at(id);
    }
    for (const chunk of [...this.#full, this.#chunk.subarray(0, this.#chunkUsed)]) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
  }

  #keep(id: string): void {
    const most = id.length * BYTES_PER_UNIT;
    if (this.#chunkUsed + most > this.#chunk.length) {
      this.#full.push(this.#chunk.subarray(0, this.#chunkUsed));
      const size = Math.min(FIRST_CHUNK + this.#idBytes, CHUNK);
      this.#chunk = new Uint8Array(Math.max(size, most));
      this.#chunkUsed = 0;
    }
    const { written } = encoder.encodeInto(id, this.#chunk.subarray(this.#chunkUsed));
    this.#chunkUsed += written;
    this.#idBytes += written;
    this.#idEnd.push(this.#idBytes);
  }
}

const encoder = new TextEncoder();

/** The number of a Wikidata Q-id that fits an id code; undefined for any other id. */
export function qNumber(id: string): number | undefined {
  if (id.charCodeAt(0) !== 0x51 || id.length > 10) return undefined;
  const digits = Q_ID.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
