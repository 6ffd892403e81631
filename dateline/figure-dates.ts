import { isoOf } from './calendars.ts';
import { type DateStyle, isosOf, possible, wholeYear } from './date-style.ts';
import type { WrittenDate } from './written-date.ts';

const ERAS: Readonly<Record<string, string>> = {
  令和: 'reiwa',
  平成: 'heisei',
  昭和: 'showa',
  大正: 'taisho',
  明治: 'meiji',
};

/** Dates whose figures bear marks: 2020年2月15日, 令和2年2月15日, 2020년 3월 4일, ngày 18 tháng 2 năm 2020. */
export function* markedDates(text: string, style: DateStyle): Generator<WrittenDate> {
  const east =
    /(令和|平成|昭和|大正|明治|民國|民国|(?<!\d))\s?(\d{1,4}|元)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?(?:[日號号]|일)/gu;
  for (const match of text.matchAll(east)) {
    const [era = '', year, month, day] = match.slice(1);
    const [y, m, d] = [year === '元' ? 1 : Number(year), Number(month), Number(day)];
    const name = ERAS[era];
    const isos = name
      ? possible([isoOf('japanese', y, m, d, name)], style)
      : era
        ? possible([isoOf('roc', y, m, d)], style)
        : isosOf(y, m, d, style);
    if (isos.length > 0) yield found(match, isos);
  }
  const vietnamese = /(?<!\d)(\d{1,2})\s(?:thang|thg)\s?(\d{1,2}),?\s(?:nam\s)?(\d{4})(?!\d)/g;
  for (const match of text.matchAll(vietnamese)) {
    const [day, month, year] = match.slice(1).map(Number) as [number, number, number];
    const isos = isosOf(year, month, day, style);
    if (isos.length > 0) yield found(match, isos);
  }
}

function found(match: RegExpExecArray, isos: string[], isShort = false): WrittenDate {
  return { isos, start: match.index, end: match.index + match[0].length, isShort };
}

/** Dates in figures alone: 2020-02-15, 15.2.2020, 02/15/2020, 15/02/20. */
export function* figureDates(text: string, style: DateStyle): Generator<WrittenDate> {
  const yearFirst =
    /(?<!\d|\d[-/.,:])(\d{3,4})(\.\s|\s?[-/.\u2010-\u2015]\s?)(\d{1,2})\2(\d{1,2})(?!\d|[-/]\d)/g;
  for (const match of text.matchAll(yearFirst)) {
    const [year, , month, day] = match.slice(1).map(Number) as [number, number, number, number];
    const isos = isosOf(year, month, day, style);
    if (isos.length > 0) yield found(match, isos);
  }
  const yearLast =
    /(?<!\d|\d[-/.,:])(\d{1,2})(\.\s|\s?[-/.\u2010-\u2015]\s?)(\d{1,2})\2(\d{4}|\d{2})(?!\d|[-/:.]\d)/g;
  for (const match of text.matchAll(yearLast)) {
    const [first, , second, last] = match.slice(1).map(Number) as [number, number, number, number];
    const isShort = (match[4] ?? '').length === 2;
    const isos = isShort
      ? shortIsos(first, second, last, style)
      : dayAndMonth(first, second, (day, month) => isosOf(last, month, day, style), style);
    if (isos.length > 0) yield found(match, isos, isShort);
  }
}

/** "3/4" in its likely order; in both where the page's order is not sure. */
function dayAndMonth(
  first: number,
  second: number,
  isos: (day: number, month: number) => string[],
  { monthFirst, isOrderSure }: DateStyle,
): string[] {
  const likely = monthFirst ? isos(second, first) : isos(first, second);
  if (isOrderSure && likely.length > 0) return likely;
  return [...new Set([...likely, ...(monthFirst ? isos(first, second) : isos(second, first))])];
}

/** A date of which no figure says that it is the year. */
function shortIsos(first: number, second: number, last: number, style: DateStyle): string[] {
  const yearLast = dayAndMonth(
    first,
    second,
    (day, month) => isosOf(wholeYear(last, style), month, day, style),
    style,
  );
  const yearFirst =
    first > 12 || YEAR_FIRST.has(style.languages[0] ?? '')
      ? isosOf(wholeYear(first, style), second, last, style)
      : [];
  return YEAR_FIRST.has(style.languages[0] ?? '')
    ? [...new Set([...yearFirst, ...yearLast])]
    : yearLast.length > 0
      ? yearLast
      : yearFirst;
}

/** Languages that write the year first. */
const YEAR_FIRST = new Set(['ja', 'zh', 'ko', 'hu', 'lt', 'mn', 'fa']);

const HAN = '〇一二三四五六七八九';

/** 二〇二四年十一月十五日 with its numbers in figures. */
export function hanFigures(text: string): string {
  if (!/[〇一二三四五六七八九十][年月日號号]/.test(text)) return text;
  return text.replace(/[〇一二三四五六七八九十]+(?=\s?[年月日號号])/g, (han) => {
    const ten = /^(.?)十(.?)$/.exec(han);
    if (!ten) return [...han].map((one) => HAN.indexOf(one)).join('');
    const [tens, ones] = [ten[1] ? HAN.indexOf(ten[1]) : 1, ten[2] ? HAN.indexOf(ten[2]) : 0];
    return String(tens * 10 + ones);
  });
}
