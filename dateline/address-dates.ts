import type { Words } from '../words/words.ts';
import type { Candidate } from './candidate.ts';
import type { DateStyle } from './date-style.ts';
import { writtenDates } from './written-dates.ts';

/** What the page's address says, else the one it gives itself. */
export function* fromAddresses(
  url: string,
  canonical: string | undefined,
  style: DateStyle,
): Generator<Candidate> {
  for (const [address, key] of [
    [url, 'day.at.address'],
    [canonical ?? '', 'day.at.canonical'],
  ] as const) {
    const found = addressDate(address, style);
    if (!found) continue;
    const weight = found.isWhole ? 2.5 : 1;
    const what = (words: Words) => words(key);
    yield { isos: [found.iso], method: 'url', role: 'published', weight, what };
    return;
  }
}

/** A day in an address. */
export interface AddressDate {
  readonly iso: string;
  /** Whether it stands alone; else it begins a longer number, which may be no date. */
  readonly isWhole: boolean;
}

/** Names in a query whose values are the day of what is shown; "from" and "to" are of a search. */
const DATED_KEY =
  /^(?:(?:pub(?:lish(?:ed)?|lication)?|article|news|issue)?[_-]?(?:date|day)|published(?:[_-]?(?:at|on))?)$/i;

/** The date in an address: /2024/11/15/, -20241115, /2024/nov/15/, ?date=2024-11-15. */
export function addressDate(url: string, style: DateStyle): AddressDate | undefined {
  if (!URL.canParse(url)) return undefined;
  const { pathname, searchParams } = new URL(url);
  const dated = [...searchParams].filter(([key]) => DATED_KEY.test(key));
  const text = [decode(pathname), ...dated.map(([, value]) => value)].join('?');
  const named = /[/_-](\d{4})[/_-]([a-z]{3,9})[/_-](\d{1,2})(?=\D|$)/i.exec(text);
  if (named) {
    const [one] = writtenDates(`${named[3]} ${named[2]} ${named[1]}`, style);
    if (one?.isos[0]) return { iso: one.isos[0], isWhole: true };
  }
  const split = /(?<!\d)((?:19|20)\d{2})([/_.-])(\d{1,2})\2(\d{1,2})(?!\d)/g;
  for (const [, year, , month, day] of text.matchAll(split)) {
    const iso = day && isoIn(`${year}-${month}-${day}`, style);
    if (iso) return { iso, isWhole: true };
  }
  const reversed = /(?<!\d)(\d{1,2})([/_.-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/g;
  for (const [, day, , month, year] of text.matchAll(reversed)) {
    const iso = day && Number(day) > 12 && isoIn(`${year}-${month}-${day}`, style);
    if (iso) return { iso, isWhole: true };
  }
  const joined = /(?<![\da-f])((?:19|20)\d{2})([01]\d)([0-3]\d)(\d*)(?![a-f])/gi;
  for (const [, year, month, day, rest] of text.matchAll(joined)) {
    const iso = isoIn(`${year}-${month}-${day}`, style);
    if (iso) return { iso, isWhole: rest === '' };
  }
  return undefined;
}

function isoIn(text: string, style: DateStyle): string | undefined {
  return writtenDates(text, style)[0]?.isos[0];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
