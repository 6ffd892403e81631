import { textTable } from '../../cli/text-table.ts';
import type {
  ArticleRead,
  Memories,
  Starts,
  Timed,
  Times,
  WorkerState,
} from './million-browser.ts';
import type { Memory } from './million-memory.ts';
import type { Installed } from './million-page.ts';
import type { Steps } from './million-steps.ts';
import type { Texts } from './million-texts.ts';
import { median, ms, summarise } from './statistics.ts';

/** Milliseconds that the prototype took, for a million names. */
const PROTOTYPE = {
  short: { 'beside-page': 61, alone: undefined, warm: 3 },
  long: { 'beside-page': undefined, alone: undefined, warm: 50 },
  start: 37,
  blob: 14,
} as const;
/** At most so many milliseconds for the short text. */
const AIMS: Readonly<Record<WorkerState, number>> = {
  'beside-page': 100,
  alone: 100,
  warm: 6,
};

const WORKERS: Readonly<Record<WorkerState, string>> = {
  'beside-page': 'stopped beside a page',
  alone: 'stopped',
  warm: 'warm',
};
const PACKS = { without: 'built-in', with: 'and the names' } as const;

export function installedText(installed: Installed): string {
  const { entities, names, indexBytes, storedBytes, importing } = installed;
  return [
    `${count(names)} names of ${count(entities)} entities with Q-ids, imported in ${seconds(importing)}:`,
    `all read and checked after ${seconds(installed.reading)}.`,
    `Index: ${count(indexBytes)} bytes, ${(indexBytes / names).toFixed(1)} a name. All that is stored: ${megabytes(storedBytes)} MB more.`,
  ].join('\n');
}

export function articleText(title: string, before: ArticleRead, after: ArticleRead): string {
  return [
    `On ${title}:`,
    compared('highlighted', before.painted, after.painted),
    compared('linked', linkedOf(before), linkedOf(after)),
  ].join('\n');
}

function linkedOf({ read }: ArticleRead): string[] {
  return read.found.map(({ segment, start, end, entity }) => {
    const text = read.segments[segment]?.slice(start, end) ?? '';
    return `“${text}” as ${entity} in block ${segment} at ${start}`;
  });
}

function compared(what: string, before: readonly string[], after: readonly string[]): string {
  const without = (list: readonly string[], others: readonly string[]): string => {
    const known = new Set(others);
    return list.filter((one) => !known.has(one)).join('; ') || 'none';
  };
  return [
    `- ${what}: ${before.length} mentions without the names, ${after.length} with them;`,
    `missing or changed: ${without(before, after)}; new: ${without(after, before)}`,
  ].join(' ');
}

export function timesTable(
  texts: Texts,
  before: readonly Timed[],
  after: readonly Timed[],
): string {
  const planted = Object.values(texts).map(
    (text) => `${text.title}: ${count(text.planted)} in ${count(text.units)} UTF-16 units`,
  );
  return [
    `Mentions of the names that were put into the texts: ${planted.join('; ')}.`,
    textTable(
      [
        { title: 'text' },
        { title: 'packs' },
        { title: 'worker' },
        { title: 'mentions', align: 'right' },
        { title: 'of so many', align: 'right' },
        { title: 'requests', align: 'right' },
        { title: 'first', align: 'right' },
        { title: 'min – max', align: 'right' },
        { title: 'all', align: 'right' },
        { title: 'min – max', align: 'right' },
        { title: 'processor', align: 'right' },
        { title: 'runs', align: 'right' },
        { title: 'aim', align: 'right' },
        { title: 'prototype', align: 'right' },
      ],
      [
        ...before.map((timed) => timesRow(texts, PACKS.without, timed, false)),
        ...after.map((timed) => timesRow(texts, PACKS.with, timed, true)),
      ],
    ),
  ].join('\n');
}

function timesRow(texts: Texts, packs: string, timed: Timed, isAimed: boolean): string[] {
  const { text, worker, linked } = timed;
  const first = summarise(linked.map((one) => one.first));
  const all = summarise(linked.map((one) => one.all));
  const failures = linked.reduce((sum, one) => sum + one.failures, 0);
  const prototype = PROTOTYPE[text === 'short' ? 'short' : 'long'][worker];
  return [
    texts[text].title,
    packs,
    WORKERS[worker],
    count(median(linked.map(({ mentions }) => mentions))),
    count(median(linked.map(({ entities }) => entities))),
    `${median(linked.map(({ requests }) => requests))}${failures > 0 ? ` (${failures} failed)` : ''}`,
    ms(first.median),
    `${ms(first.min)} – ${ms(first.max)}`,
    ms(all.median),
    `${ms(all.min)} – ${ms(all.max)}`,
    ms(median(linked.map(({ processor }) => processor))),
    String(linked.length),
    isAimed && text === 'short' ? `≤ ${AIMS[worker]}` : '',
    isAimed && prototype !== undefined ? String(prototype) : '',
  ];
}

/** Where the time goes. */
export function startsText({ starts, message }: Times, steps: readonly Steps[]): string {
  const cell = (values: readonly number[]): string => {
    const { median: typical, min, max } = summarise(values);
    return `${ms(typical)} (${ms(min)} – ${ms(max)})`;
  };
  const step = (name: keyof Steps): string => cell(steps.map((one) => one[name]));
  const columns = [
    { title: 'ms' },
    { title: WORKERS['beside-page'], align: 'right' },
    { title: WORKERS.alone, align: 'right' },
    { title: 'prototype', align: 'right' },
  ] as const;
  const row = (title: string, of: keyof Starts, prototype = ''): string[] => [
    title,
    cell(starts['beside-page'][of]),
    cell(starts.alone[of]),
    prototype,
  ];
  return [
    'Questions to a stopped worker, with the names installed; median (min – max):',
    textTable(columns, [
      row('one it refuses: its start', 'nothing', `${PROTOTYPE.start}`),
      row('settings: and opens IndexedDB', 'settings'),
      row('status: and opens the indexes', 'status'),
    ]),
    '',
    `What a worker does until its first answer, in a new worker of the bench's own, ${steps.length} times:`,
    textTable(
      [{ title: 'step' }, { title: 'ms', align: 'right' }, { title: 'prototype', align: 'right' }],
      [
        ['IndexedDB opened', step('base'), ''],
        ['rows of packs and indexes read', step('rows'), ''],
        ['Blobs read', step('bytes'), String(PROTOTYPE.blob)],
        ['indexes checked and opened', step('open'), ''],
        ['60 kB linked for the first time', step('firstLink'), ''],
        ['the second time', step('secondLink'), ''],
        ['at best', step('lastLink'), ''],
        ['at best, words and names alone', step('lastMatch'), ''],
      ],
    ),
    `60 kB as a message to a warm worker that refuses it: ${cell(message)} ms.`,
  ].join('\n');
}

export function memoryTable(before: Memories, after: Memories, searched: Memory): string {
  const row = (what: string, packs: string, { heap, buffers, own, peak }: Memory): string[] => [
    what,
    packs,
    ...[heap, buffers, own, peak].map(megabytes),
  ];
  return [
    'Memory in MB:',
    textTable(
      [
        { title: 'of' },
        { title: 'packs' },
        { title: 'live objects', align: 'right' },
        { title: 'ArrayBuffers', align: 'right' },
        { title: "process's own", align: 'right' },
        { title: 'its most resident', align: 'right' },
      ],
      [
        row('worker', PACKS.without, before.worker),
        row('worker', PACKS.with, after.worker),
        row('worker, after a search in the popup', PACKS.with, searched),
        row('tab with the article', PACKS.without, before.tab),
        row('tab with the article', PACKS.with, after.tab),
      ],
    ),
  ].join('\n');
}

function megabytes(bytes: number): string {
  return Number.isNaN(bytes) ? '–' : (bytes / 1e6).toFixed(1);
}

function seconds(duration: number): string {
  return Number.isNaN(duration) ? '–' : `${(duration / 1_000).toFixed(1)} s`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
