import { LocalText } from '../../components/local-text.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { useWords } from '../../components/use-words.ts';
import { ORDERS, type Order } from '../../facts/fact-order.ts';
import { PART } from '../../facts/part.ts';
import type { Key } from '../../words/words.ts';
import type { ReferenceBackend } from './backend.ts';
import { FactPart } from './fact-part.tsx';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { Parts } from './parts.tsx';
import { hashOf } from './routes.ts';
import { Trouble } from './trouble.tsx';
import { usePageAnswer } from './use-page-answer.ts';

const ORDER_WORDS: Readonly<Record<Order, Key>> = {
  newest: 'reference.newest',
  oldest: 'reference.oldest',
  subject: 'reference.bySubject',
};

export interface PredicateViewProps {
  backend: ReferenceBackend;
  predicate: string;
  order: Order;
  part: number;
}

/** Who and when: all facts that say one thing. */
export function PredicateView({ backend, predicate, order, part }: PredicateViewProps) {
  const t = useWords();
  const answer = usePageAnswer(
    () => backend.ask('predicatePage', { predicate, order, from: (part - 1) * PART.facts }),
    `${predicate} ${order} ${part}`,
  );
  if (answer.problem !== undefined) return <Trouble answer={answer} />;
  const page = answer.value?.page;
  if (answer.value && !page) {
    return <NotFound backend={backend} said={predicate} isAddress={false} />;
  }
  return (
    <Frame
      title={page?.label.text}
      heading={page && <LocalText value={page.label} />}
      above={t('reference.predicateLabel')}
    >
      {page && (
        <>
          {page.inverse && (
            <p class="aside">
              <Phrase
                of="reference.inverse"
                values={[<LocalText key="inverse" value={page.inverse} />]}
              />
            </p>
          )}
          <p class="aside">{t.count('reference.facts', page.total)}</p>
          {!page.whole && <p class="aside">{t('reference.onlyPart')}</p>}
          <nav class="orders" aria-label={t('reference.order')}>
            {ORDERS.map((one) => (
              <a
                key={one}
                href={hashOf({ page: 'predicate', predicate, order: one, part: 1 })}
                aria-current={one === order ? 'true' : undefined}
              >
                {t(ORDER_WORDS[one])}
              </a>
            ))}
          </nav>
          <FactPart facts={page.facts} sources={page.sources} />
          <Parts
            part={part}
            more={part * PART.facts < page.total}
            of={Math.ceil(page.total / PART.facts)}
            routeTo={(next) => ({ page: 'predicate', predicate, order, part: next })}
          />
        </>
      )}
    </Frame>
  );
}
