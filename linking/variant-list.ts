/**
 * Adds a range to a list of variants, unless the one before is the same or the list is full.
 *
 * @param out - pairs (from, to), one behind the other
 * @param count - the pairs in `out`
 * @returns the pairs in `out` now
 */
export function addVariant(out: Int32Array, count: number, from: number, to: number): number {
  const at = count * 2;
  if (at + 2 > out.length) return count;
  if (count > 0 && out[at - 2] === from && out[at - 1] === to) return count;
  out[at] = from;
  out[at + 1] = to;
  return count + 1;
}
