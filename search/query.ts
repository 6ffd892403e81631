import { parseDate } from '../facts/dates.ts';
import type { Day } from '../facts/days.ts';
import { wordsOf } from '../linking/tokens.ts';

/** What a reader typed, as it is searched. */
export interface Query {
  /** Distinct words, as they are compared. */
  readonly words: readonly string[];
  /** Without the words of the date; the same where there is none, or nothing else. */
  readonly undated: readonly string[];
  /** The days that a year, month or day in it stands for. */
  readonly time: { readonly from: Day; readonly to: Day } | undefined;
  /** Whether the last word may go on. */
  readonly isOpen: boolean;
}

/** Words that are searched; whoever pastes a page is not looking for a name. */
const MOST_WORDS = 12;
const LONGEST_WORD = 100;
/** Code units that are read at all. */
const MOST_LETTERS = 10_000;
/** A year of four figures, with month and day if need be, and no figures beside it. */
const DATE = /(?<![\p{N}.-])([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?(?![\p{N}-])/u;
/** Figures of scripts that have their own, by their zeros. */
const ZEROS = ['٠', '۰', '०'];

export function readQuery(text: string): Query {
  const typed = latinFigures(text.slice(0, MOST_LETTERS));
  const words = distinctWords(typed);
  const found = DATE.exec(typed);
  const days = found ? parseDate(found[0]) : null;
  const rest = found && days ? distinctWords(typed.replace(DATE, ' ')) : [];
  const isDated = days !== null && rest.length > 0;
  return {
    words,
    undated: isDated ? rest : words,
    time: isDated ? { from: days.earliest, to: days.latest } : undefined,
    isOpen: !/\s$/u.test(text),
  };
}

function distinctWords(text: string): string[] {
  const words = wordsOf(text).map((word) => word.slice(0, LONGEST_WORD));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

function latinFigures(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९]/gu, (figure) => {
    const code = figure.charCodeAt(0);
    const zero = ZEROS.map((one) => one.charCodeAt(0)).find(
      (one) => code >= one && code < one + 10,
    );
    return String(code - (zero ?? code));
  });
}
