import type { GoldRecord } from './gold.ts';
import type { GoldSet } from './gold-sets.ts';

/** What the gold sets say of an entity. */
export interface Evidence {
  readonly id: string;
  readonly label: string;
  readonly types: string;
  /** Mentions of the entity in the sets that may be looked at. */
  readonly mentions: number;
  /** How those mentions are written, without what is no name. */
  readonly surfaces: ReadonlySet<string>;
}

interface Collected extends Evidence {
  mentions: number;
  readonly surfaces: Set<string>;
}

/**
 * All gold entities of all sets, with the surface forms and counts of every set
 * but one. In the order of their ids, which is that of a Wikidata dump and has
 * nothing to do with what the sets hold.
 *
 * @param except - the set that is evaluated: only labels and types are taken from it
 */
export function collectEvidence(sets: readonly GoldSet[], except: string): Evidence[] {
  const entities = new Map<string, Collected>();
  for (const { name: set, records } of sets) {
    for (const { text, mentions } of records) {
      for (const { entity, name, types, start, end } of mentions) {
        const label = labelOf(name);
        let known = entities.get(entity);
        if (!known) {
          known = { id: entity, label, types, mentions: 0, surfaces: new Set() };
          entities.set(entity, known);
        }
        if (set === except) continue;
        known.mentions++;
        const surface = surfaceAt(text, start, end);
        if (surface !== undefined && isName(surface, label)) known.surfaces.add(surface);
      }
    }
  }
  return [...entities.values()].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

/** "Constitution Day (United States)" is called "Constitution Day". */
function labelOf(name: string): string {
  const label = name.replace(/\s+/gu, ' ').trim();
  return label.replace(/ \([^()]*\)$/u, '') || label;
}

/**
 * A marked stretch without the signs around it ("*Boston*", "#Denver", "NFL)"; a
 * dot at the end stays, "Fla."), or undefined if it cuts a word ("Japan|ese").
 */
function surfaceAt(text: GoldRecord['text'], start: number, end: number): string | undefined {
  const isCut = [start, end].some((edge) =>
    /[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, edge - 1), edge + 1)),
  );
  if (isCut) return undefined;
  const trimmed = text
    .slice(start, end)
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, '');
  return trimmed === '' ? undefined : trimmed;
}

const PRONOUNS: ReadonlySet<string> = new Set(
  'i me my we us our you your he him his she her hers it its they them their who whose'.split(' '),
);

/**
 * Whether a surface form is a name of the thing, and no pronoun ("his") or
 * description ("the ministry", "miami heat fans") for it: the sets mark these, and
 * no list of names has them. Things with a small label ("house") have small names.
 */
function isName(surface: string, label: string): boolean {
  // "US" is a country, "us" is not.
  if (PRONOUNS.has(surface.toLowerCase()) && !isShouted(surface)) return false;
  const words = surface.replace(/^(?:the|an?) /iu, '');
  return /\p{Lu}/u.test(words) || !/\p{Lu}/u.test(label);
}

function isShouted(surface: string): boolean {
  return surface.length > 1 && surface === surface.toUpperCase();
}
