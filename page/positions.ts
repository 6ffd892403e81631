import type { Piece, Segment } from './segments.ts';

/** A place in a text node. */
export interface Position {
  readonly node: Text;
  readonly offset: number;
}

/** The ends of a span of a segment, both in text nodes: what a range is made of. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/**
 * The nodes' span for a half-open span of a segment's text, or null when it lies
 * outside the text or holds nothing but separators. Takes O(log pieces).
 */
export function spanOf(segment: Segment, start: number, end: number): Span | null {
  if (!(start >= 0 && start < end && end <= segment.text.length)) return null;
  const { pieces } = segment;
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, end - 1);
  if (!first || !last) return null;
  // A span that begins or ends on a separator is drawn in to the text beside it.
  const from = start < first.start + first.length ? first : pieces[pieces.indexOf(first) + 1];
  if (!from) return null;
  const begin = Math.max(start, from.start);
  const stop = Math.min(end, last.start + last.length);
  if (begin >= stop) return null;
  return {
    start: { node: from.node, offset: begin - from.start + from.from },
    end: { node: last.node, offset: stop - last.start + last.from },
  };
}

/** The last piece that starts at or before an offset, by binary search. */
export function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle] as Piece).start <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}
