/** Control characters that part words where they stand: tab, line feed and their like. */
const BREAKS = /[\t-\r\u0085\u2028\u2029]/gu;
/** What no name holds: other controls, halves of surrogate pairs, marks that turn the direction of a line. */
const UNSEEN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/** Most texts: words of ASCII with single spaces, in which there is nothing to clean. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/u;

/**
 * A text from outside as it may stand in a name: composed (NFC), without control
 * characters, with single spaces. Joiners (ZWJ, ZWNJ) stay, as scripts need them.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(BREAKS, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

const LONGEST_SLUG = 80;

/**
 * A text as the last part of an id: its letters and digits of any script in small,
 * with "-" for all else. Empty when it has none.
 */
export function slugOf(text: string): string {
  const slug = cleanText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return [...slug].slice(0, LONGEST_SLUG).join('').replace(/-$/u, '');
}

/** Gives each id once: the second of "x" becomes "x-2", in the order in which they are asked for. */
export class UniqueIds {
  readonly #given = new Set<string>();
  readonly #next = new Map<string, number>();

  /** Whether an id was given or taken before. */
  has(id: string): boolean {
    return this.#given.has(id);
  }

  /** Keeps an id from being given. */
  take(id: string): void {
    this.#given.add(id);
  }

  give(wanted: string): string {
    let id = wanted;
    let count = this.#next.get(wanted) ?? 2;
    while (this.#given.has(id)) id = `${wanted}-${count++}`;
    this.#next.set(wanted, count);
    this.#given.add(id);
    return id;
  }
}
