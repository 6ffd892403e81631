import { useState } from 'preact/hooks';
import { EntityRow } from '../../components/entity-row.tsx';
import { FactLine } from '../../components/fact-line.tsx';
import { Problem } from '../../components/problem.tsx';
import type { Context } from '../../facts/card.ts';
import type { Backend, PageLink } from './backend.ts';
import { NoPage } from './no-page.tsx';
import type { PageSummary } from './page-summary.ts';
import { type Answer, useAnswer } from './use-answer.ts';
import type { PageState } from './use-page.ts';
import { DECISION_WORDS, dayInWords, METHOD_WORDS } from './words.ts';

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
  return (
    <>
      <PageStatus page={page} link={backend.page} />
      <Names page={page} context={context} onOpenEntity={onOpenEntity} />
      {context.value && <Connections context={context.value} onOpenEntity={onOpenEntity} />}
    </>
  );
}

function PageStatus({ page, link }: { page: PageSummary; link: PageLink }) {
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
      <h2 id="page-title">This page</h2>
      {page.title !== '' && (
        <p class="page-name">
          <bdi>{page.title}</bdi>
        </p>
      )}
      <p class="aside small">
        {page.date
          ? `Published ${dayInWords(page.date.iso)} according to ${METHOD_WORDS[page.date.method]}.`
          : 'No date of publication found: cards show what holds today.'}
      </p>
      <p class="aside small">{DECISION_WORDS[page.decision]}</p>
      {page.decision === 'switched-off' && (
        <p class="aside small">The switches below turn it on again.</p>
      )}
      {canAsk && (
        <button type="button" class="press" onClick={annotate}>
          Highlight this page
        </button>
      )}
      {problem !== undefined && (
        <Problem
          what="The page did not answer."
          kept="It is as it was. Reload it, then press again."
          reason={problem}
        />
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
  const [all, setAll] = useState(false);
  if (!page.reading) return null;
  if (page.mentions.size === 0) {
    return (
      <section>
        <p>None of your packs knows a name on this page yet.</p>
        <p class="aside small">Look one up above; names appear here as the page grows.</p>
      </section>
    );
  }
  if (context.problem !== undefined) {
    return (
      <Problem
        what="The fact base did not answer."
        kept="Your packs are kept, and the page keeps its highlights."
        reason={context.problem}
        onRetry={context.retry}
      />
    );
  }
  const rows = context.value?.entities ?? [];
  const shown = all ? rows : rows.slice(0, NAMES_AT_FIRST);
  return (
    <section aria-labelledby="names-title">
      <h2 id="names-title">
        {page.mentions.size === 1 ? '1 known name' : `${page.mentions.size} known names`}
      </h2>
      <ul>
        {shown.map((row) => (
          <li key={row.id}>
            <EntityRow row={row} aside={times(page.mentions.get(row.id))} onOpen={onOpenEntity} />
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          Show all {rows.length} names
        </button>
      )}
    </section>
  );
}

function Connections({
  context,
  onOpenEntity,
}: {
  context: Context;
  onOpenEntity: (entity: string) => void;
}) {
  const [all, setAll] = useState(false);
  if (context.facts.length === 0) return null;
  const byId = new Map(context.sources.map((source) => [source.id, source]));
  const shown = all
    ? context.facts
    : context.facts.filter(({ id }) => context.nearest.includes(id));
  return (
    <section aria-labelledby="connections-title">
      <h2 id="connections-title">How they are connected</h2>
      <ul class="facts">
        {shown.map((fact) => (
          <FactLine key={fact.id} fact={fact} sources={byId} onOpenEntity={onOpenEntity} />
        ))}
      </ul>
      {shown.length < context.facts.length && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          Show all {context.facts.length} connections
        </button>
      )}
    </section>
  );
}

function times(mentions: number | undefined): string | undefined {
  if (mentions === undefined) return undefined;
  return mentions === 1 ? 'once' : `${mentions} times`;
}
