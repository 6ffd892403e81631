import { useState } from 'preact/hooks';
import { Connections } from '../../components/connections.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { Timeline } from '../../components/page-timeline.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
import type { Backend, PageLink } from '../../extension/backend.ts';
import { NoPage } from '../../extension/no-page.tsx';
import type { PageSummary } from '../../extension/page-summary.ts';
import type { PageState } from '../../extension/use-page.ts';
import { DECISION_WORDS } from '../popup/words.ts';
import { Notes } from './notes.tsx';
import { PageGraph } from './page-graph.tsx';
import { UnknownNames } from './unknown-names.tsx';
import { WhoIsWho } from './who-is-who.tsx';

export interface PageViewProps {
  backend: Backend;
  pageState: PageState;
  onOpenEntity: (entity: string) => void;
  /** Looks a name up in the reader's packs. */
  onSearch: (name: string) => void;
}

/** The page in front: who is on it, what connects them, when it was, and what the reader noted. */
export function PageView({ backend, pageState, onOpenEntity, onSearch }: PageViewProps) {
  const words = useWords();
  const page = pageState.state === 'here' ? pageState.page : undefined;
  const link = backend.page;
  const entities = page ? [...page.mentions.keys()].sort() : [];
  const date = page?.date?.iso;
  const context = useAnswer(
    () => backend.ask('context', { entities, ...(date === undefined ? {} : { date }) }),
    entities.length > 0 ? JSON.stringify([entities, date]) : undefined,
  );
  if (!page || !link) return <NoPage pageState={pageState} link={link} />;
  const byTime = context.value && {
    context: context.value,
    sources: new Map(context.value.sources.map((source) => [source.id, source])),
    onOpenEntity,
  };
  return (
    <>
      <header>
        {page.title !== '' && (
          <p class="page-name">
            <bdi>{page.title}</bdi>
          </p>
        )}
        {page.mentions.size > 0 && (
          <p class="aside small">{words.count('panel.nameCount', page.mentions.size)}</p>
        )}
      </header>
      {!page.reading && <NotRead page={page} link={link} />}
      {page.reading && page.mentions.size === 0 && (
        <section>
          <p>{words('panel.noNames')}</p>
          <p class="aside small">{words('panel.noNamesNext')}</p>
        </section>
      )}
      {context.problem !== undefined && (
        <Problem
          what={words('panel.noAnswer')}
          kept={words('panel.kept')}
          reason={context.problem}
          onRetry={context.retry}
        />
      )}
      {context.value && (
        <WhoIsWho
          rows={context.value.entities}
          page={page}
          link={link}
          onOpenEntity={onOpenEntity}
        />
      )}
      {byTime && <Connections {...byTime} />}
      {context.value && context.value.facts.length > 0 && (
        <Disclosure label={words('panel.picture')}>
          {() => (
            <PageGraph
              ask={backend.ask}
              entities={entities}
              date={date}
              onOpenEntity={onOpenEntity}
            />
          )}
        </Disclosure>
      )}
      {byTime && <Timeline {...byTime} />}
      <Notes ask={backend.ask} page={page} entities={entities} onOpenEntity={onOpenEntity} />
      {page.reading && (
        <UnknownNames ask={backend.ask} page={page} link={link} onSearch={onSearch} />
      )}
    </>
  );
}

/** Why the page is not read, and the press that has it read. */
function NotRead({ page, link }: { page: PageSummary; link: PageLink }) {
  const words = useWords();
  const [problem, setProblem] = useState<string>();
  const annotate = () => {
    link.annotate().then(
      () => setProblem(undefined),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <section>
      <p>{words(DECISION_WORDS[page.decision])}</p>
      {page.decision === 'switched-off' ? (
        <p class="aside small">{words('panel.switchedOff')}</p>
      ) : (
        <button type="button" class="press" onClick={annotate}>
          {words('panel.highlight')}
        </button>
      )}
      {problem !== undefined && (
        <Problem
          what={words('panel.pageSilent')}
          kept={words('panel.pageSilentKept')}
          reason={problem}
        />
      )}
    </section>
  );
}
