import { useState } from 'preact/hooks';
import { Confirm } from '../../components/confirm.tsx';
import { ExternalLink } from '../../components/external-link.tsx';
import { FoldButton } from '../../components/fold-button.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useFold } from '../../components/use-fold.ts';
import { useWords } from '../../components/use-words.ts';
import { hostOf } from '../../facts/settings.ts';
import type { Visit } from '../../facts/visit.ts';
import type { Ask } from '../../messages/ask.ts';

/** Pages asked for, and shown before the rest is unfolded. */
const MOST_PAGES = 200;
const PAGES_AT_FIRST = 5;

export interface VisitsSectionProps {
  ask: Ask;
  entity: string;
}

/** The pages on which the reader met an entity; nothing where none are remembered or to be. */
export function VisitsSection({ ask, entity }: VisitsSectionProps) {
  const t = useWords();
  const [forgotten, setForgotten] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const met = useAnswer(() => ask('visitsOf', { entity, limit: MOST_PAGES }), entity);
  const { visits = [], remembering = false } = met.value ?? {};
  const fold = useFold(visits, PAGES_AT_FIRST);
  const problem = failed ?? met.problem;

  const forget = async ({ url, ...visit }: Visit) => {
    try {
      await ask('forgetVisits', { url });
      setFailed(undefined);
      setForgotten(visit.title ?? url);
      met.retry();
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  };

  if (visits.length === 0 && !remembering && problem === undefined && forgotten === undefined)
    return null;
  return (
    <section class="visits" aria-labelledby="visits-title">
      <h2 id="visits-title" tabIndex={-1}>
        {t('options.visits.title')}
      </h2>
      {problem !== undefined && (
        <Problem
          what={t('options.visits.failed')}
          kept={t('options.visits.kept')}
          reason={problem}
          onRetry={failed === undefined ? met.retry : undefined}
        />
      )}
      {met.value && visits.length === 0 && <p class="aside">{t('options.visits.none')}</p>}
      <ul>
        {fold.shown.map((visit) => (
          <li key={visit.url}>
            <ExternalLink url={visit.url}>
              <bdi>{visit.title ?? visit.url}</bdi>
            </ExternalLink>
            <p class="aside small">
              <bdi>{hostOf(visit.url)}</bdi>
              {' · '}
              <time dateTime={new Date(visit.at).toISOString()}>{dayOf(visit.at, t.tag)}</time>
            </p>
            <Confirm
              label={t('options.visits.forget')}
              of={visit.title ?? visit.url}
              question={t('options.visits.question')}
              yes={t('options.visits.yes')}
              no={t('options.visits.no')}
              onConfirm={() => void forget(visit)}
            />
          </li>
        ))}
      </ul>
      {fold.rest > 0 && (
        <FoldButton
          label={t.count('options.visits.more', fold.rest)}
          open={fold.open}
          onToggle={fold.toggle}
        />
      )}
      <p class="unseen" role="status">
        {forgotten !== undefined && t('options.visits.forgotten', `\u2068${forgotten}\u2069`)}
      </p>
    </section>
  );
}

/** The day on which a page was read, as cards write days: in the Gregorian calendar. */
function dayOf(at: number, tag: string): string {
  // Plain English puts the day first.
  const format = new Intl.DateTimeFormat(tag === 'en' ? 'en-GB' : tag, {
    calendar: 'gregory',
    dateStyle: 'medium',
  });
  return format.format(at);
}
