import { useState } from 'preact/hooks';
import { Card, type CardContent } from '../components/card.tsx';
import { SCOPES, type ScopeName } from '../components/not-this-menu.tsx';
import { Problem } from '../components/problem.tsx';
import { useAnswer } from '../components/use-answer.ts';
import { useWords } from '../components/use-words.ts';
import { type Overrule, pageKey, type Scope } from '../facts/settings.ts';
import type { Words } from '../words/words.ts';
import type { Backend } from './backend.ts';
import type { PageSummary } from './page-summary.ts';

const FACTS = 200;
const ALL_FACTS = 1_000;
/** Of a page's title in a note, in code units. */
const LONGEST_TITLE = 2_000;

export interface EntityViewProps {
  backend: Backend;
  entity: string;
  date: string | undefined;
  page: PageSummary | undefined;
  onOpenEntity: (entity: string) => void;
  onBack: (() => void) | undefined;
  /** Resolves to whether it was saved. */
  onOverrule: (what: Overrule, undo: boolean) => Promise<boolean>;
}

/** An entity's whole background. */
export function EntityView(props: EntityViewProps) {
  const { backend, entity, date, page, onOpenEntity, onBack, onOverrule } = props;
  const words = useWords();
  const [facts, setFacts] = useState(FACTS);
  const [hidden, setHidden] = useState<Scope>();
  const [problem, setProblem] = useState<{ what: string; reason: string }>();
  const others = page ? [...page.mentions.keys()].filter((id) => id !== entity).sort() : [];
  const answer = useAnswer(
    () =>
      backend.ask('card', {
        entity,
        page: others,
        facts,
        ...(date === undefined ? {} : { date }),
      }),
    JSON.stringify([entity, date, facts, others]),
  );

  async function setOverrule(scope: Scope, undo: boolean) {
    if (await onOverrule({ entity, scope }, undo)) setHidden(undo ? undefined : scope);
  }

  async function begin(what: string, asking: Promise<unknown>) {
    try {
      await asking;
      setProblem(undefined);
    } catch (error) {
      setProblem({ what, reason: error instanceof Error ? error.message : String(error) });
    }
  }

  const openDetail = () =>
    begin(
      words('reference.notOpened'),
      backend.ask('openDetail', { entity, ...(date === undefined ? {} : { date }) }),
    );
  const writeNote = () =>
    begin(
      words('card.noteNotBegun'),
      backend.ask('writeNote', { entity, ...(page && { page: pageOf(page) }) }),
    );

  return (
    <>
      <Card
        variant="full"
        content={contentOf(answer, hidden, words)}
        ofPage={page !== undefined}
        focusOnOpen
        onOpenEntity={onOpenEntity}
        onBack={onBack}
        onOpenDetail={() => void openDetail()}
        scopes={page ? SCOPES : ['everywhere']}
        onHide={(name) => void setOverrule(scopeOf(name, page), false)}
        onUndoHide={() => hidden && void setOverrule(hidden, true)}
        onShowAll={facts < ALL_FACTS ? () => setFacts(ALL_FACTS) : undefined}
        onRetry={answer.retry}
      />
      <p>
        <button type="button" class="press" onClick={() => void writeNote()}>
          {words('card.writeNote')}
        </button>
      </p>
      {problem !== undefined && (
        <Problem
          what={problem.what}
          kept={words('card.noteNotBegunKept')}
          reason={problem.reason}
        />
      )}
    </>
  );
}

function contentOf(
  {
    value,
    problem,
  }: { value: { card?: CardOf | undefined } | undefined; problem: string | undefined },
  hidden: Scope | undefined,
  words: Words,
): CardContent {
  const name = value?.card?.name ?? { text: words('card.background'), lang: words.tag };
  if (hidden) return { state: 'hidden', name, scope: hidden.on };
  if (problem !== undefined) return { state: 'unavailable', name, reason: problem };
  if (!value) return { state: 'loading', name };
  return value.card ? { state: 'ready', card: value.card } : { state: 'unknown', name };
}

type CardOf = Extract<CardContent, { state: 'ready' }>['card'];

/** The page as a note remembers it. */
function pageOf({ url, title, date }: PageSummary) {
  const shown = title.trim().slice(0, LONGEST_TITLE);
  return { url, ...(shown !== '' && { title: shown }), ...(date && { date: date.iso }) };
}

function scopeOf(name: ScopeName, page: PageSummary | undefined): Scope {
  if (name === 'page' && page) return { on: 'page', url: pageKey(page.url) };
  if (name === 'site' && page) return { on: 'site', host: page.host };
  return { on: 'everywhere' };
}
