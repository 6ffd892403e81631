import './pictures.css';
import { useMemo } from 'preact/hooks';
import type { Holder, Succession as Line } from '../../facts/picture.ts';
import type { Words } from '../../words/words.ts';
import { Disclosure } from '../disclosure.tsx';
import { SourceList } from '../source-list.tsx';
import { StatusMark } from '../status-mark.tsx';
import type { OpenEntity } from '../text-parts.tsx';
import { useWords } from '../use-words.ts';
import { EntityName } from './entity-name.tsx';
import type { Stretch } from './time-axis.ts';
import { wholeOf } from './timeline-layout.ts';

export interface SuccessionProps {
  line: Line;
  /** What it shows, in words: "Holders of President of Iran". */
  label: string;
  onOpenEntity?: OpenEntity | undefined;
}

const DAYS_PER_MONTH = 30.44;
const DAYS_PER_YEAR = 365.25;
/** A bar that is too short to be seen, as a share of the whole. */
const LEAST_SHARE = 0.006;

/**
 * Who held an office, one after the other: a list with a bar for each on one line of time, so
 * that terms can be compared. Gaps and overlaps are said in words between the two.
 */
export default function Succession({ line, label, onOpenEntity }: SuccessionProps) {
  const t = useWords();
  const { holders, today, article, undated, sources } = line;
  const bySource = useMemo(() => new Map(sources.map((source) => [source.id, source])), [sources]);
  const stretch = useMemo(
    () =>
      wholeOf(
        holders.map(({ span }) => span),
        today,
        undefined,
      ),
    [holders, today],
  );
  if (holders.length === 0) return <p class="aside">{t('picture.noHolders')}</p>;
  return (
    <figure class="picture succession">
      <ol aria-label={label}>
        {holders.map((one) => (
          <li key={one.span.fact.id}>
            {between(one, t) !== undefined && <p class="between">{between(one, t)}</p>}
            <div class="term">
              <span class="holder">
                <StatusMark status={one.span.fact.status} />{' '}
                <EntityName node={one.holder} onOpenEntity={onOpenEntity} />
              </span>
              <span class="when">
                {one.span.fact.date !== undefined && <bdi>{one.span.fact.date}</bdi>}
              </span>
              <Track holder={one} stretch={stretch} today={today} article={article} />
            </div>
            <Disclosure label={t.count('picture.sources', one.span.fact.sources.length)}>
              {() => (
                <SourceList
                  sources={one.span.fact.sources.flatMap((id) => bySource.get(id) ?? [])}
                />
              )}
            </Disclosure>
          </li>
        ))}
      </ol>
      {undated > 0 && <figcaption class="aside">{t.count('picture.undated', undated)}</figcaption>}
    </figure>
  );
}

interface TrackProps {
  holder: Holder;
  stretch: Stretch;
  today: number;
  article: number | undefined;
}

/** The term as a bar; its dates stand beside it in words. */
function Track({ holder: { span }, stretch, today, article }: TrackProps) {
  const share = (day: number) =>
    Math.min(1, Math.max(0, (day - stretch.from) / (stretch.to - stretch.from)));
  const { start, end, heldFrom, heldUntil, isOngoing } = span;
  const from = share(start?.earliest ?? heldFrom ?? end?.earliest ?? today);
  const to = share(end?.latest ?? (isOngoing ? today : (heldUntil ?? start?.latest ?? today)));
  const percent = (value: number) => `${(value * 100).toFixed(2)}%`;
  const state = [
    'held',
    ...(start ? [] : ['open-before']),
    ...(end || isOngoing ? [] : ['open-after']),
    ...(isOngoing ? ['goes-on'] : []),
  ].join(' ');
  return (
    <span class="track" aria-hidden="true">
      <span
        class={state}
        style={{
          'inset-inline-start': percent(Math.min(from, 1 - LEAST_SHARE)),
          'inline-size': percent(Math.max(LEAST_SHARE, to - from)),
        }}
      />
      {article !== undefined && (
        <span class="article-day" style={{ 'inset-inline-start': percent(share(article)) }} />
      )}
    </span>
  );
}

function between({ follows, days }: Holder, t: Words): string | undefined {
  if (follows === 'gap') return t('picture.gap', lengthOf(days ?? 0, t.tag));
  if (follows !== 'overlap') return undefined;
  return days === undefined ? t('picture.overlap') : t('picture.overlapOf', lengthOf(days, t.tag));
}

/** A number of days in the unit that says most. */
function lengthOf(days: number, language: string): string {
  const [unit, number] =
    days < 60
      ? (['day', days] as const)
      : days < 2 * DAYS_PER_YEAR
        ? (['month', Math.round(days / DAYS_PER_MONTH)] as const)
        : (['year', Math.round(days / DAYS_PER_YEAR)] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    number,
  );
}
