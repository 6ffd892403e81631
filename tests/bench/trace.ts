/** What a page's main thread did, from a trace of Chromium's. Times in milliseconds of processor time. */
import * as v from 'valibot';

export const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'v8',
];

export const KINDS = ['script', 'style', 'layout', 'paint', 'other'] as const;
export type WorkKind = (typeof KINDS)[number];

/** Processor time of a thread, in all and by what it was for. */
export interface Work extends Readonly<Record<WorkKind | 'total', number>> {
  /** Of it: compiling an extension's content script and running it for the first time. */
  readonly start: number;
}

/**
 * Events that say what the thread works at; an event inside another belongs
 * to the inner one's kind. Chromium has no event for promise callbacks, where most
 * of what an extension does is done: they are "other", with parsing and messages.
 */
const KIND_OF: Readonly<Record<string, WorkKind>> = {
  EvaluateScript: 'script',
  'v8.compile': 'script',
  'v8.run': 'script',
  'v8.callFunction': 'script',
  FunctionCall: 'script',
  TimerFire: 'script',
  FireAnimationFrame: 'script',
  FireIdleCallback: 'script',
  RunMicrotasks: 'script',
  HandlePostMessage: 'script',
  MinorGC: 'script',
  MajorGC: 'script',
  UpdateLayoutTree: 'style',
  ScheduleStyleRecalculation: 'style',
  Layout: 'layout',
  HitTest: 'layout',
  IntersectionObserverController: 'layout',
  computeIntersections: 'layout',
  'IntersectionObserverController::computeIntersections': 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  UpdateLayer: 'paint',
  UpdateLayerTree: 'paint',
  Commit: 'paint',
};
const TASK = 'RunTask';
const EXTENSION = /^chrome-extension:/;

const EventSchema = v.object({
  name: v.string(),
  ph: v.string(),
  pid: v.number(),
  tid: v.number(),
  ts: v.number(),
  dur: v.optional(v.number(), 0),
  tdur: v.optional(v.number(), 0),
  args: v.optional(v.object({ data: v.optional(v.object({ url: v.optional(v.string()) })) })),
});
type TraceEvent = v.InferOutput<typeof EventSchema>;
const TraceSchema = v.object({ traceEvents: v.array(v.unknown()) });

/**
 * The work of the thread that wrote a mark with `performance.mark`, up to that
 * mark, from the beginning of the trace or from another mark.
 *
 * @throws Error when a mark is missing
 */
export function workUntil(trace: Uint8Array, endMark: string, startMark?: string): Work {
  const events = eventsOf(trace);
  const end = events.find(({ name }) => name === endMark);
  const start = startMark === undefined ? undefined : events.find(({ name }) => name === startMark);
  if (!end || (startMark !== undefined && !start)) {
    throw new Error(`The trace does not have the mark "${end ? startMark : endMark}".`);
  }
  const onThread = events
    .filter(
      ({ ph, pid, tid, ts, name }) =>
        ph === 'X' &&
        pid === end.pid &&
        tid === end.tid &&
        ts < end.ts &&
        ts >= (start?.ts ?? 0) &&
        (name === TASK || name in KIND_OF),
    )
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  return sumUp(onThread);
}

/** Gives each stretch to the innermost event over it. */
function sumUp(events: readonly TraceEvent[]): Work {
  const work: Record<WorkKind | 'total' | 'start', number> = {
    start: 0,
    script: 0,
    style: 0,
    layout: 0,
    paint: 0,
    other: 0,
    total: 0,
  };
  const open: { readonly end: number; readonly kind: WorkKind }[] = [];
  for (const { name, ts, dur, tdur, args } of events) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= ts) open.pop();
    const outer = open.at(-1);
    // What the bench's own round trips do stands outside of tasks, and is not the page's.
    if (!outer && name !== TASK) continue;
    const kind = name === TASK ? (outer?.kind ?? 'other') : (KIND_OF[name] ?? 'other');
    const duration = tdur / 1_000;
    work[kind] += duration;
    if (name === 'EvaluateScript' && EXTENSION.test(args?.data?.url ?? '')) work.start += duration;
    if (outer) work[outer.kind] -= duration;
    else work.total += duration;
    open.push({ end: ts + dur, kind });
  }
  return work;
}

function eventsOf(trace: Uint8Array): TraceEvent[] {
  const { traceEvents } = v.parse(TraceSchema, JSON.parse(new TextDecoder().decode(trace)));
  return traceEvents.flatMap((event) => {
    const parsed = v.safeParse(EventSchema, event);
    return parsed.success ? [parsed.output] : [];
  });
}
