import { useRef, useState } from 'preact/hooks';
import { FoldButton } from '../../components/fold-button.tsx';
import { Problem } from '../../components/problem.tsx';
import { useFold } from '../../components/use-fold.ts';
import { useWords } from '../../components/use-words.ts';
import type { PageLink } from '../../extension/backend.ts';
import type { PageSummary } from '../../extension/page-summary.ts';
import type { EntityRow } from '../../facts/card.ts';
import { grouped } from './groups.ts';
import { useHeld } from './use-held.ts';
import { useMovedFocus } from './use-moved-focus.ts';
import { type Place, WhoRow } from './who-row.tsx';

/** Of those out of view before the reader asks for more. */
const ALSO_AT_FIRST = 8;

export interface WhoIsWhoProps {
  /** The page's entities by prominence. */
  rows: readonly EntityRow[];
  page: PageSummary;
  link: PageLink;
  onOpenEntity: (entity: string) => void;
}

/**
 * The page's entities, those in view first. The groups follow the page as it is scrolled, but
 * not under the pointer or the keyboard: then a mark says who is in view, and nothing moves.
 */
export function WhoIsWho({ rows, page, link, onOpenEntity }: WhoIsWhoProps) {
  const words = useWords();
  const [place, setPlace] = useState<Place>();
  const [problem, setProblem] = useState<string>();
  const held = useHeld(page.inView);
  const { inView, also } = grouped(rows, held.value);
  const fold = useFold(also, ALSO_AT_FIRST);
  const list = useRef<HTMLDivElement>(null);
  useMovedFocus(list);

  async function goTo(entity: string, direction: 1 | -1) {
    const frame = page.frameOf.get(entity);
    if (frame === undefined) return;
    try {
      setPlace({ entity, ...(await link.goTo(frame, entity, direction)) });
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  const rowsOf = (some: readonly EntityRow[]) => (
    <ul>
      {some.map((row) => (
        <WhoRow
          key={row.id}
          row={row}
          times={page.mentions.get(row.id) ?? 0}
          isInView={page.inView.has(row.id)}
          isHeldBack={page.inView.has(row.id) && !held.value.has(row.id)}
          place={place?.entity === row.id ? place : undefined}
          onGo={(direction) => void goTo(row.id, direction)}
          onOpen={() => onOpenEntity(row.id)}
        />
      ))}
    </ul>
  );
  return (
    <div ref={list} class="who" {...held.on}>
      {inView.length > 0 && (
        <section aria-labelledby="in-view-title">
          <h2 id="in-view-title">{words('panel.inView')}</h2>
          {rowsOf(inView)}
        </section>
      )}
      {also.length > 0 && (
        <section aria-labelledby="also-title">
          <h2 id="also-title">{words('panel.also')}</h2>
          {rowsOf(fold.shown)}
          {fold.rest > 0 && (
            <FoldButton
              label={words.count('panel.more', fold.rest)}
              open={fold.open}
              onToggle={fold.toggle}
            />
          )}
        </section>
      )}
      {problem !== undefined && (
        <Problem
          what={words('panel.pageSilent')}
          kept={words('panel.pageSilentKept')}
          reason={problem}
        />
      )}
    </div>
  );
}
