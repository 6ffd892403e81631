import type { Predicate } from './pack-format.ts';
import type { Topic } from './vocabulary.ts';

/** What a step pays for what it is about: the setting of a story costs, the story does not. */
const TOPIC_COST: Readonly<Record<Topic, number>> = {
  event: 0,
  agreement: 0,
  role: 0.5,
  relation: 0,
  holding: 1,
  membership: 1.5,
  life: 2,
  location: 3,
  other: 3,
};

/**
 * Properties of Wikidata that join everything of a sort: what a thing is an instance of, sex,
 * country, citizenship, place of birth and of death, occupation, languages, time zone, given and
 * family name. Packs made from Wikidata give them no topic.
 */
const DULL: ReadonlySet<string> = new Set(
  'P31 P279 P21 P17 P27 P30 P131 P19 P20 P106 P37 P103 P1412 P421 P735 P734 P140 P172'.split(' '),
);
const DULL_COST = 4;

/** How little a fact tells of what two things have to do with each other: 0, much, to 4, next to nothing. */
export function dullness(id: string, predicate: Predicate | undefined): number {
  if (DULL.has(id)) return DULL_COST;
  return TOPIC_COST[predicate?.topic ?? 'other'];
}
