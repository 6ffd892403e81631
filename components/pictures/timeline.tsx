import './pictures.css';
import { useId, useMemo, useState } from 'preact/hooks';
import type { LifeLine, Span } from '../../facts/picture.ts';
import { FactList } from '../fact-list.tsx';
import type { OpenEntity } from '../text-parts.tsx';
import { useWords } from '../use-words.ts';
import { cutText, textWidth } from './measure-text.ts';
import { type Stretch, ticksOf } from './time-axis.ts';
import { around, placeSpans, storyOf, wholeOf } from './timeline-layout.ts';
import { TimelineMarks } from './timeline-marks.tsx';
import { useWidth } from './use-width.ts';

export interface TimelineProps {
  line: LifeLine;
  /** What it shows, in words: "Timeline of Donald Trump". */
  label: string;
  onOpenEntity?: OpenEntity | undefined;
}

const FONT = '12px system-ui, sans-serif';
/** px for the words of a fact. */
const MOST_WORDS = 300;
/** px from one tick to the next, at least. */
const TICK = 64;

const RANGES = ['story', 'whole', 'decade', 'years'] as const;
type Range = (typeof RANGES)[number];

/**
 * A life on a line: roles as bars, events as points, the article's day and today as lines
 * across. Time runs as the page is read: from right to left in a right-to-left language, as
 * timelines in Persian and Arabic print do. The list below says the same.
 */
export default function Timeline({ line, label, onOpenEntity }: TimelineProps) {
  const t = useWords();
  const id = useId();
  const [box, width] = useWidth<HTMLDivElement>();
  const [range, setRange] = useState<Range>('story');
  const [isList, setIsList] = useState(false);
  const { spans, today, article, undated, rest, sources } = line;
  const bySource = useMemo(() => new Map(sources.map((source) => [source.id, source])), [sources]);
  const stretches = useMemo(() => stretchesOf(line), [line]);
  const offered = RANGES.filter((one) => stretches.has(one));
  const shown = stretches.get(range) ?? wholeOf(spans, today, article);
  const bars = useMemo(() => {
    const most = Math.max(120, Math.min(MOST_WORDS, width * 0.7));
    const textOf = (span: Span) => cutText(wordsOf(span), FONT, most);
    const measure = (text: string) => textWidth(text, FONT);
    const inside = spans.filter((span) => isInside(span, shown, today));
    const isBar = ({ isMoment }: Span) => !isMoment;
    const place = (some: readonly Span[]) =>
      width > 0 ? placeSpans(some, shown, today, width, textOf, measure) : [];
    return {
      roles: place(inside.filter(isBar)),
      events: place(inside.filter((span) => !isBar(span))),
      count: inside.length,
    };
  }, [spans, shown, today, width]);

  if (spans.length === 0) return <p class="aside">{t('picture.noDates')}</p>;
  return (
    <figure class="picture timeline">
      {offered.length > 1 && (
        <fieldset class="ranges">
          <legend class="unseen">{t('picture.range')}</legend>
          {offered.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={id}
                checked={range === one}
                onChange={() => setRange(one)}
              />
              <span>{t(`picture.ranges.${one}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div ref={box}>
        {width > 0 && (
          <TimelineMarks
            label={t.count('picture.timelineLabel', bars.count, label)}
            roles={bars.roles}
            events={bars.events}
            stretch={shown}
            ticks={ticksOf(shown, width / TICK, t.tag)}
            width={width}
            isMirrored={t.direction === 'rtl'}
            days={[
              ...(article === undefined ? [] : [{ day: article, text: t('picture.article') }]),
              ...(article === today ? [] : [{ day: today, text: t('picture.today') }]),
            ]}
          />
        )}
      </div>
      <figcaption class="aside">
        {spans.length > bars.count && (
          <span>{t.count('picture.outside', spans.length - bars.count)} </span>
        )}
        {undated > 0 && <span>{t.count('picture.undated', undated)} </span>}
        {rest > 0 && <span>{t.count('picture.left', rest)}</span>}
      </figcaption>
      <button type="button" class="press" aria-expanded={isList} onClick={() => setIsList(!isList)}>
        {t(isList ? 'picture.hideList' : 'picture.showList')}
      </button>
      {isList && (
        <ol class="span-list" aria-label={label}>
          <FactList
            facts={spans.map(({ fact }) => fact)}
            sources={bySource}
            onOpenEntity={onOpenEntity}
          />
        </ol>
      )}
    </figure>
  );
}

/** A fact in the words of its sentence, for the picture. */
function wordsOf({ fact }: Span): string {
  return fact.parts.map(({ text }) => text).join('');
}

function isInside(span: Span, { from, to }: Stretch, today: number): boolean {
  const start = span.start?.earliest ?? span.heldFrom ?? Number.NEGATIVE_INFINITY;
  const end =
    span.end?.latest ?? (span.isOngoing ? today : (span.heldUntil ?? span.start?.latest ?? to));
  return start <= to && end >= from;
}

/** The stretches to choose from: only those that differ and show something. */
function stretchesOf({ spans, today, article }: LifeLine): Map<Range, Stretch> {
  const whole = wholeOf(spans, today, article);
  const story = storyOf(spans, today, article);
  const centre = article ?? today;
  const found = new Map<Range, Stretch>([['story', story]]);
  if (story.from !== whole.from) found.set('whole', whole);
  const years = (story.to - story.from) / 365.25;
  for (const [range, length] of [
    ['decade', 10],
    ['years', 2],
  ] as const) {
    const stretch = around(centre, length);
    if (years > 1.5 * length && spans.some((span) => isInside(span, stretch, today))) {
      found.set(range, stretch);
    }
  }
  return found;
}
