import type { DateStyle } from './date-style.ts';
import { writtenDates } from './written-dates.ts';

/** A date, and what is told of the time of day. */
export interface Stamp {
  /** The days it may be as written, likeliest first. */
  readonly isos: readonly string[];
  /** The moment in milliseconds since 1970, where it is told in universal time. */
  readonly utc?: number;
  /** Hour and minute, "09:05", where no zone is told. */
  readonly clock?: string;
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:(?:T|\s+)(\d{1,2}):?(\d{2})(?::?(\d{1,2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i;

const UNIVERSAL = /^(?:Z|UTC|GMT|[+-]00:?00)$/i;

/** Moments in seconds and in milliseconds since 1970 that lie in the time of the Web. */
const SECONDS = /^[1-9]\d{8,9}$/;
const MILLISECONDS = /^[1-9]\d{11,12}$/;

/**
 * Reads a date of ISO 8601, RFC 5322, seconds or milliseconds since 1970, or words. The day
 * is the one written, in the zone it is written in.
 */
export function readStamp(text: string, style: DateStyle): Stamp | undefined {
  const trimmed = text.trim();
  if (SECONDS.test(trimmed)) return fromMoment(Number(trimmed) * 1_000, style);
  if (MILLISECONDS.test(trimmed)) return fromMoment(Number(trimmed), style);
  const iso = ISO.exec(trimmed);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    const isos = writtenDates(`${year}-${month}-${day}`, style)[0]?.isos;
    if (!isos) return undefined;
    if (hour === undefined) return { isos, ...clockOf(trimmed.slice(10)) };
    if (zone === undefined) return { isos, ...clockOf(`${hour}:${minute}`) };
    return UNIVERSAL.test(zone) ? fromParts(isos, hour, minute, second) : { isos };
  }
  const [date] = writtenDates(trimmed, style);
  if (!date) return undefined;
  const time =
    /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:(?:GMT|UTC|Z)(?![+-])|(?:GMT|UTC)?[+-]00:?00)/i.exec(
      trimmed,
    );
  if (time) return fromParts(date.isos, time[1], time[2], time[3]);
  const hasZone = /\d\s*(?:GMT|UTC)?[+-]\d{2}:?\d{2}\b/.test(trimmed);
  return { isos: date.isos, ...(hasZone ? {} : clockOf(trimmed.slice(date.end))) };
}

/** The hour and minute that a text begins with, give or take some signs. */
export function clockOf(text: string): Pick<Stamp, 'clock'> {
  const time = /^[^\d]{0,5}(\d{1,2})(?::| ?h ?)(\d{2})(?!\d| ?[ap]\.?m)/i.exec(text);
  return time ? { clock: `${(time[1] ?? '').padStart(2, '0')}:${time[2]}` } : {};
}

function fromParts(isos: readonly string[], hour = '0', minute = '0', second = '0'): Stamp {
  const time = [hour, minute, second].map((part) => part.padStart(2, '0')).join(':');
  // Midnight to the second is a day that a machine wrote as a moment.
  const utc = time === '00:00:00' ? Number.NaN : Date.parse(`${isos[0]}T${time}Z`);
  return Number.isNaN(utc) ? { isos } : { isos, utc };
}

function fromMoment(utc: number, style: DateStyle): Stamp | undefined {
  const isos = writtenDates(new Date(utc).toISOString().slice(0, 10), style)[0]?.isos;
  return isos && { isos, utc };
}
