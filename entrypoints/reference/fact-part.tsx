import { FactList } from '../../components/fact-list.tsx';
import type { ShownFact, ShownSource } from '../../facts/card.ts';

/** Facts one after the other, each with its sources. */
export function FactPart({
  facts,
  sources,
}: {
  facts: readonly ShownFact[];
  sources: readonly ShownSource[];
}) {
  return (
    <ul class="facts">
      <FactList facts={facts} sources={new Map(sources.map((source) => [source.id, source]))} />
    </ul>
  );
}
