import type { Context, ShownMoment, ShownSource } from '../facts/card.ts';
import { afterArticle } from './after-article.ts';
import { withDisagreeing } from './disagreeing.ts';
import { FactList } from './fact-list.tsx';
import { FoldButton } from './fold-button.tsx';
import { Phrase } from './phrase.tsx';
import type { OpenEntity } from './text-parts.tsx';
import { useFold } from './use-fold.ts';
import { useWords } from './use-words.ts';

/** Moments on each side of the article's day before the reader asks for more. */
const NEAREST = 3;

export interface TimelineProps {
  context: Context;
  /** The context's sources by id. */
  sources: ReadonlyMap<string, ShownSource>;
  onOpenEntity: OpenEntity;
}

/**
 * What happened to the page's entities before the article's day, on it and since. What
 * connects two of them stands above it already, and is left out.
 */
export function Timeline({ context, sources, onOpenEntity }: TimelineProps) {
  const words = useWords();
  const connections = new Set(context.facts.map(({ id }) => id));
  const moments = context.timeline.filter(({ id }) => !connections.has(id));
  const at = (when: ShownMoment['when']) =>
    withDisagreeing(moments.filter((moment) => moment.when === when));
  const before = useFold(at('before'), -NEAREST);
  const since = useFold(at('since').map(afterArticle), NEAREST);
  const day = at('day');
  if (moments.length === 0) return null;
  const list = (facts: readonly ShownMoment[][]) =>
    facts.length > 0 && (
      <ol>
        <FactList facts={facts.flat()} sources={sources} onOpenEntity={onOpenEntity} brief />
      </ol>
    );
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">{words('page.timeline.title')}</h2>
      <div class="timeline">
        {before.shown.length > 0 && <h3>{words('page.timeline.before')}</h3>}
        {before.rest > 0 && (
          <FoldButton
            label={words.count('page.timeline.earlier', before.rest)}
            open={before.open}
            onToggle={before.toggle}
          />
        )}
        {list(before.shown)}
        <h3 class="this-day">
          {context.articleDate === undefined ? (
            words('page.timeline.today')
          ) : (
            <Phrase of="page.timeline.article" values={[<bdi>{context.articleDate}</bdi>]} />
          )}
        </h3>
        {list(day)}
        {since.shown.length > 0 && <h3>{words('page.timeline.since')}</h3>}
        {list(since.shown)}
        {since.rest > 0 && (
          <FoldButton
            label={words.count('page.timeline.later', since.rest)}
            open={since.open}
            onToggle={since.toggle}
          />
        )}
      </div>
    </section>
  );
}
