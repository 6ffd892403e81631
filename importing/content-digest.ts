import { CHECK_PRIME, CHECK_SEED, finish, KEY_PRIME, KEY_SEED } from '../linking/word-hash.ts';

/**
 * Tells whether two packs have the same lines in whatever order: blocks of one pack
 * may lie in another order on another machine. 64 bits, no protection from malice.
 */
export class ContentDigest {
  #key = 0;
  #check = 0;
  #lines = 0;

  add(line: string): void {
    let key = KEY_SEED;
    let check = CHECK_SEED;
    for (let at = 0; at < line.length; at++) {
      const unit = line.charCodeAt(at);
      key = Math.imul(key ^ unit, KEY_PRIME);
      check = Math.imul(check ^ unit, CHECK_PRIME);
    }
    this.#key = (this.#key + finish(key)) | 0;
    this.#check = (this.#check + finish(check)) | 0;
    this.#lines++;
  }

  equals(other: ContentDigest): boolean {
    return this.#key === other.#key && this.#check === other.#check && this.#lines === other.#lines;
  }
}
