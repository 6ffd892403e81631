import * as v from 'valibot';
import { expect } from 'vitest';
import { LINE_SCHEMAS, type PackLine } from '../../../facts/pack-format.ts';
import type { PackProblem, ReadLine } from '../../../facts/read-pack.ts';
import type { Converter, ConvertOptions } from '../../../sources/converter.ts';

export const OPTIONS: ConvertOptions = { today: '2026-11-23', languages: ['en', 'fa'] };

const GREGORIAN = 'http://www.wikidata.org/entity/Q1985727';
export const JULIAN = 'http://www.wikidata.org/entity/Q1985786';

export const item = (id: string) => ({
  snaktype: 'value',
  datavalue: {
    type: 'wikibase-entityid',
    value: { 'entity-type': 'item', 'numeric-id': Number(id.slice(1)), id },
  },
});
export const time = (text: string, precision = 11, calendarmodel = GREGORIAN) => ({
  snaktype: 'value',
  datavalue: { type: 'time', value: { time: text, precision, calendarmodel } },
});
export const text = (value: string) => ({
  snaktype: 'value',
  datavalue: { type: 'string', value },
});
export const monolingual = (value: string, language: string) => ({
  snaktype: 'value',
  datavalue: { type: 'monolingualtext', value: { language, text: value } },
});
export const NO_VALUE = { snaktype: 'novalue' };
export const UNKNOWN_VALUE = { snaktype: 'somevalue' };

/** A statement; its id is made from `name`, as 8 hexadecimal digits. */
export const statement = (name: string, mainsnak: object, more: object = {}) => ({
  id: `Q100$${name}-0000-4000-8000-000000000000`,
  rank: 'normal',
  mainsnak,
  ...more,
});

/** An item, by default a person called Ada Example; `claims` are its statements by property. */
export const person = (claims: object = {}, more: object = {}) => ({
  type: 'item',
  id: 'Q100',
  labels: { en: { language: 'en', value: 'Ada Example' } },
  modified: '2025-06-01T10:00:00Z',
  claims: { P31: [statement('aaaaaaaa', item('Q5'))], ...claims },
  ...more,
});

/** Runs a converter over lines, and checks each line that it gives against its schema. */
export function convert(converter: Converter, lines: readonly string[]): readonly ReadLine[] {
  const read = [...converter.lines(lines, 1), ...converter.end()];
  for (const line of read) {
    if (!line.ok) continue;
    const { kind } = line.read;
    const value = (line.read as unknown as Record<string, unknown>)[kind];
    const parsed = v.safeParse(LINE_SCHEMAS[kind], value);
    expect(parsed.success, JSON.stringify(value)).toBe(true);
    expect(parsed.output, 'nothing that the format does not have').toEqual(value);
  }
  return read;
}

/** The records of one kind. */
export function records<K extends PackLine['kind']>(
  read: readonly ReadLine[],
  kind: K,
): Extract<PackLine, { kind: K }>[K & keyof Extract<PackLine, { kind: K }>][] {
  return read.flatMap((line) =>
    line.ok && line.read.kind === kind ? [(line.read as never)[kind]] : [],
  );
}

export function problems(read: readonly ReadLine[]): PackProblem[] {
  return read.flatMap((line) => (line.ok ? [] : [line.problem]));
}
