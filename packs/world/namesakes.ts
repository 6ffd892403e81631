import type { Entity, Name } from '../../facts/pack-format.ts';
import { readTable } from './read-table.ts';

/** Names that English text has as words, or as parts of other names, too often to stand alone. */
const WORDS = new Set(
  'may march will rose joy grace faith hope young king bush rice house ford law black brown white green long short small best speaker senate congress guardian times post independent sun mirror observer economist nature science time life people fortune visa apple shell target gap orange total signal meta amazon oracle intel ray gray west east north south georgia jordan chad turkey jersey guinea mali nice reading bath mobile hamburg essen laws labour labor liberal democrats republicans conservatives greens left union alliance force progress justice freedom unity future forward island américa america delhi'.split(
    ' ',
  ),
);

/** Full names are told apart from this distance of prominence on. */
export const CLEARLY_MORE = 0.1;

/**
 * Marks names that are also words, or that several entities bear: of these the clearly most
 * prominent one keeps its name as it is, and all others need context.
 */
export function markNamesakes(entities: readonly Entity[]): Entity[] {
  // Others of the name, or words, that no table has.
  const ambiguous = new Set(readTable('ambiguous-names.csv', ['name']).map(({ name }) => name));
  const bearers = new Map<string, Entity[]>();
  for (const entity of entities)
    for (const key of new Set(entity.names.map(keyOf))) {
      const known = bearers.get(key);
      if (known) known.push(entity);
      else bearers.set(key, [entity]);
    }
  return entities.map((entity) => {
    const names = entity.names.map((name) => {
      if (name.needs || !(isWord(name) || ambiguous.has(name.text) || isSecond(name, entity)))
        return name;
      return { ...name, needs: 'context' as const };
    });
    return { ...entity, names };
  });

  function isSecond(name: Name, entity: Entity): boolean {
    const others = (bearers.get(keyOf(name)) ?? []).filter((one) => one !== entity);
    return others.some(
      (other) => (other.prominence ?? 0) + CLEARLY_MORE > (entity.prominence ?? 0),
    );
  }
}

/** Names by which two entities are mistaken for each other: case counts for acronyms only. */
export function keyOf({ text, use }: Name): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’']/g, "'");
  return use === 'acronym' ? plain : plain.toLowerCase();
}

/** In any language: a German name of a country may be an English word. */
function isWord({ text, use }: Name): boolean {
  return use !== 'acronym' && WORDS.has(text.toLowerCase());
}
