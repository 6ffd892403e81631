import type { Card } from './card.ts';

/**
 * What is known of an entity as one citation, in this project's own style: name, packs with
 * version and day, the day it was looked up for, and the id under which it is found again.
 *
 * @param day - for reading, the day that the page was shown for
 */
export function citeEntity({ id, name, packs }: Card, day: string): string {
  const from = packs.map(
    ({ title, version, asOf }) => `${title}, version ${version}, as of ${asOf}`,
  );
  const wikidata = /^Q\d+$/u.test(id) ? ` https://www.wikidata.org/entity/${id}` : ` ${id}`;
  return `Backgrounder. “${name.text}”, as known for ${day}. ${from.join('; ')}.${wikidata}`;
}
