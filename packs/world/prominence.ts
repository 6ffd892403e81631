import { COUNTRIES } from '../catalogue/countries.ts';
import { englishName } from './country-names.ts';

/**
 * How prominent an entity is, 0 to 1, by a rule over the tables and not by feel:
 *
 * - a person: the weightiest office held (head of state or government 0.5; foreign affairs,
 *   defence, finance, interior and the like 0.35; other offices 0.25), plus the country's weight
 *   (permanent members of the Security Council 0.2, the G20 and the Middle East 0.12, others 0.04),
 *   plus recency (in office since 2020: 0.1; since 2010: 0.05), plus 0.02 for each term, at most 0.08;
 * - a country: 0.6, plus twice its weight;
 * - an office: 0.2, plus half of what its class and country give a person;
 * - all else: how often it is in the world's press, as its table says, in four steps.
 *
 * Where a table states such a step for a person (opposition leaders, heads of companies), the
 * greater of both counts.
 */
export const STEPS: Readonly<Record<string, number>> = {
  top: 0.8,
  high: 0.6,
  mid: 0.42,
  low: 0.28,
};

const PERMANENT_MEMBERS = new Set(['CN', 'FR', 'GB', 'RU', 'US']);
const G20_AND_MIDDLE_EAST = new Set(
  'AR AU BR CA DE ID IN IT JP KR MX SA TR ZA EU AE BH CY EG IL IQ IR JO KW LB OM PS QA SY YE UA TW KP'.split(
    ' ',
  ),
);

const COUNTRY_NAMES = COUNTRIES.map(({ code }) => englishName(code)).join('|');

/** A head of state or government: of the country, and not of a part or a body of it. */
const HEAD = new RegExp(
  `^(federal )?(president|prime minister|chancellor|premier|taoiseach|king|queen|emir|sultan|supreme leader|monarch|pope)( of (the )?(republic|state|council of ministers|${COUNTRY_NAMES}))*$`,
  'i',
);

export type OfficeClass = 'head' | 'core' | 'other';

/** @param office - an office's title in English */
export function classOf(office: string): OfficeClass {
  if (
    /deputy|vice|assistant|former|acting|adviser|advisor|office of|to the president/i.test(office)
  )
    return 'other';
  if (HEAD.test(office)) return 'head';
  return /foreign|defen[cs]e|finance|treasury|interior|home affairs|home secretary|secretary of state|internal affairs|united nations|secretary.general|vice president/i.test(
    office,
  )
    ? 'core'
    : 'other';
}

const BY_CLASS: Readonly<Record<OfficeClass, number>> = { head: 0.5, core: 0.35, other: 0.25 };

export function countryWeight(code: string): number {
  if (PERMANENT_MEMBERS.has(code)) return 0.2;
  return G20_AND_MIDDLE_EAST.has(code) ? 0.12 : 0.04;
}

export interface HeldTerm {
  readonly title: string;
  readonly country: string;
  readonly start: string;
  /** Empty while no end is known. */
  readonly end: string;
}

export function personProminence(terms: readonly HeldTerm[]): number {
  const best = Math.max(
    ...terms.map(({ title, country, start, end }) => {
      const last = end || (start < '2010' ? '2010' : '2022');
      const recency = last >= '2020' ? 0.1 : last >= '2010' ? 0.05 : 0;
      return BY_CLASS[classOf(title)] + countryWeight(country) + recency;
    }),
  );
  return rounded(best + Math.min(0.08, 0.02 * terms.length));
}

export function officeProminence(office: string, country: string): number {
  return rounded(0.2 + (BY_CLASS[classOf(office)] + countryWeight(country)) / 2);
}

export function countryProminence(code: string): number {
  return rounded(0.6 + 2 * countryWeight(code) * 0.85);
}

export function rounded(value: number): number {
  return Math.round(Math.min(0.95, value) * 100) / 100;
}
