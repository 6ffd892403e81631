import { useState } from 'preact/hooks';
import { Connections } from '../../components/connections.tsx';
import { EntityRow } from '../../components/entity-row.tsx';
import { FoldButton } from '../../components/fold-button.tsx';
import { Timeline } from '../../components/page-timeline.tsx';
import { Problem } from '../../components/problem.tsx';
import { type Answer, useAnswer } from '../../components/use-answer.ts';
import { useFold } from '../../components/use-fold.ts';
import { useWords } from '../../components/use-words.ts';
import type { Backend, PageLink } from '../../extension/backend.ts';
import { NoPage } from '../../extension/no-page.tsx';
import type { PageSummary } from '../../extension/page-summary.ts';
import type { PageState } from '../../extension/use-page.ts';
import type { Context } from '../../facts/card.ts';
import type { Words } from '../../words/words.ts';
import { DateLine } from './date-line.tsx';
import { OpenPanel } from './open-panel.tsx';
import { DECISION_WORDS } from './words.ts';

const NAMES_AT_FIRST = 5;

export interface PageViewProps {
  backend: Backend;
  pageState: PageState;
  onOpenEntity: (entity: string) => void;
}

/** What the popup says of the page it was opened on. */
export function PageView({ backend, pageState, onOpenEntity }: PageViewProps) {
  const page = pageState.state === 'here' ? pageState.page : undefined;
  const entities = page ? [...page.mentions.keys()].sort() : [];
  const date = page?.date?.iso;
  const context = useAnswer(
    () => backend.ask('context', { entities, ...(date === undefined ? {} : { date }) }),
    entities.length > 0 ? JSON.stringify([entities, date]) : undefined,
  );
  if (!page || !backend.page) return <NoPage pageState={pageState} link={backend.page} />;
  const byTime = context.value && {
    context: context.value,
    sources: new Map(context.value.sources.map((source) => [source.id, source])),
    onOpenEntity,
  };
  return (
    <>
      <PageStatus page={page} backend={backend} link={backend.page} />
      <Names page={page} context={context} onOpenEntity={onOpenEntity} />
      {byTime && <Connections {...byTime} />}
      {byTime && <Timeline {...byTime} />}
    </>
  );
}

interface PageStatusProps {
  page: PageSummary;
  backend: Backend;
  link: PageLink;
}

function PageStatus({ page, backend, link }: PageStatusProps) {
  const words = useWords();
  const [problem, setProblem] = useState<string>();
  const canAsk = !page.reading && page.decision !== 'switched-off';
  const annotate = () => {
    link.annotate().then(
      () => setProblem(undefined),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <section aria-labelledby="page-title">
      <h2 id="page-title">{words('page.title')}</h2>
      {page.title !== '' && (
        <p class="page-name">
          <bdi>{page.title}</bdi>
        </p>
      )}
      <DateLine
        key={page.url}
        date={page.date}
        onCorrect={(day) =>
          backend.ask('correctDate', {
            url: page.url,
            ...(day !== undefined && { date: day }),
          })
        }
      />
      <p class="aside small">{words(DECISION_WORDS[page.decision])}</p>
      {page.decision === 'switched-off' && <p class="aside small">{words('page.switchesBelow')}</p>}
      {canAsk && (
        <button type="button" class="press" onClick={annotate}>
          {words('page.highlight')}
        </button>
      )}
      {backend.openPanel && <OpenPanel open={backend.openPanel} />}
      {problem !== undefined && (
        <Problem what={words('page.noAnswer')} kept={words('page.noAnswerNext')} reason={problem} />
      )}
    </section>
  );
}

interface NamesProps {
  page: PageSummary;
  context: Answer<Context>;
  onOpenEntity: (entity: string) => void;
}

function Names({ page, context, onOpenEntity }: NamesProps) {
  const words = useWords();
  const fold = useFold(context.value?.entities ?? [], NAMES_AT_FIRST);
  if (!page.reading) return null;
  if (page.mentions.size === 0) {
    return (
      <section>
        <p>{words('page.noNames')}</p>
        <p class="aside small">{words('page.noNamesNext')}</p>
      </section>
    );
  }
  if (context.problem !== undefined) {
    return (
      <Problem
        what={words('card.unavailable')}
        kept={words('problem.highlightsKept')}
        reason={context.problem}
        onRetry={context.retry}
      />
    );
  }
  return (
    <section aria-labelledby="names-title">
      <h2 id="names-title">{words.count('page.names', page.mentions.size)}</h2>
      <ul>
        {fold.shown.map((row) => (
          <li key={row.id}>
            <EntityRow
              row={row}
              aside={times(page.mentions.get(row.id), words)}
              onOpen={onOpenEntity}
            />
          </li>
        ))}
      </ul>
      {fold.rest > 0 && (
        <FoldButton
          label={words.count('card.more', fold.rest)}
          open={fold.open}
          onToggle={fold.toggle}
        />
      )}
    </section>
  );
}

function times(mentions: number | undefined, words: Words): string | undefined {
  if (mentions === undefined) return undefined;
  return mentions === 1 ? words('page.once') : words.count('page.times', mentions);
}
