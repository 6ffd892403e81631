import type { PackLine } from '../../../facts/pack-format.ts';

/** A version of a pack. Ids are the same in all versions; every text bears the stamp "id@version". */
export interface MadeVersion {
  readonly id: string;
  readonly version: number;
  readonly entities: number;
}

/** One that is to be imported, and how many entities the first version has. */
export function madeVersion(id: string, version: number, size: number): MadeVersion {
  // So that the count alone tells versions apart.
  return { id, version, entities: size + ((version * 37) % 500) };
}

export type MadeRecord = Exclude<PackLine, { readonly kind: 'pack' }>;

const SOURCES = 50;
/** Entities that are the object of many facts, as countries are. */
const LANDS = 200;
/** Of the facts, every one of so many is about the first entity. */
const ABOUT_THE_FIRST = 8;
const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'jek', 'li', 'mor', 'nu', 'pa', 'qui'];

/** The records of a version, in the order of a pack: three facts an entity. */
export function* recordsOf(made: MadeVersion): Generator<MadeRecord> {
  const { id, version, entities } = made;
  const stamp = `${id}@${version}`;
  for (let at = 0; at < SOURCES; at++) {
    yield {
      kind: 'source',
      source: {
        id: `s${at}`,
        title: `Register ${at} of ${stamp}`,
        publisher: stamp,
        url: `https://register-${at}.example/`,
        accessed: '2026-11-23',
      },
    };
  }
  for (const predicate of ['led', 'said'])
    yield {
      kind: 'predicate',
      predicate: { id: predicate, label: { en: `${predicate} ${stamp}` } },
    };
  for (let at = 0; at < entities; at++) yield entityAt(made, at, stamp);
  for (let at = 0; at < entities * 3; at++) yield factAt(made, at, stamp);
}

function entityAt({ id }: MadeVersion, at: number, stamp: string): MadeRecord {
  const text = `${wordOf(at)} ${wordOf(at * 7_919)} of ${stamp}`;
  return {
    kind: 'entity',
    entity: {
      id: `${id}:${at}`,
      kind: 'person',
      names: [{ text, lang: 'en' }, ...(at % 5 === 0 ? [{ text: `شخص ${at}`, lang: 'fa' }] : [])],
      summary: { en: `The ${at}th of the people of whom ${stamp} has heard` },
      prominence: (at % 100) / 100,
    },
  };
}

function factAt({ id, entities }: MadeVersion, at: number, stamp: string): MadeRecord {
  const subject = `${id}:${at % ABOUT_THE_FIRST === 0 ? 0 : at % entities}`;
  const sources = [`s${at % SOURCES}`];
  const saying =
    at % 3 === 0
      ? { predicate: 'led', object: `${id}:${(at * 31) % LANDS}`, start: `19${10 + (at % 90)}` }
      : { predicate: 'said', value: { en: `Word ${at} of ${stamp}` } };
  const note = { en: stamp };
  return { kind: 'fact', fact: { id: `f${at}`, subject, ...saying, sources, note } };
}

function wordOf(number: number): string {
  let word = '';
  let rest = number + SYLLABLES.length;
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

/** The record by itself, as JSON. */
export function jsonOf(record: MadeRecord): string {
  switch (record.kind) {
    case 'source':
      return JSON.stringify(record.source);
    case 'predicate':
      return JSON.stringify(record.predicate);
    case 'entity':
      return JSON.stringify(record.entity);
    case 'fact':
      return JSON.stringify(record.fact);
  }
}

/** The lines of a version, without line ends, the header first. */
export function* linesOf(made: MadeVersion): Generator<string> {
  yield JSON.stringify({
    pack: {
      format: 'backgrounder/1',
      id: made.id,
      title: { en: `${made.id}@${made.version}` },
      version: String(made.version),
      asOf: '2026-11-23',
      languages: ['en', 'fa'],
      licence: 'CC0-1.0',
      publisher: 'Tests',
    },
  });
  for (const record of recordsOf(made)) yield `{"${record.kind}":${jsonOf(record)}}`;
}
