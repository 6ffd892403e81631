import { ENGLISH } from '../../../cli/english.ts';
import type { CardMaterial, Viewpoint } from '../../../facts/card-material.ts';
import { checkPack, type Pack } from '../../../facts/check-pack.ts';
import { parseDate } from '../../../facts/dates.ts';
import type { Day } from '../../../facts/days.ts';
import { packMaterials } from '../../../facts/pack-material.ts';
import { readPack } from '../../../facts/read-pack.ts';
import { packLines } from './small-pack.ts';

/** More of Wikidata's properties than the small pack has. */
const PREDICATES = [
  {
    id: 'P585',
    label: { en: 'point in time' },
    phrase: { en: 'took place {value}' },
    topic: 'event',
  },
  { id: 'P580', label: { en: 'start' }, phrase: { en: 'began {value}' }, topic: 'event' },
  { id: 'P582', label: { en: 'end' }, phrase: { en: 'ended {value}' }, topic: 'event' },
  { id: 'P571', label: { en: 'inception' }, phrase: { en: 'founded {value}' } },
  { id: 'P576', label: { en: 'dissolved' }, phrase: { en: 'dissolved {value}' } },
  {
    id: 'P1891',
    label: { en: 'party' },
    phrase: { en: 'party: {object}' },
    inversePhrase: { en: 'party to the {subject}' },
    topic: 'agreement',
  },
  {
    id: 'P102',
    label: { en: 'political party' },
    phrase: { en: 'member of the {object}' },
    topic: 'membership',
  },
  {
    id: 'P1365',
    label: { en: 'replaces' },
    inversePhrase: { en: 'succeeded by {subject}' },
    topic: 'relation',
  },
  {
    id: 'P6',
    label: { en: 'head of government' },
    phrase: { en: 'head of government: {object}' },
    inversePhrase: { en: 'head of government of {subject}' },
    topic: 'role',
  },
  { id: 'P27', label: { en: 'citizen of' } },
  { id: 'a:strength', label: { en: 'strength' }, phrase: { en: 'strength: {value}' } },
  { id: 'a:development', label: { en: 'development' }, phrase: { en: '{value}' }, topic: 'event' },
];

/** The small pack under an id of its own, with other facts and more of whatever else. */
export function packOf(
  id: string,
  facts: readonly object[],
  {
    sources = [],
    entities = [],
  }: { sources?: readonly object[]; entities?: readonly object[] } = {},
): Pack {
  const lines = packLines().map((line) => JSON.parse(line) as Record<string, object>);
  const header = { ...lines[0]?.['pack'], id, title: { en: `The ${id} pack` }, version: '7' };
  const kept = lines.slice(1).filter((line) => !('fact' in line));
  const all = [
    { pack: header },
    ...kept,
    ...PREDICATES.map((predicate) => ({ predicate })),
    ...sources.map((source) => ({ source })),
    ...entities.map((entity) => ({ entity })),
    ...facts.map((fact, at) => ({ fact: { id: `f${at + 1}`, sources: ['s1'], ...fact } })),
  ];
  const { pack, problems } = checkPack(readPack(all.map((line) => JSON.stringify(line))));
  if (!pack || problems.length > 0) throw new Error(JSON.stringify(problems));
  return pack;
}

export function materialIn(packs: readonly Pack[], id: string): CardMaterial {
  const material = packMaterials(packs)(id);
  if (!material) throw new Error(`no pack knows ${id}`);
  return material;
}

export function day(iso: string): Day {
  const range = parseDate(iso);
  if (!range) throw new Error(`${iso} is no date`);
  return range.earliest;
}

/** A reader of 23 November 2026. */
export function viewOn(article: string | undefined, changes: Partial<Viewpoint> = {}): Viewpoint {
  return {
    article: article === undefined ? undefined : day(article),
    today: day('2026-11-23'),
    page: new Set(),
    languages: ['en'],
    words: ENGLISH,
    limit: 10,
    ...changes,
  };
}

export function words(parts: readonly { readonly text: string }[]): string {
  return parts.map(({ text }) => text).join('');
}
