import type { Segment } from './segments.ts';

/**
 * The segments the page has at present. Reading again what has not changed gives
 * the segment that is already there, so nothing is linked or painted twice.
 */
export class PageText {
  /** Each segment, and the last reading that found it. Weak keys would slow every collection. */
  readonly #seen = new Map<Segment, number>();
  readonly #byNode = new Map<Text, Segment[]>();
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
    const known = others?.find((other) => isSame(other, segment));
    this.#seen.set(known ?? segment, this.#reading);
    if (known) return false;
    if (others) others.push(segment);
    else this.#byNode.set(node, [segment]);
    return true;
  }

  /** Forgets and gives back the segments of these blocks (all when absent) not seen since `beginReading`. */
  endReading(blocks?: Iterable<Element>): Segment[] {
    const ended = blocks && new Set(blocks);
    return this.#take(
      (segment, seen) => seen !== this.#reading && (!ended || ended.has(segment.block)),
    );
  }

  /** Forgets and gives back the segments whose nodes have left the page. */
  sweep(): Segment[] {
    return this.#take(
      ({ block, pieces }) => !block.isConnected || pieces.some(({ node }) => !block.contains(node)),
    );
  }

  has(segment: Segment): boolean {
    return this.#seen.has(segment);
  }

  /** The texts of all segments, in the order in which they were first read. */
  texts(): string[] {
    return [...this.#seen.keys()].map(({ text }) => text);
  }

  clear(): void {
    this.#seen.clear();
    this.#byNode.clear();
  }

  #take(isGone: (segment: Segment, seen: number) => boolean): Segment[] {
    const gone: Segment[] = [];
    for (const [segment, seen] of this.#seen) if (isGone(segment, seen)) gone.push(segment);
    for (const segment of gone) {
      this.#seen.delete(segment);
      const node = segment.pieces[0]?.node as Text;
      const rest = this.#byNode.get(node)?.filter((other) => other !== segment) ?? [];
      if (rest.length > 0) this.#byNode.set(node, rest);
      else this.#byNode.delete(node);
    }
    return gone;
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
