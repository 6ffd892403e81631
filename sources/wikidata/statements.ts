import type { Fact } from '../../facts/pack-format.ts';
import { endsBeforeStart } from '../given-date.ts';
import { namesItems } from './properties.ts';
import type { DateProperty, ItemProperty } from './property.ts';
import { type Doubt, edtfOfTime } from './time.ts';
import { itemOf, type Snak, type Statement, snaksOf, timeOf } from './wikibase-json.ts';

/** Why a statement is left out, and what to do about it. */
export interface Refusal {
  readonly message: string;
  readonly mend: string;
}

/** What a statement says, without its id and sources; `undefined` when it says that there is no value. */
export type Said = Pick<Fact, 'object' | 'value' | 'start' | 'end' | 'at' | 'stances' | 'note'>;

/** The note of what ended at a time that nobody knows, or that EDTF cannot express. */
export const HAS_ENDED = 'It has ended; when is not known.';

const ONGOING = '..';
const START = 'P580';
const END = 'P582';
const POINT_IN_TIME = 'P585';
const DISPUTED_BY = 'P1310';
/** "Sourcing circumstances" and "nature of statement". */
const CIRCUMSTANCES = ['P1480', 'P5102'];

/** Circumstances that make a date approximate: circa, near, approximately. */
const APPROXIMATE: ReadonlySet<string> = new Set(['Q5727902', 'Q21818619', 'Q60070514']);
/** Circumstances that make the whole statement uncertain, and our word for each. */
const UNCERTAIN: ReadonlyMap<string, string> = new Map([
  ['Q18122778', 'presumed'],
  ['Q30230067', 'possible'],
  ['Q56644435', 'probable'],
  ['Q18603603', 'hypothetical'],
  ['Q32188232', 'alleged'],
  ['Q18912752', 'disputed'],
]);

/**
 * What one statement says. An end with "no value" is known to be open (".."); one
 * with an unknown value, or that EDTF cannot express, is no date, and a note says
 * that it has ended.
 */
export function readStatement(
  property: DateProperty | ItemProperty,
  { mainsnak, qualifiers }: Statement,
): Said | Refusal | undefined {
  // "Unknown value" and "no value" name nothing that a card could show.
  if (mainsnak.snaktype !== 'value') return undefined;
  const circumstances = CIRCUMSTANCES.flatMap((id) => snaksOf(qualifiers, id)).flatMap(
    (snak) => itemOf(snak) ?? [],
  );
  const isApproximate = circumstances.some((id) => APPROXIMATE.has(id));
  const doubts = circumstances.flatMap((id) => UNCERTAIN.get(id) ?? []);
  const notes = doubts.map((word) => `Wikidata marks this as ${word}.`);
  if (!namesItems(property)) {
    const date = dateOf(mainsnak, doubtOf(isApproximate, doubts.length > 0));
    return date === undefined
      ? refuse(
          'a date that is not in the calendar, or known less exactly than to the century',
          'correct the date in Wikidata, or leave the statement out',
        )
      : { value: { date }, ...stancesOf(qualifiers), ...noteOf(notes) };
  }
  const object = itemOf(mainsnak);
  if (object === undefined) {
    return refuse('a value that is not an item', 'correct the value, or leave the statement out');
  }
  const time = timesOf(qualifiers, doubtOf(isApproximate, false));
  if ('message' in time) return time;
  const { hasEnded, ...times } = time;
  if (hasEnded) notes.push(HAS_ENDED);
  return { object, ...times, ...stancesOf(qualifiers), ...noteOf(notes) };
}

type Times = Pick<Fact, 'start' | 'end' | 'at'> & { readonly hasEnded: boolean };

function timesOf(qualifiers: unknown, doubt: Doubt): Times | Refusal {
  const datesIn = (property: string): string | undefined =>
    snaksOf(qualifiers, property).flatMap((snak) => dateOf(snak, doubt) ?? [])[0];
  const ends = snaksOf(qualifiers, END);
  const start = datesIn(START);
  const isOpen = ends.length > 0 && ends.every(({ snaktype }) => snaktype === 'novalue');
  const end = datesIn(END) ?? (isOpen ? ONGOING : undefined);
  const hasEnded = ends.length > 0 && end === undefined;
  if (endsBeforeStart(start, end)) {
    return refuse(
      `it ends (${end}) before it starts (${start})`,
      'correct one of the two dates in Wikidata',
    );
  }
  const isSpan = start !== undefined || ends.length > 0;
  const at = isSpan ? undefined : datesIn(POINT_IN_TIME);
  return {
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(at !== undefined && { at }),
    hasEnded,
  };
}

function dateOf(snak: Snak, doubt: Doubt): string | undefined {
  const time = timeOf(snak);
  return time && edtfOfTime(time, doubt);
}

function doubtOf(isApproximate: boolean, isUncertain: boolean): Doubt {
  if (isApproximate) return isUncertain ? '%' : '~';
  return isUncertain ? '?' : '';
}

function stancesOf(qualifiers: unknown): Pick<Fact, 'stances'> {
  const by = new Set(snaksOf(qualifiers, DISPUTED_BY).flatMap((snak) => itemOf(snak) ?? []));
  if (by.size === 0) return {};
  return { stances: [...by].map((id) => ({ by: id, stance: 'disputes' })) };
}

function noteOf(notes: readonly string[]): Pick<Fact, 'note'> {
  return notes.length === 0 ? {} : { note: { en: notes.join(' ') } };
}

function refuse(message: string, mend: string): Refusal {
  return { message, mend };
}
