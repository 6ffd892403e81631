import { GraphSlot, SuccessionSlot, TimelineSlot } from '../../components/picture-slots.tsx';
import type { OpenEntity } from '../../components/text-parts.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
import type { LocalText } from '../../facts/card.ts';
import type { Kind } from '../../facts/vocabulary.ts';
import type { Ask } from '../../messages/ask.ts';

export interface EntityPicturesProps {
  ask: Ask;
  entity: string;
  kind: Kind;
  name: LocalText;
  /** The article's day: YYYY-MM-DD. */
  date?: string | undefined;
  onOpenEntity: OpenEntity;
}

/** Things beside an entity that its picture begins with, and that one press adds. */
const MOST_BESIDE = 12;

/** The pictures of an entity's page: who held it where it is an office, its life, what stands beside it. */
export function EntityPictures(props: EntityPicturesProps) {
  const { ask, entity, kind, name, date, onOpenEntity } = props;
  const t = useWords();
  const on = { entity, ...(date !== undefined && { date }) };
  const key = `${entity} ${date ?? ''}`;
  const isOffice = kind === 'office';
  const held = useAnswer(() => ask('succession', on), isOffice ? key : undefined);
  const life = useAnswer(() => ask('lifeLine', on), isOffice ? undefined : key);
  const beside = useAnswer(() => ask('neighbours', { ...on, limit: MOST_BESIDE, known: [] }), key);
  const succession = held.value?.succession;
  const lifeLine = life.value?.lifeLine;
  const neighbours = beside.value?.neighbours;
  return (
    <>
      {succession && (
        <section>
          <h2>{t('picture.succession')}</h2>
          <SuccessionSlot
            line={succession}
            label={t('picture.holders', name.text)}
            onOpenEntity={onOpenEntity}
          />
        </section>
      )}
      {lifeLine && lifeLine.spans.length > 0 && (
        <section>
          <h2>{t('picture.timeline')}</h2>
          <TimelineSlot
            line={lifeLine}
            label={t('picture.timelineOf', name.text)}
            onOpenEntity={onOpenEntity}
          />
        </section>
      )}
      {neighbours && neighbours.graph.nodes.length > 1 && (
        <section>
          <h2>{t('picture.connections')}</h2>
          <GraphSlot
            graph={neighbours.graph}
            sources={neighbours.sources}
            label={t('picture.beside', name.text)}
            centres={[entity]}
            onExpand={async (other, known) =>
              (
                await ask('neighbours', {
                  ...on,
                  entity: other,
                  limit: MOST_BESIDE,
                  known: [...known],
                })
              ).neighbours
            }
            onOpenEntity={onOpenEntity}
          />
        </section>
      )}
    </>
  );
}
