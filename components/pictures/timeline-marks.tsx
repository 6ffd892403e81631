import type { Stretch, Tick } from './time-axis.ts';
import { OPEN, type Placed } from './timeline-layout.ts';

export interface TimelineMarksProps {
  label: string;
  roles: readonly Placed[];
  events: readonly Placed[];
  stretch: Stretch;
  ticks: readonly Tick[];
  width: number;
  /** Time runs from right to left. */
  isMirrored: boolean;
  /** Days that are marked, with their names. */
  days: readonly Tick[];
}

const BAR = 8;
const ROLE_LANE = 34;
const EVENT_LANE = 22;
const HEAD = 22;
const FOOT = 24;
const SPACE = 10;

/** The line of time itself, as one picture. */
export function TimelineMarks(props: TimelineMarksProps) {
  const { label, roles, events, stretch, ticks, width, isMirrored, days } = props;
  const lanes = (placed: readonly Placed[]) => Math.max(0, ...placed.map(({ lane }) => lane + 1));
  const rolesTop = HEAD;
  const eventsTop = rolesTop + lanes(roles) * ROLE_LANE + (roles.length > 0 ? SPACE : 0);
  const bottom = eventsTop + lanes(events) * EVENT_LANE + SPACE;
  const height = bottom + FOOT;
  const x = (px: number) => Math.round((isMirrored ? width - px : px) * 10) / 10;
  const xOf = (day: number) =>
    x(((day - stretch.from) / Math.max(1, stretch.to - stretch.from)) * width);
  const words: Words = { x, anchor: isMirrored ? 'end' : 'start' };
  const marked = days.filter(({ day }) => day >= stretch.from && day <= stretch.to);
  return (
    <svg class="time" width={width} height={height} role="img" aria-label={label}>
      {ticks.map(({ day, text }) => (
        <g key={day} class="tick">
          <line x1={xOf(day)} x2={xOf(day)} y1={HEAD} y2={bottom} />
          <text x={xOf(day)} y={bottom + 16} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
      {marked.map(({ day, text }, at) => (
        <g key={text} class={at === 0 && marked.length > 1 ? 'day of-article' : 'day'}>
          <line x1={xOf(day)} x2={xOf(day)} y1={HEAD - 6} y2={bottom} />
          <text
            y={12}
            {...labelAt(xOf(day), width, marked[1 - at] && xOf(marked[1 - at]?.day ?? day))}
          >
            {text}
          </text>
        </g>
      ))}
      {roles.map((one) => (
        <Bar
          key={one.span.fact.id}
          placed={one}
          y={rolesTop + one.lane * ROLE_LANE}
          words={words}
        />
      ))}
      {events.map((one) => (
        <Moment
          key={one.span.fact.id}
          placed={one}
          y={eventsTop + one.lane * EVENT_LANE}
          words={words}
        />
      ))}
    </svg>
  );
}

/** px that the name of a day may take. */
const DAY_NAME = 48;

/** Above its line, or on that side of it where the name of the other day is not, within the picture. */
function labelAt(x: number, width: number, other: number | undefined) {
  const isNear = other !== undefined && Math.abs(other - x) < DAY_NAME;
  if (isNear && x < other) return { x: Math.max(x, DAY_NAME), 'text-anchor': 'end' } as const;
  if (isNear && x + DAY_NAME <= width) return { x, 'text-anchor': 'start' } as const;
  if (x > width - DAY_NAME / 2) return { x: width, 'text-anchor': 'end' } as const;
  return { x: Math.max(x, DAY_NAME / 2), 'text-anchor': 'middle' } as const;
}

interface Words {
  readonly x: (px: number) => number;
  readonly anchor: 'start' | 'end';
}

interface MarkProps {
  placed: Placed;
  y: number;
  words: Words;
}

function classOf(base: string, { span }: Placed): string {
  const { status, topic } = span.fact;
  const isDoubtful = status === 'denied' || status === 'disputed';
  return `${base} topic-${topic}${isDoubtful ? ' doubtful' : ''}`;
}

function Bar({ placed, y, words: { x, anchor } }: MarkProps) {
  const { sure, perhapsBefore, perhapsAfter, openBefore, openAfter, goesOn, textAt, text } = placed;
  const top = y + 18;
  const middle = top + BAR / 2;
  const box = (from: number, to: number, least: number) => ({
    x: Math.min(x(from), x(to)),
    width: Math.max(least, Math.abs(x(to) - x(from))),
    y: top,
    height: BAR,
  });
  const last = Math.max(sure.to, sure.from + 3);
  // Points away from the beginning, whichever way time runs.
  const ahead = x(1) - x(0);
  const tip = x(last) + 9 * ahead;
  return (
    <g class={classOf('bar', placed)}>
      <title>{titleOf(placed)}</title>
      <text x={x(textAt)} y={y + 12} text-anchor={anchor}>
        {text}
      </text>
      <rect class="sure" rx={1} {...box(sure.from, sure.to, 3)} />
      {perhapsBefore && <rect class="perhaps" {...box(perhapsBefore.from, perhapsBefore.to, 0)} />}
      {perhapsAfter && <rect class="perhaps" {...box(perhapsAfter.from, perhapsAfter.to, 0)} />}
      {openBefore && (
        <line class="open" x1={x(sure.from)} x2={x(sure.from - OPEN)} y1={middle} y2={middle} />
      )}
      {openAfter && (
        <>
          <line class="open" x1={x(last)} x2={x(last + OPEN - 10)} y1={middle} y2={middle} />
          <text class="asks" x={x(last + OPEN - 4)} y={middle + 4} text-anchor="middle">
            ?
          </text>
        </>
      )}
      {goesOn && (
        <path
          class="goes-on"
          d={`M${x(last)} ${middle - 7}L${tip} ${middle}L${x(last)} ${middle + 7}z`}
        />
      )}
    </g>
  );
}

function Moment({ placed, y, words: { x, anchor } }: MarkProps) {
  const { sure, textAt, text } = placed;
  const middle = y + 11;
  const centre = (sure.from + sure.to) / 2;
  return (
    <g class={classOf('moment', placed)}>
      <title>{titleOf(placed)}</title>
      {sure.to - sure.from > 8 && (
        <line class="perhaps" x1={x(sure.from)} x2={x(sure.to)} y1={middle} y2={middle} />
      )}
      <circle cx={x(centre)} cy={middle} r={4} />
      <text x={x(textAt)} y={middle + 4} text-anchor={anchor}>
        {text}
      </text>
    </g>
  );
}

function titleOf({ span: { fact } }: Placed): string {
  const words = fact.parts.map(({ text }) => text).join('');
  return fact.date === undefined ? words : `${fact.date}: ${words}`;
}
