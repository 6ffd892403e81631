import { useMemo } from 'preact/hooks';
import { FactList } from '../../components/fact-list.tsx';
import { LocalText } from '../../components/local-text.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { GraphSlot } from '../../components/picture-slots.tsx';
import type { OpenEntity } from '../../components/text-parts.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
import type { LocalText as Text } from '../../facts/card.ts';
import type { Connection } from '../../facts/picture.ts';
import type { Ask } from '../../messages/ask.ts';
import { ConnectEnd } from './connect-end.tsx';
import './connect.css';

export interface ConnectViewProps {
  ask: Ask;
  from: string | undefined;
  to: string | undefined;
  /** Facts that began later are left out: YYYY-MM-DD. */
  date?: string | undefined;
  onChoose: (ends: { readonly from: string | undefined; readonly to: string | undefined }) => void;
  onOpenEntity: OpenEntity;
}

/** Things that one press adds to the picture. */
const MOST_ADDED = 8;

/** How two things are connected: chains of facts in sentences, and all of them in one picture. */
export function ConnectView({ ask, from, to, date, onChoose, onOpenEntity }: ConnectViewProps) {
  const t = useWords();
  const isSame = from !== undefined && from === to;
  const key =
    from === undefined || to === undefined || isSame ? undefined : `${from} ${to} ${date ?? ''}`;
  const answer = useAnswer(
    () => ask('connect', { from: from ?? '', to: to ?? '', ...(date !== undefined && { date }) }),
    key,
  );
  return (
    <div class="connect">
      <div class="connect-ends">
        <ConnectEnd
          label={t('connect.from')}
          ask={ask}
          entity={from}
          onChoose={(entity) => onChoose({ from: entity, to })}
        />
        <ConnectEnd
          label={t('connect.to')}
          ask={ask}
          entity={to}
          onChoose={(entity) => onChoose({ from, to: entity })}
        />
      </div>
      {key === undefined && <p class="aside">{t(isSame ? 'connect.same' : 'connect.empty')}</p>}
      {key !== undefined && answer.busy && <p role="status">{t('connect.looking')}</p>}
      {answer.problem !== undefined && (
        <div role="alert">
          <p>{t('connect.failed', answer.problem)}</p>
          <button type="button" class="press" onClick={answer.retry}>
            {t('connect.retry')}
          </button>
        </div>
      )}
      {answer.value && !answer.busy && (
        <Found ask={ask} date={date} connection={answer.value} onOpenEntity={onOpenEntity} />
      )}
    </div>
  );
}

interface FoundProps {
  ask: Ask;
  date: string | undefined;
  connection: Connection;
  onOpenEntity: OpenEntity;
}

function Found({ ask, date, connection, onOpenEntity }: FoundProps) {
  const t = useWords();
  const { from, to, chains, graph, sources, isCut } = connection;
  const bySource = useMemo(() => new Map(sources.map((source) => [source.id, source])), [sources]);
  if (!from || !to) return <p role="status">{t('connect.unknown')}</p>;
  const names = [<Name key="from" of={from.name} />, <Name key="to" of={to.name} />];
  if (chains.length === 0) {
    return (
      <div role="status">
        <p>
          <Phrase of="connect.none" values={names} />
        </p>
        <p class="aside">{t('connect.noneMore')}</p>
        {isCut && <p class="aside">{t('connect.cut')}</p>}
      </div>
    );
  }
  return (
    <>
      <p role="status">{t.count('connect.found', chains.length, from.name.text, to.name.text)}</p>
      <ol class="chains">
        {chains.map(({ steps }, at) => (
          <li key={steps.map(({ facts: [first] }) => first?.id).join(' ')} class="chain">
            <h2>
              {t('connect.chain', new Intl.NumberFormat(t.tag).format(at + 1))}{' '}
              <span class="aside">{t.count('connect.steps', steps.length)}</span>
            </h2>
            <ol>
              {steps.map((step) => (
                <li key={`${step.from} ${step.to}`} class="step">
                  <ul>
                    <FactList facts={step.facts} sources={bySource} onOpenEntity={onOpenEntity} />
                  </ul>
                  {step.more > 0 && <p class="aside">{t.count('connect.more', step.more)}</p>}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {isCut && <p class="aside">{t('connect.cut')}</p>}
      <GraphSlot
        graph={graph}
        sources={sources}
        label={t('connect.graph', from.name.text, to.name.text)}
        centres={[from.id, to.id]}
        onExpand={async (entity, known) =>
          (
            await ask('neighbours', {
              entity,
              limit: MOST_ADDED,
              known: [...known],
              ...(date !== undefined && { date }),
            })
          ).neighbours
        }
        onOpenEntity={onOpenEntity}
      />
    </>
  );
}

function Name({ of }: { of: Text }) {
  return (
    <b>
      <LocalText value={of} />
    </b>
  );
}
