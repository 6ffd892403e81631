import { FactList } from '../../components/fact-list.tsx';
import { KindMark } from '../../components/kind-mark.tsx';
import { LocalText } from '../../components/local-text.tsx';
import { directionOf } from '../../components/text-direction.ts';
import { ThenAndNow } from '../../components/then-and-now.tsx';
import { useWords } from '../../components/use-words.ts';
import type { Card, ShownFact, ShownSource } from '../../facts/card.ts';
import type { Comparison, Shared } from '../../facts/reference.ts';
import type { ReferenceBackend } from './backend.ts';
import { FactPart } from './fact-part.tsx';
import { Frame } from './frame.tsx';
import { LookUp } from './look-up.tsx';
import { NotFound } from './not-found.tsx';
import { hashOf } from './routes.ts';
import { Trouble } from './trouble.tsx';
import { usePageAnswer } from './use-page-answer.ts';

export interface CompareViewProps {
  backend: ReferenceBackend;
  /** Ids of entities; "" for one that has still to be chosen. */
  a: string;
  b: string;
}

/** Two entities side by side: who they are, what they have in common, where they differ. */
export function CompareView({ backend, a, b }: CompareViewProps) {
  const t = useWords();
  const isChosen = a !== '' && b !== '';
  const answer = usePageAnswer(
    () => backend.ask('compare', { a, b }),
    isChosen ? `${a} ${b}` : undefined,
  );
  if (answer.problem !== undefined) return <Trouble answer={answer} />;
  const comparison = answer.value?.comparison;
  if (isChosen && answer.value && !comparison) {
    return <NotFound backend={backend} said={`${a} ${b}`} isAddress={false} />;
  }
  if (!isChosen) {
    return (
      <Frame title={t('reference.compareTitle')}>
        <p class="lead">{t('reference.compareLead')}</p>
        <Choice backend={backend} a={a} b={b} />
      </Frame>
    );
  }
  return (
    <Frame
      title={comparison && `${comparison.a.name.text} · ${comparison.b.name.text}`}
      heading={t('reference.compareTitle')}
    >
      {comparison && <Compared comparison={comparison} />}
    </Frame>
  );
}

/** What is chosen already, and a search for what is not. */
function Choice({ backend, a, b }: CompareViewProps) {
  const t = useWords();
  const ids = [a, b].filter((id) => id !== '');
  const known = usePageAnswer(
    () => backend.ask('rows', { entities: ids }),
    ids.length > 0 ? ids.join(' ') : undefined,
  );
  const nameOf = (id: string) => known.value?.rows.find((row) => row.id === id)?.name;
  const go = (next: { a: string; b: string }) => {
    location.hash = hashOf({ page: 'compare', ...next });
  };
  const chosen = a !== '' ? nameOf(a) : nameOf(b);
  return (
    <>
      {ids.length > 0 && (
        <p class="chosen">
          {chosen && (
            <b>
              <LocalText value={chosen} />
            </b>
          )}{' '}
          <a class="act" href={hashOf({ page: 'compare', a: '', b: '' })}>
            {t('reference.change')}
          </a>
        </p>
      )}
      {a === '' && b === '' ? (
        <LookUp
          backend={backend}
          label={t('reference.chooseFirst')}
          onChoose={(entity) => go({ a: entity, b: '' })}
        />
      ) : (
        <LookUp
          backend={backend}
          label={t('reference.chooseSecond')}
          onChoose={(entity) => go({ a: a === '' ? b : a, b: entity })}
        />
      )}
    </>
  );
}

function Compared({ comparison: { a, b, between, shared, sources } }: { comparison: Comparison }) {
  const t = useWords();
  const common = shared.filter(({ other }) => other !== undefined);
  const alike = shared.filter(({ other }) => other === undefined);
  return (
    <>
      <div class="sides">
        <Side card={a} />
        <Side card={b} />
      </div>
      {between.length > 0 && (
        <section aria-labelledby="between-title">
          <h2 id="between-title">{t('reference.between')}</h2>
          <FactPart facts={between} sources={sources} />
        </section>
      )}
      <section aria-labelledby="common-title">
        <h2 id="common-title">{t('reference.inCommon')}</h2>
        {common.length === 0 && <p class="aside">{t('reference.nothingInCommon')}</p>}
        <Rows rows={common} a={a} b={b} sources={sources} />
      </section>
      {alike.length > 0 && (
        <section aria-labelledby="alike-title">
          <h2 id="alike-title">{t('reference.alike')}</h2>
          <Rows rows={alike} a={a} b={b} sources={sources} />
        </section>
      )}
    </>
  );
}

function Side({ card }: { card: Card }) {
  return (
    <div class="side">
      <KindMark kind={card.kind} />
      <h2>
        <a class="act" href={hashOf({ page: 'entity', entity: card.id })}>
          <LocalText value={card.name} />
        </a>
      </h2>
      {card.summary && (
        <p dir={directionOf(card.summary.lang)} lang={card.summary.lang}>
          {card.summary.text}
        </p>
      )}
      <ThenAndNow card={card} sources={new Map(card.sources.map((one) => [one.id, one]))} />
    </div>
  );
}

interface RowsProps extends Pick<Comparison, 'a' | 'b'> {
  rows: readonly Shared[];
  sources: readonly ShownSource[];
}

function Rows({ rows, a, b, sources }: RowsProps) {
  const t = useWords();
  const byId = new Map(sources.map((source) => [source.id, source]));
  return rows.map(({ label, other, together, ...facts }) => (
    <section key={`${label.text} ${other?.id}`} class="compared">
      <h3>
        <LocalText value={label} />
        {other && (
          <>
            {': '}
            <a class="act" href={hashOf({ page: 'entity', entity: other.id })}>
              <LocalText value={other.name} />
            </a>
          </>
        )}
      </h3>
      {together !== undefined && <p class="aside">{t('reference.together', together)}</p>}
      <div class="sides">
        <SideFacts of={a} facts={facts.a} sources={byId} />
        <SideFacts of={b} facts={facts.b} sources={byId} />
      </div>
    </section>
  ));
}

function SideFacts({
  of,
  facts,
  sources,
}: {
  of: Card;
  facts: readonly ShownFact[];
  sources: ReadonlyMap<string, ShownSource>;
}) {
  return (
    <div class="side">
      <p class="aside small">
        <LocalText value={of.name} />
      </p>
      <ul>
        <FactList facts={facts} sources={sources} brief />
      </ul>
    </div>
  );
}
