/** Numbers, sizes and times for reading, in the notation of a language (BCP 47). */

/** A whole number: "26,206". */
export function whole(number: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(number);
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size from bytes, in steps of 1,000 as disks are sold: "4.2 MB". */
export function size(bytes: number, language: string): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  // 999.5 kB would be written as 1,000 kB.
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: BYTE_UNITS[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: unit > 1 && value < 10 ? 1 : 0,
  }).format(value);
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A span of time from seconds, rounded as one would say it: "40 seconds", "3 minutes". */
export function duration(seconds: number, language: string): string {
  const [value, unit] =
    seconds < 10
      ? [Math.max(1, Math.ceil(seconds)), 'second']
      : seconds < 57.5
        ? [Math.round(seconds / 5) * 5, 'second']
        : seconds < 59.5 * MINUTE
          ? [Math.max(1, Math.round(seconds / MINUTE)), 'minute']
          : [Math.max(1, Math.round(seconds / HOUR)), 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}

const DAY = 24 * HOUR;
const AGES = [
  [30 * DAY, 'month'],
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
] as const;

/** How long ago a moment was, both in milliseconds since 1970: "3 days ago", "now". */
export function ago(then: number, now: number, language: string): string {
  const seconds = Math.max(0, (now - then) / 1_000);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [length, unit] = AGES.find(([length]) => seconds >= length) ?? [1, 'second'];
  return format.format(unit === 'second' ? 0 : -Math.floor(seconds / length), unit);
}
