import { useState } from 'preact/hooks';
import type { Context, ShownSource } from '../facts/card.ts';
import { FactList } from './fact-list.tsx';
import { FoldButton } from './fold-button.tsx';
import type { OpenEntity } from './text-parts.tsx';
import { useWords } from './use-words.ts';

export interface ConnectionsProps {
  context: Context;
  /** The context's sources by id. */
  sources: ReadonlyMap<string, ShownSource>;
  onOpenEntity: OpenEntity;
}

/** The facts that connect two of the page's entities, at first those nearest to the article's day. */
export function Connections({
  context: { facts, nearest },
  sources,
  onOpenEntity,
}: ConnectionsProps) {
  const words = useWords();
  const [all, setAll] = useState(false);
  if (facts.length === 0) return null;
  const first = facts.filter(({ id }) => nearest.includes(id));
  return (
    <section aria-labelledby="connections-title">
      <h2 id="connections-title">{words('page.connections.title')}</h2>
      <ul class="facts">
        <FactList facts={all ? facts : first} sources={sources} onOpenEntity={onOpenEntity} brief />
      </ul>
      {first.length < facts.length && (
        <FoldButton
          label={words.count('page.connections.all', facts.length)}
          open={all}
          onToggle={() => setAll(!all)}
        />
      )}
    </section>
  );
}
