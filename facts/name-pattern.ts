/** Names that one pattern may stand for; more is a slip of the pen. */
export const MOST_NAMES = 64;

const PART = /\[([^[\]()]*)\]|\(([^[\]()]*)\)|([^[\]()]+)/gy;

/**
 * The names that a pattern stands for: in round brackets one of several, in
 * square brackets one or none. "[2015] (Iran|Iranian) nuclear deal" is four names.
 *
 * @returns the names, or undefined when brackets do not match, one stands in
 *   another, or there would be more than 64 names
 */
export function namesOfPattern(pattern: string): string[] | undefined {
  let names = [''];
  let read = 0;
  PART.lastIndex = 0;
  for (let part = PART.exec(pattern); part; part = PART.exec(pattern)) {
    read = PART.lastIndex;
    const [, optional, choice, plain = ''] = part;
    const bracketed = choice ?? optional;
    const words = bracketed === undefined ? [plain] : bracketed.split('|');
    if (optional !== undefined) words.push('');
    if (names.length * words.length > MOST_NAMES) return undefined;
    names = names.flatMap((name) => words.map((word) => name + word));
  }
  if (read !== pattern.length) return undefined;
  const tidy = names.map((name) => name.replace(/\s+/gu, ' ').trim());
  return tidy.includes('') ? undefined : [...new Set(tidy)];
}
