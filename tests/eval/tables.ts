import { textTable } from '../../cli/text-table.ts';
import type { Evaluation } from './evaluate.ts';
import type { SetName } from './gold-sets.ts';
import { type Figures, figures, MISTAKES, pooled } from './score.ts';

/** Both matchers on one set. */
export interface Comparison {
  readonly set: SetName;
  readonly naive: Evaluation;
  readonly ours: Evaluation;
}

/** A line for each matcher on each set: what it gets right, and its mistakes by kind. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap(({ set, naive, ours }) => [
    [set, String(naive.gold), 'naive', ...cells(naive), '', ...mistakes(naive)],
    ['', '', 'ours', ...cells(ours), gain(naive, ours), ...mistakes(ours)],
  ]);
  const right = { align: 'right' } as const;
  return textTable(
    [
      { title: 'set' },
      { title: 'gold', ...right },
      { title: 'matcher' },
      ...['precision', 'recall', 'F1', 'gain', ...MISTAKES].map((title) => ({ title, ...right })),
    ],
    rows,
  );
}

function cells(evaluation: Evaluation): string[] {
  const { precision, recall, f1 } = of(evaluation);
  return [precision, recall, f1].map(decimals);
}

function mistakes({ recallOnly, mistakes: counts }: Evaluation): string[] {
  return MISTAKES.map((kind) =>
    recallOnly && kind === 'not an entity' ? '–' : String(counts[kind]),
  );
}

function gain(naive: Evaluation, ours: Evaluation): string {
  const [before, after] = [of(naive).f1, of(ours).f1];
  return before === undefined || after === undefined ? '–' : signed(after - before);
}

function of(evaluation: Evaluation): Figures {
  const all = figures(evaluation);
  return evaluation.recallOnly ? { recall: all.recall } : all;
}

function decimals(figure: number | undefined): string {
  return figure === undefined ? '–' : figure.toFixed(3);
}

function signed(difference: number): string {
  return `${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(3)}`;
}

const F1_GAIN = { at: 0.25, sets: ['reuters-128', 'oke-2016-train', 'spotlight'] } as const;
const PRECISION = { at: 0.9, sets: ['reuters-128', 'oke-2016-train'] } as const;

/** What is aimed at, and how far it is: one line for each aim on a set that was evaluated. */
export function aimLines(comparisons: readonly Comparison[]): string[] {
  const lines: string[] = [];
  const check = (aim: string, reached: number, wanted: number): void => {
    const short = wanted - reached;
    lines.push(
      `${aim} ${wanted.toFixed(2)}: ${reached.toFixed(3)}, ${short <= 0 ? 'met' : `${short.toFixed(3)} short`}`,
    );
  };
  for (const { set, naive, ours } of comparisons) {
    if (F1_GAIN.sets.some((one) => one === set)) {
      check(
        `${set}: F1 above naive by at least`,
        (of(ours).f1 ?? 0) - (of(naive).f1 ?? 0),
        F1_GAIN.at,
      );
    }
    if (PRECISION.sets.some((one) => one === set)) {
      check(`${set}: precision of at least`, of(ours).precision ?? 0, PRECISION.at);
    }
  }
  return lines;
}

/** How the sets do at one threshold. */
export interface CurvePoint {
  readonly threshold: number;
  readonly evaluations: ReadonlyMap<SetName, Evaluation>;
}

/** A line for each threshold; in each column precision, recall and F1 of a set. */
export function curveTable(
  points: readonly CurvePoint[],
  sets: readonly SetName[],
  development: ReadonlySet<SetName>,
): string {
  const pool = sets.filter((set) => development.has(set));
  const rows = points.map(({ threshold, evaluations }) => [
    threshold.toFixed(2),
    ...(pool.length > 0 ? [triple(pooled(pool.flatMap((set) => evaluations.get(set) ?? [])))] : []),
    ...sets.map((set) => {
      const evaluation = evaluations.get(set);
      return evaluation ? triple(of(evaluation)) : '';
    }),
  ]);
  return textTable(
    [
      { title: 'threshold' },
      ...(pool.length > 0 ? [{ title: 'development' }] : []),
      ...sets.map((title) => ({ title })),
    ],
    rows,
  );
}

function triple({ precision, recall, f1 }: Figures): string {
  return [precision, recall, f1].map(decimals).join(' ');
}
