import { GraphSlot } from '../../components/picture-slots.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
import type { Ask } from '../../messages/ask.ts';

export interface PageGraphProps {
  ask: Ask;
  entities: readonly string[];
  /** The article's day: YYYY-MM-DD. */
  date: string | undefined;
  onOpenEntity: (entity: string) => void;
}

/** Things that one press adds to the picture. */
const MOST_ADDED = 8;

/** What connects the page's entities, as a picture to walk through. */
export function PageGraph({ ask, entities, date, onOpenEntity }: PageGraphProps) {
  const words = useWords();
  const on = date === undefined ? {} : { date };
  const answer = useAnswer(
    () => ask('pageGraph', { entities: [...entities], ...on }),
    JSON.stringify([entities, date]),
  );
  if (answer.problem !== undefined)
    return <p role="alert">{words('picture.failedPicture', answer.problem)}</p>;
  if (!answer.value) return <p class="aside">{words('picture.loading')}</p>;
  const { graph, sources } = answer.value;
  return (
    <GraphSlot
      graph={graph}
      sources={sources}
      label={words('picture.connections')}
      centres={[]}
      onExpand={async (entity, known) =>
        (await ask('neighbours', { entity, limit: MOST_ADDED, known: [...known], ...on }))
          .neighbours
      }
      onOpenEntity={onOpenEntity}
    />
  );
}
