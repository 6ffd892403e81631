import * as v from 'valibot';
import { edtfOf } from '../wikidata/time.ts';
import { member } from '../wikidata/wikibase-json.ts';

const TermSchema = v.object({
  type: v.string(),
  value: v.string(),
  'xml:lang': v.optional(v.string()),
});

/** What a variable is bound to in one row: an IRI, a literal, a blank node. */
export type Term = v.InferOutput<typeof TermSchema>;

const ENTITY = /^https?:\/\/www\.wikidata\.org\/entity\/(Q[1-9]\d{0,11})$/u;
const STATEMENT =
  /^https?:\/\/www\.wikidata\.org\/entity\/statement\/[Qq]\d+-([0-9A-Fa-f-]{8,36})$/u;
/** How Wikidata's query service writes "unknown value", beside blank nodes. */
const UNKNOWN = /\/\.well-known\/genid\//u;
const DATE = /^(-?\d{4,})-(\d{2})-(\d{2})(?:T|$)/u;
const PRECISION = { year: 9, month: 10, day: 11 } as const;

/** The term of a row's variable; undefined when it is unbound or malformed. */
export function termOf(row: unknown, variable: string): Term | undefined {
  const parsed = v.safeParse(TermSchema, member(row, variable));
  return parsed.success ? parsed.output : undefined;
}

/** The Q-id of an IRI like http://www.wikidata.org/entity/Q42. */
export function itemOfTerm(term: Term | undefined): string | undefined {
  return ENTITY.exec(term?.value ?? '')?.[1];
}

/** The part of a statement's IRI that tells it from the item's others. */
export function statementOfTerm(term: Term | undefined): string | undefined {
  return STATEMENT.exec(term?.value ?? '')?.[1];
}

/** Whether a term says that there is a value which nobody knows. */
export function isUnknown(term: Term): boolean {
  return term.type === 'bnode' || UNKNOWN.test(term.value);
}

/**
 * An xsd:dateTime as an EDTF date. The query service gives every time as a day of
 * the Gregorian calendar (the year 0 is 1 BCE); how exact it is stands in another
 * variable. Without that, 1 January is read as the year and the first of a month
 * as the month: coarser than it may be, and never wrong.
 *
 * @param precision - Wikibase's number: 11 a day, 10 a month, 9 a year, 8 a decade, 7 a century
 */
export function dateOfTerm(term: Term, precision: Term | undefined): string | undefined {
  const match = DATE.exec(term.value);
  if (!match) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const stated = Number(precision?.value);
  const assumed =
    date.day !== 1 ? PRECISION.day : date.month !== 1 ? PRECISION.month : PRECISION.year;
  return edtfOf(date, precision !== undefined && Number.isInteger(stated) ? stated : assumed);
}

/** A count; undefined unless it is a whole number from 0 on. */
export function countOfTerm(term: Term | undefined): number | undefined {
  const count = Number(term?.value || undefined);
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}
