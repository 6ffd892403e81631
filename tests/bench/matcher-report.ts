import { textTable } from '../../cli/text-table.ts';
import type { Material } from './matcher-material.ts';
import { MATCHERS, type MatcherName } from './matchers.ts';
import { median, ms, summarise, times } from './statistics.ts';

/** How a matcher did with one list of names. */
export interface Measured {
  readonly name: MatcherName;
  /** Milliseconds to take the names in. */
  readonly load: number;
  /** UTF-16 units searched in each run. */
  readonly units: number;
  /** Milliseconds a UTF-16 unit, one for each run. */
  readonly times: number[];
  matches: number;
  /** Why it was not measured. */
  readonly reason: string | undefined;
}

/** Milliseconds from the bytes of an index to the first match, in a fresh process. */
export interface FirstMatch {
  readonly wall: number;
  /** The part of `wall` that opening takes. */
  readonly open: number;
  readonly processor: number;
  readonly matches: number;
}

export interface SizeResult {
  readonly material: Material;
  /** Milliseconds to build our index, its size, and its size with ids of Wikidata. */
  readonly built: { readonly build: number; readonly bytes: number; readonly qIdBytes: number };
  readonly firstMatches: readonly FirstMatch[];
  readonly measured: readonly Measured[];
}

/** Targets for some numbers of names; there is none for the others. */
const TARGETS: Readonly<
  Record<number, { floor: number; peer: number; bytes: number; firstMatch?: number }>
> = {
  100000: { floor: 8, peer: 8, bytes: 30 },
  1000000: { floor: 12, peer: 8, bytes: 30, firstMatch: 20 },
};

/** Everything that is said of one list of names. */
export function matcherReport(result: SizeResult): string {
  const { material, measured } = result;
  const typical = new Map(measured.map(({ name, times: runs }) => [name, median(runs)]));
  const floor = typical.get('floor') ?? Number.NaN;
  const ours = typical.get('ours') ?? Number.NaN;
  const fastest = fastestPackage(measured);
  const rows = measured.map((one) => row(one, result, floor, fastest?.time ?? Number.NaN));
  return [
    `${number(material.size)} names (${number(material.distinct)} different) in ${number(material.units)} UTF-16 units, ${number(material.paragraphs)} paragraphs;`,
    `${number(material.planted)} mentions put in, ${number(material.standing)} stand there as whole words.`,
    '',
    textTable(
      [
        { title: 'matcher' },
        { title: 'load or build', align: 'right' },
        { title: 'MB/s', align: 'right' },
        { title: 'slowest – fastest', align: 'right' },
        { title: 'time, of the floor', align: 'right' },
        { title: 'speed, of the fastest package', align: 'right' },
        { title: 'matches', align: 'right' },
        { title: 'remarks', width: 60 },
      ],
      rows,
    ),
    '',
    ...ownFigures(result, floor, ours, fastest),
  ].join('\n');
}

function row(
  { name, load, units, times: runs, matches, reason }: Measured,
  { material, built }: SizeResult,
  floor: number,
  fastest: number,
): string[] {
  const { title, role } = MATCHERS[name];
  if (reason !== undefined) return [title, '–', '–', '–', '–', '–', '–', reason];
  const { median: typical, min, max } = summarise(runs);
  const isShort = units < material.units;
  return [
    title,
    role === 'floor' ? '–' : seconds(role === 'ours' ? built.build : load),
    speed(typical),
    `${speed(max)} – ${speed(min)}`,
    times(typical, floor),
    times(fastest, typical),
    role === 'floor' ? '–' : number(matches),
    isShort ? `on the first ${number(units)} units only` : '',
  ];
}

/** What is said of ours alone, with its targets. */
function ownFigures(
  { material, built, firstMatches }: SizeResult,
  floor: number,
  ours: number,
  fastest: Fastest | undefined,
): string[] {
  const targets = TARGETS[material.size];
  const each = (bytes: number): string => (bytes / material.size).toFixed(1);
  const wall = summarise(firstMatches.map((one) => one.wall));
  const processor = summarise(firstMatches.map((one) => one.processor));
  const open = median(firstMatches.map((one) => one.open));
  const found = firstMatches.every(({ matches }) => matches > 0) ? '' : ' (nothing was found!)';
  return [
    'Backgrounder:',
    `- ${times(ours, floor)} the time of the floor${atMost(targets?.floor, '×')}`,
    ...(fastest
      ? [
          `- ${times(fastest.time, ours)} the speed of the fastest package, ${fastest.title}${atLeast(targets?.peer)}`,
        ]
      : []),
    `- index: ${number(built.bytes)} bytes, ${each(built.bytes)} a name; ${each(built.qIdBytes)} with Q-ids instead of ids like "synthetic:e123"${atMost(targets?.bytes, '')}; built in ${seconds(built.build)}`,
    `- from ArrayBuffer to first match in a fresh process: ${ms(wall.median)} ms (${ms(wall.min)} – ${ms(wall.max)})${atMost(targets?.firstMatch, 'ms')},`,
    `  of that opening ${ms(open)} ms; processor time ${ms(processor.median)} ms (${ms(processor.min)} – ${ms(processor.max)}); ${firstMatches.length} processes${found}`,
  ];
}

interface Fastest {
  readonly title: string;
  /** Milliseconds a UTF-16 unit. */
  readonly time: number;
}

function fastestPackage(measured: readonly Measured[]): Fastest | undefined {
  const packages = measured
    .filter(({ name, reason }) => MATCHERS[name].role === 'package' && reason === undefined)
    .map(({ name, times: runs }) => ({ title: MATCHERS[name].title, time: median(runs) }));
  return packages.sort((a, b) => a.time - b.time)[0];
}

function atMost(target: number | undefined, unit: string): string {
  return target === undefined ? '' : ` (target: at most ${`${target} ${unit}`.trim()})`;
}

function atLeast(target: number | undefined): string {
  return target === undefined ? '' : ` (target: at least ${target} ×)`;
}

/** Milliseconds a unit are seconds a thousand units, so this is in millions a second. */
function speed(time: number): string {
  const millions = 1 / time / 1_000;
  return millions.toFixed(millions >= 100 ? 0 : millions >= 1 ? 1 : 2);
}

function seconds(duration: number): string {
  return duration < 1_000 ? `${ms(duration)} ms` : `${(duration / 1_000).toFixed(1)} s`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
