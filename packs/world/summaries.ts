import { inSentence } from './country-names.ts';
import type { Term } from './offices.ts';
import { classOf } from './prominence.ts';

/** Characters of a summary, as the quality gate has it. */
const LONGEST = 200;
const ORDER = ['head', 'core', 'other'] as const;

/** Offices with their years, the weightiest first, as many as there is room for. */
export function personSummary(terms: readonly Term[]): string {
  const sorted = [...terms].sort(
    (a, b) =>
      ORDER.indexOf(classOf(a.title)) - ORDER.indexOf(classOf(b.title)) ||
      (a.start < b.start ? 1 : -1),
  );
  const seen = new Set<string>();
  let text = 'Has held public office:';
  let isFirst = true;
  for (const { office, start, end } of sorted) {
    const [name = ''] = office.names;
    if (seen.has(name)) continue;
    seen.add(name);
    const next = `${text}${isFirst ? '' : ';'} ${name}${years(start, end)}`;
    if (next.length + 1 > LONGEST) continue;
    text = next;
    isFirst = false;
  }
  return `${text}.`;
}

/** " (2009–2013)", " (from 2021)", or nothing. */
function years(start: string, end: string): string {
  const [from, to] = [start.slice(0, 4), end.slice(0, 4)];
  if (from === '' && to === '') return '';
  if (to === '') return ` (from ${from})`;
  if (from === '') return ` (until ${to})`;
  return from === to ? ` (${from})` : ` (${from}–${to})`;
}

export function officeSummary(title: string, country: string): string {
  const of = inSentence(country);
  const text = `Public office in the government of ${of}: ${title}.`;
  return text.length > LONGEST
    ? `Public office in the government of ${of}, with its holders.`
    : text;
}
