import { isoOf } from './calendars.ts';
import { type DateStyle, isosOf, possible, wholeYear } from './date-style.ts';
import { monthNames, type NamedMonth, nameOf } from './month-names.ts';
import type { WrittenDate } from './written-date.ts';

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKENS = /\d+|[\p{L}\p{M}]+(?:[.'’׳][\p{L}\p{M}]+)*|[^\s]/gu;

/** Dates with the name of a month: 15 Nov 2024, November 15, 2024, 2024. november 15. */
export function* namedDates(text: string, style: DateStyle): Generator<WrittenDate> {
  const tokens: Token[] = [...text.matchAll(TOKENS)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (let at = 0; at < tokens.length; at++) {
    const [named, length] = monthAt(tokens, at, style.languages);
    if (!named) continue;
    const one = aroundMonth(tokens, at, at + length - 1, named, style);
    if (one) yield one;
    at += length - 1;
  }
}

function monthAt(
  tokens: readonly Token[],
  at: number,
  languages: readonly string[],
): readonly [NamedMonth | undefined, number] {
  const text = tokens[at]?.text ?? '';
  if (!/^[\p{L}\p{M}]/u.test(text)) return [undefined, 1];
  const one = nameOf(text);
  const next = tokens[at + 1]?.text ?? '';
  for (const language of languages) {
    const names = monthNames(language);
    const two = next && names.get(`${one} ${nameOf(next)}`);
    if (two) return [two, 2];
    const named = names.get(one) ?? (PREFIXED.has(language) ? names.get(one.slice(1)) : undefined);
    if (named) return [named, 1];
  }
  return [undefined, 1];
}

/** Languages that write "in" in one word with the month. */
const PREFIXED = new Set(['he']);

interface Figure {
  readonly value: number;
  readonly digits: number;
  readonly at: number;
}

function aroundMonth(
  tokens: readonly Token[],
  first: number,
  last: number,
  { calendar, month }: NamedMonth,
  style: DateStyle,
): WrittenDate | undefined {
  const left = figureBeside(tokens, first, -1);
  const right = figureBeside(tokens, last, 1);
  const orders: readonly (readonly [Figure | undefined, Figure | undefined])[] = [
    [left, right],
    [right, left],
    [right, right && figureBeside(tokens, right.at, 1)],
    [left, left && figureBeside(tokens, left.at, -1)],
  ];
  for (const [day, year] of orders) {
    if (!day || !year || day.digits > 2 || day.value < 1 || day.value > 31) continue;
    const isShort = year.digits === 2;
    // "November 15, 24" may be an hour: a short year stands at the end, right after the month.
    if (isShort ? year !== right || day !== left : year.digits !== 4) continue;
    const whole = isShort ? wholeYear(year.value, style) : year.value;
    const isos =
      calendar === 'gregory'
        ? isosOf(whole, month, day.value, style)
        : possible([isoOf(calendar, whole, month, day.value)], style);
    if (isos.length === 0) continue;
    const [start, end] = [Math.min(day.at, year.at, first), Math.max(day.at, year.at, last)];
    return { isos, start: tokens[start]?.start ?? 0, end: tokens[end]?.end ?? 0, isShort };
  }
  return undefined;
}

/** Letters of a word that may stand between the parts of a date: "of", "de", "gada", "жылғы". */
const FILLER = 5;

/** What makes an ordinal of the figure before it: 1º (folded to "1o"), 15th, 1er. */
const ORDINAL = /^(?:o|a|st|nd|rd|th|er)$/;

/** The number next to a token, past marks and at most one short word. */
function figureBeside(tokens: readonly Token[], from: number, step: 1 | -1): Figure | undefined {
  let words = 0;
  for (let at = from + step, steps = 0; steps < 4; at += step, steps++) {
    const text = tokens[at]?.text;
    if (text === undefined) return undefined;
    if (/^\d/.test(text)) {
      const isTime =
        tokens[at + 1]?.text === ':' ||
        (tokens[at - 1]?.text === ':' && step === -1 && /^\d/.test(tokens[at - 2]?.text ?? ''));
      return isTime ? undefined : { value: Number(text), digits: text.length, at };
    }
    if (/^[\p{L}\p{M}]/u.test(text)) {
      if (ORDINAL.test(text) && isRightAfterFigure(tokens, at)) continue;
      if (text.length > FILLER || ++words > 1) return undefined;
    } else if (!/^[.,،،'’\-\u2010-\u2015°)(/]$/u.test(text)) return undefined;
  }
  return undefined;
}

function isRightAfterFigure(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && /^\d/.test(before.text) && before.end === tokens[at]?.start;
}
