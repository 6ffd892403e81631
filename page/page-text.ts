import type { Segment } from './segments.ts';

/**
 * The segments the page has at present. Reading again what has not changed gives
 * the segment that is already there, so nothing is linked or painted twice.
 */
export class PageText {
  readonly #byBlock = new Map<Element, Set<Segment>>();
  readonly #byNode = new WeakMap<Text, Set<Segment>>();
  readonly #seen = new WeakMap<Segment, number>();
  #reading = 0;

  /** Begins a reading; `endReading` then tells what it did not find again. */
  beginReading(): void {
    this.#reading++;
  }

  /**
   * Takes a segment as read.
   *
   * @returns false when it is one that is already there
   */
  add(segment: Segment): boolean {
    const node = segment.pieces[0]?.node;
    if (!node) return false;
    const others = this.#byNode.get(node);
    for (const other of others ?? [])
      if (isSame(other, segment)) {
        this.#seen.set(other, this.#reading);
        return false;
      }
    if (others) others.add(segment);
    else this.#byNode.set(node, new Set([segment]));
    const siblings = this.#byBlock.get(segment.block);
    if (siblings) siblings.add(segment);
    else this.#byBlock.set(segment.block, new Set([segment]));
    this.#seen.set(segment, this.#reading);
    return true;
  }

  /** Forgets and gives back the segments of these blocks (all when absent) not seen since `beginReading`. */
  endReading(blocks: Iterable<Element> = [...this.#byBlock.keys()]): Segment[] {
    const gone: Segment[] = [];
    for (const block of blocks)
      for (const segment of this.#byBlock.get(block) ?? [])
        if (this.#seen.get(segment) !== this.#reading) gone.push(segment);
    for (const segment of gone) this.#delete(segment);
    return gone;
  }

  /** Forgets and gives back the segments whose nodes have left the page. */
  sweep(): Segment[] {
    const gone: Segment[] = [];
    for (const segments of this.#byBlock.values())
      for (const segment of segments)
        if (
          !segment.block.isConnected ||
          segment.pieces.some(({ node }) => !segment.block.contains(node))
        )
          gone.push(segment);
    for (const segment of gone) this.#delete(segment);
    return gone;
  }

  has(segment: Segment): boolean {
    return this.#byBlock.get(segment.block)?.has(segment) === true;
  }

  clear(): void {
    for (const segments of [...this.#byBlock.values()])
      for (const segment of [...segments]) this.#delete(segment);
  }

  #delete(segment: Segment): void {
    const siblings = this.#byBlock.get(segment.block);
    siblings?.delete(segment);
    if (siblings?.size === 0) this.#byBlock.delete(segment.block);
    const node = segment.pieces[0]?.node;
    if (node) this.#byNode.get(node)?.delete(segment);
  }
}

function isSame(a: Segment, b: Segment): boolean {
  return (
    a.block === b.block &&
    a.text === b.text &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, at) => {
      const other = b.pieces[at];
      return other?.node === piece.node && other.from === piece.from;
    })
  );
}
