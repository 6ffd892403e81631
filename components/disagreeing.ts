import type { ShownFact } from '../facts/card.ts';

/**
 * Puts facts about which packs disagree next to each other, at the place of the first of them.
 *
 * @returns the facts in their order, each with those that say otherwise; mostly it is alone
 */
export function withDisagreeing<F extends ShownFact>(facts: readonly F[]): F[][] {
  const left = new Map(facts.map((fact) => [fact.id, fact]));
  const take = (id: string): F[] => {
    const fact = left.get(id);
    if (!fact) return [];
    left.delete(id);
    return [fact, ...(fact.disagreesWith ?? []).flatMap(take)];
  };
  return facts.flatMap(({ id }) => {
    const together = take(id);
    return together.length > 0 ? [together] : [];
  });
}
