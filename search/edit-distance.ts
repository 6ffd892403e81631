/** Letters of words that are compared; longer ones are cut. */
const MOST = 40;
/** Three rows of the table, reused. */
let before = new Uint8Array(MOST + 1);
let row = new Uint8Array(MOST + 1);
let next = new Uint8Array(MOST + 1);

/**
 * How many typing errors lead from one word to another: letters left out, added, replaced,
 * or two neighbours swapped (optimal string alignment; Damerau 1964, Levenshtein 1966).
 * Packages of the field give neither swaps nor beginnings of words.
 *
 * @param written - bytes of the word in `bytes`, from `from` to `to`
 * @param isStart - whether `typed` may be only the beginning of the word
 * @param limit - more than this is told as `limit` + 1
 */
export function editDistance(
  typed: Uint8Array,
  bytes: Uint8Array,
  from: number,
  to: number,
  limit: number,
  isStart: boolean,
): number {
  const width = Math.min(typed.length, MOST);
  // Past the typed letters and the errors, the rest of a word is not looked at.
  const height = Math.min(to - from, MOST, isStart ? width + limit : MOST);
  if (!isStart && Math.abs(width - height) > limit) return limit + 1;
  for (let x = 0; x <= width; x++) row[x] = x;
  let best = isStart ? width : limit + 1;
  for (let y = 1; y <= height; y++) {
    const letter = bytes[from + y - 1] as number;
    next[0] = y;
    let least = y;
    for (let x = 1; x <= width; x++) {
      const typedLetter = typed[x - 1] as number;
      let cost = (row[x - 1] as number) + (typedLetter === letter ? 0 : 1);
      const added = (next[x - 1] as number) + 1;
      const leftOut = (row[x] as number) + 1;
      if (added < cost) cost = added;
      if (leftOut < cost) cost = leftOut;
      if (x > 1 && y > 1 && typedLetter === bytes[from + y - 2] && typed[x - 2] === letter) {
        const swapped = (before[x - 2] as number) + 1;
        if (swapped < cost) cost = swapped;
      }
      next[x] = cost;
      if (cost < least) least = cost;
    }
    const free = before;
    before = row;
    row = next;
    next = free;
    const reached = row[width] as number;
    if (isStart && reached < best) best = reached;
    // A swap may still come from the row before, which was no better.
    if (least > limit) return Math.min(best, limit + 1);
  }
  if (!isStart) best = row[width] as number;
  return Math.min(best, limit + 1);
}
