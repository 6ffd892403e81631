import type { PackProblem } from '../facts/read-pack.ts';

/** Problems that are kept with their text; the rest is counted. */
const MOST_KEPT = 10_000;
/** Messages quote what they are about, which may be megabytes. */
const LONGEST_MESSAGE = 500;

/** What an import passed over, and why. */
export class ImportProblems {
  readonly kept: PackProblem[] = [];
  total = 0;

  add(problem: PackProblem): void {
    this.total++;
    if (this.kept.length >= MOST_KEPT) return;
    this.kept.push({ ...problem, message: clipped(problem.message), mend: clipped(problem.mend) });
  }
}

/** A message, cut off where nobody would read on. */
export function clipped(message: string): string {
  return message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE)} …`;
}

/** An import that was refused or broken off; the fact base is as it was. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  /** What the reader can do about it. */
  readonly mend: string;

  constructor(message: string, mend: string, options?: ErrorOptions) {
    super(message, options);
    this.mend = mend;
  }
}

/** An error of an import in words that a reader can act on. */
export function toImportError(error: unknown): Error {
  if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError')
    return error instanceof Error ? error : new Error(String(error));
  return new ImportError(
    'There is not enough room on the disk for this pack. What was there before is kept.',
    'Free some space, or remove a pack or the version before of one, and import it again.',
    { cause: error },
  );
}
