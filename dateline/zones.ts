import type { PageStyle } from './style.ts';

/** A day, and in how much of the places where a page may be written it is that day. */
export interface LocalDay {
  readonly iso: string;
  /** 0 to 1. */
  readonly share: number;
}

/** Hours ahead of universal time where most news are written, from California to Singapore. */
const ANYWHERE = [-8, -6, -5, -4, -3, 0, 1, 2, 5.5, 8];

/** How far the country of a page's language is trusted to be its own: "en-US" is a default. */
const TRUST_IN_LANGUAGE = 0.6;

/** A format for a zone costs a millisecond, so a wide country's zones are sampled. */
const MOST_ZONES = 3;

const MS_PER_HOUR = 3_600_000;

/**
 * The calendar days of a moment in the places where a page may be written: in the country of its
 * address, else partly in that of its language, else anywhere.
 *
 * @param utc - milliseconds since 1970
 */
export function localDays(
  utc: number,
  { country, region }: Pick<PageStyle, 'country' | 'region'>,
): LocalDay[] {
  const days = new Map<string, number>();
  const add = (offsets: readonly number[], part: number) => {
    for (const offset of offsets) {
      const iso = new Date(utc + offset * MS_PER_HOUR).toISOString().slice(0, 10);
      days.set(iso, (days.get(iso) ?? 0) + part / offsets.length);
    }
  };
  const own = country === undefined ? undefined : offsetsOf(country, utc);
  if (own) add(own, 1);
  else {
    const likely = region === undefined ? undefined : offsetsOf(region, utc);
    if (likely) add(likely, TRUST_IN_LANGUAGE);
    add(ANYWHERE, likely ? 1 - TRUST_IN_LANGUAGE : 1);
  }
  return [...days].map(([iso, share]) => ({ iso, share }));
}

/** Hours ahead of universal time in some of a country's zones; undefined where none are known. */
function offsetsOf(region: string, utc: number): readonly number[] | undefined {
  // ECMA-402 has it as a method since 2025; engines before that as an accessor, or not at all.
  const locale: Intl.Locale & {
    readonly getTimeZones?: () => string[] | undefined;
    readonly timeZones?: string[];
  } = new Intl.Locale(`und-${region}`);
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  const step = Math.max(1, zones.length / MOST_ZONES);
  const offsets: number[] = [];
  for (let at = 0; at < zones.length; at += step)
    offsets.push(offsetIn(zones[Math.floor(at)] ?? 'UTC', utc));
  return offsets.length > 0 ? offsets : undefined;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetIn(zone: string, utc: number): number {
  const format = formats.get(zone) ?? wallClock(zone);
  formats.set(zone, format);
  const parts = format.formatToParts(utc);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return Math.round((wall - utc) / (MS_PER_HOUR / 4)) / 4;
}

function wallClock(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
}
