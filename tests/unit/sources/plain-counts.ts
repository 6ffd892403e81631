/**
 * What files say of themselves, counted without the project's converters: what
 * should come of a file, to be compared with what does.
 */
import { PROPERTIES } from '../../../sources/wikidata/properties.ts';

export interface PlainCount {
  /** What is in the file, in its own terms: "131 rows". */
  readonly holds: string;
  readonly entities: number;
  readonly facts: number;
  readonly sources: number;
  /** Rows, values and records that must be told as problems. */
  readonly problems: number;
}

type Row = Readonly<Record<string, string>>;

/** The rows of a CSV, character by character (RFC 4180). */
function rowsOf(text: string): Row[] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (isQuoted && character === '"' && text.charAt(at + 1) === '"') cell += text.charAt(at++);
    else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted || !/[,\r\n]/u.test(character)) cell += character;
    else if (character !== '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (character === '\n') rows.push([]);
    }
  }
  rows.at(-1)?.push(cell);
  const [head = [], ...all] = rows.filter((cells) => cells.join('') !== '');
  return all.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])));
}

/** Whether a text is a year, month or day that the calendar has. */
function isDate(text: string): boolean {
  if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(text)) return false;
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The tables write years of which no more is known as their first day. */
const coarse = (date: string) => date.replace(/-01-01$/u, '');

function isTurned(start: string, end: string): boolean {
  const length = Math.min(coarse(start).length, coarse(end).length);
  return length > 0 && start.slice(0, length) > end.slice(0, length);
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export function countPositions(text: string): PlainCount {
  const rows = rowsOf(text);
  const people = new Map<string, Row>();
  const offices = new Set<string>();
  const held = new Set<string>();
  for (const row of rows) {
    const { position = '', personID = '', start = '', end = '' } = row;
    if (!people.has(personID)) people.set(personID, row);
    const areDates = [start, end].every((date) => date === '' || isDate(date));
    if (!areDates || isTurned(start, end)) continue;
    offices.add(wordsOf(position));
    held.add([personID, wordsOf(position), coarse(start), coarse(end)].join());
  }
  const dates = [...people.values()].flatMap(({ DOB = '', DOD = '' }) =>
    [DOB, DOD].filter((date) => date !== ''),
  );
  const sound = dates.filter(isDate).length;
  return {
    holds: `${rows.length} rows`,
    entities: people.size + offices.size,
    facts: held.size + sound,
    sources: 1,
    problems: rows.length - held.size + dates.length - sound,
  };
}

export function countBiographies(text: string): PlainCount {
  const rows = rowsOf(text);
  const dates = rows.flatMap(({ dob = '', dod = '' }) => [dob, dod].filter((date) => date !== ''));
  const sound = dates.filter(isDate).length;
  return {
    holds: `${rows.length} rows`,
    entities: rows.length,
    facts: sound,
    sources: 1,
    problems: dates.length - sound,
  };
}

interface FtmLine {
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** Properties of which each value is a fact. */
const FTM_FACTS = {
  Person: ['birthDate', 'nationality', 'position', 'topics'],
  Organization: ['country', 'topics'],
  Company: ['country', 'topics'],
} as const;

/** Entities of FollowTheMoney, of the schemata that are in the samples. */
export function countFollowTheMoney(text: string): PlainCount {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as FtmLine);
  const numberIn = ({ properties }: FtmLine, name: string) => new Set(properties[name]).size;
  let entities = 0;
  let facts = 0;
  const passedOver = new Set<string>();
  for (const line of lines) {
    const { schema } = line;
    if (schema === 'Payment') facts += numberIn(line, 'payer') * numberIn(line, 'beneficiary');
    else if (Object.hasOwn(FTM_FACTS, schema)) {
      entities++;
      for (const name of FTM_FACTS[schema as keyof typeof FTM_FACTS]) facts += numberIn(line, name);
    } else passedOver.add(schema);
  }
  return {
    holds: `${lines.length} entities`,
    entities,
    facts,
    sources: 1,
    problems: passedOver.size,
  };
}

interface WikibaseSnak {
  readonly snaktype: string;
  readonly datavalue?: { readonly value?: { readonly precision?: number } };
}
interface WikibaseEntity {
  readonly id: string;
  readonly type?: string;
  readonly labels?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<
    Record<
      string,
      readonly {
        readonly rank: string;
        readonly mainsnak: WikibaseSnak;
        readonly references?: readonly {
          readonly hash: string;
          readonly snaks: Readonly<Record<string, readonly unknown[]>>;
        }[];
      }[]
    >
  >;
}

/** Wikibase's number for "to the century"; what is less exact has no date in a pack. */
const CENTURY = 7;
const USED = new Set(PROPERTIES.map(({ id }) => id));

/** An answer of wbgetentities, or a dump, of which the items with an English label are taken. */
export function countWikidata(text: string): PlainCount {
  const json = JSON.parse(text) as WikibaseEntity[] | { entities: Record<string, WikibaseEntity> };
  const all = Array.isArray(json) ? json : Object.values(json.entities);
  const taken = all.filter(({ type, labels }) => type === 'item' && labels?.['en'] !== undefined);
  const statements = taken.flatMap(({ id, claims = {} }) =>
    Object.entries(claims)
      .filter(([property]) => USED.has(property))
      .flatMap(([, list]) => list.map((statement) => ({ ...statement, id })))
      .filter(({ rank, mainsnak }) => rank !== 'deprecated' && mainsnak.snaktype === 'value'),
  );
  const sound = statements.filter(
    ({ mainsnak }) => (mainsnak.datavalue?.value?.precision ?? CENTURY) >= CENTURY,
  );
  const pages = new Map(
    sound.flatMap(({ id, references = [] }) =>
      references.map(({ hash, snaks }) => [
        `${id} ${hash}`,
        snaks['P854']?.length ?? (snaks['P248'] === undefined ? 0 : 1),
      ]),
    ),
  );
  return {
    holds: `${all.length} entities, ${statements.length} claims of use`,
    entities: taken.length,
    facts: sound.length,
    sources: taken.length + [...pages.values()].reduce((sum, count) => sum + count, 0),
    problems: all.length - taken.length + statements.length - sound.length,
  };
}
