import type { ShownFact } from '../facts/card.ts';

/** Facts for a list in which everything came after the article: there no claim is marked as later. */
export function afterArticle<F extends ShownFact>(facts: readonly F[]): F[] {
  return facts.map((fact) => ({
    ...fact,
    claims: fact.claims.map(({ later: _, ...claim }) => claim),
  }));
}
