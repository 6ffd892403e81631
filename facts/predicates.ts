import type { Predicate } from './pack-format.ts';

/**
 * The properties of Wikidata that mean more to a card than their words: what begins
 * and ends a thing, who is party to an agreement, when an event was.
 */

/** Begin an entity: born, founded, began. */
export const BEGINNINGS: ReadonlySet<string> = new Set(['P569', 'P571', 'P580']);
/** End it: died, dissolved, ended. */
export const ENDINGS: ReadonlySet<string> = new Set(['P570', 'P576', 'P582']);
/** Name a party of the agreement that is the subject. */
export const PARTIES: ReadonlySet<string> = new Set(['P1891']);

/** The day, the first and the last day of an event. */
export const POINT_IN_TIME = 'P585';
export const START_TIME = 'P580';
export const END_TIME = 'P582';
export const LOCATION = 'P276';

/** Whether a predicate gives an office or post to somebody. */
export function isRole(predicate: Predicate | undefined, id: string): boolean {
  return id === 'P39' || predicate?.topic === 'role';
}

/** Whether facts with a predicate, said of an entity, decide which roles it had on a day. */
export function decidesRole(predicate: Predicate | undefined, id: string): boolean {
  return isRole(predicate, id) || ENDINGS.has(id);
}
