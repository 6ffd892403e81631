/** Numbers, sizes and times for reading, in the reader's own notation. */

const readerLocale = () => navigator.language;

/** A whole number: "26,206". */
export function whole(number: number, locale = readerLocale()): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(number);
}

/** A number with what is counted: "1 fact", "26,206 facts". */
export function count(number: number, one: string, many: string, locale?: string): string {
  return `${whole(number, locale)} ${number === 1 ? one : many}`;
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size from bytes, in steps of 1,000 as disks are sold: "4.2 MB". */
export function size(bytes: number, locale = readerLocale()): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  // 999.5 kB would be written as 1,000 kB.
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: BYTE_UNITS[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: unit > 1 && value < 10 ? 1 : 0,
  }).format(value);
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A span of time from seconds, rounded as one would say it: "40 seconds", "3 minutes". */
export function duration(seconds: number, locale = readerLocale()): string {
  const [value, unit] =
    seconds < 10
      ? [Math.max(1, Math.ceil(seconds)), 'second']
      : seconds < 57.5
        ? [Math.round(seconds / 5) * 5, 'second']
        : seconds < 59.5 * MINUTE
          ? [Math.max(1, Math.round(seconds / MINUTE)), 'minute']
          : [Math.max(1, Math.round(seconds / HOUR)), 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

const DAY = 24 * HOUR;
const AGES = [
  [30 * DAY, 'month'],
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
] as const;

/** How long ago a moment was, both in milliseconds since 1970: "3 days ago", "now". */
export function ago(then: number, now: number, locale = readerLocale()): string {
  const seconds = Math.max(0, (now - then) / 1_000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [length, unit] = AGES.find(([length]) => seconds >= length) ?? [1, 'second'];
  return format.format(unit === 'second' ? 0 : -Math.floor(seconds / length), unit);
}
