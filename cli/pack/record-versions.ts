import { createHash } from 'node:crypto';
import { IdMap } from '../../store/id-map.ts';

/** Numbers of a hash that are kept: 64 bits. */
const HASH_LENGTH = 2;

/**
 * Tells what became of the records of a pack in its next version, from a hash of
 * each: 9 bytes a record of the old one, and an IdMap of both. Of records whose id
 * stands twice the first counts.
 */
export class RecordVersions {
  /** Ids with the number of their record, the old ones first. */
  readonly #ids = new IdMap();
  #old = 0;
  #hashes = new Uint32Array(HASH_LENGTH * 1_024);
  #isMet = new Uint8Array(1_024);
  #met = 0;

  addOld(key: string, json: string): void {
    const number = this.#old + 1;
    if (this.#ids.add(key, number) !== undefined) return;
    this.#old = number;
    if (number >= this.#isMet.length) this.#grow();
    this.#hashes.set(hashOf(json), number * HASH_LENGTH);
  }

  /** To be called once all old ones are known; undefined for what was met before. */
  addNew(key: string, json: string): 'added' | 'changed' | 'unchanged' | undefined {
    const number = this.#ids.add(key, this.#old + 1);
    if (number === undefined) return 'added';
    if (number > this.#old || !this.#meet(number)) return undefined;
    const [first, second] = hashOf(json);
    const at = number * HASH_LENGTH;
    const isSame = this.#hashes[at] === first && this.#hashes[at + 1] === second;
    return isSame ? 'unchanged' : 'changed';
  }

  /** How many old ones have not been met among the new. */
  get gone(): number {
    return this.#old - this.#met;
  }

  /** Whether an old one was not met among the new; said once. */
  takeGone(key: string): boolean {
    const number = this.#ids.add(key, this.#old + 1);
    return number !== undefined && number <= this.#old && this.#meet(number);
  }

  /** @returns whether it was not met before */
  #meet(number: number): boolean {
    if (this.#isMet[number] === 1) return false;
    this.#isMet[number] = 1;
    this.#met++;
    return true;
  }

  #grow(): void {
    const [hashes, isMet] = [this.#hashes, this.#isMet];
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#hashes.set(hashes);
    this.#isMet = new Uint8Array(isMet.length * 2);
    this.#isMet.set(isMet);
  }
}

function hashOf(json: string): readonly [number, number] {
  const digest = createHash('sha256').update(json).digest();
  return [digest.readUInt32LE(0), digest.readUInt32LE(4)];
}
