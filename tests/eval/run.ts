/**
 * `npm run eval`: how well names in text are linked, on gold sets that lie beside
 * the project, next to a naive longest exact match; and how well days of publication
 * are found (dates.ts). It asserts nothing.
 *
 * What is decided where: score.ts says what is right, gold.ts what is left out,
 * surface-forms.ts and knowledge-base.ts what the matchers know about a set that
 * they are evaluated on, naive-matcher.ts what ours is compared with.
 */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evaluateCoverage } from './coverage.ts';
import { evaluateDates } from './dates.ts';
import { errorFile, type MistakesOfSet } from './error-file.ts';
import { evaluate } from './evaluate.ts';
import { DEVELOPMENT_SETS, type GoldSet, loadGoldSets } from './gold-sets.ts';
import { knowledgeBase } from './knowledge-base.ts';
import { naiveMatcher } from './naive-matcher.ts';
import { type EvalOptions, readOptions, USAGE, UsageError } from './options.ts';
import { ourMatcher } from './our-matcher.ts';
import {
  aimLines,
  type Comparison,
  type CurvePoint,
  comparisonTable,
  curveTable,
} from './tables.ts';

const THRESHOLDS = Array.from({ length: 19 }, (_, step) => (step + 1) / 20);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return;
  }
  if (options.only.includes('links')) await evaluateLinks(options);
  if (options.only.includes('dates')) console.log(`\n${await evaluateDates()}`);
  if (options.only.includes('coverage')) console.log(`\n${evaluateCoverage()}`);
}

async function evaluateLinks(options: EvalOptions): Promise<void> {
  const all = loadGoldSets();
  if (!all) {
    console.log('Without the gold sets there is nothing to evaluate.');
    return;
  }
  const chosen = all.filter(({ name }) => options.sets.includes(name));
  if (options.curve) showCurve(all, chosen);
  else await compare(all, chosen, options);
}

async function compare(
  all: readonly GoldSet[],
  chosen: readonly GoldSet[],
  { errors }: EvalOptions,
): Promise<void> {
  const comparisons: Comparison[] = [];
  const mistakes: MistakesOfSet[] = [];
  for (const set of chosen) {
    const entities = knowledgeBase(all, set.name);
    const naive = evaluate(set, naiveMatcher(entities));
    const ours = evaluate(set, ourMatcher(entities)());
    comparisons.push({ set: set.name, naive, ours });
    mistakes.push({ set: set.name, entities, mistakes: ours.all });
  }
  const file =
    errors ?? path.join(await mkdtemp(path.join(tmpdir(), 'backgrounder-eval-')), 'errors.tsv');
  await writeFile(file, errorFile(mistakes));
  console.log(comparisonTable(comparisons));
  const aims = aimLines(comparisons);
  if (aims.length > 0) console.log(`\nAims\n${aims.join('\n')}`);
  console.log(`\nOur mistakes: ${file}`);
}

function showCurve(all: readonly GoldSet[], chosen: readonly GoldSet[]): void {
  const matchers = chosen.map((set) => ({
    set,
    matcher: ourMatcher(knowledgeBase(all, set.name)),
  }));
  const points: CurvePoint[] = THRESHOLDS.map((threshold) => ({
    threshold,
    evaluations: new Map(
      matchers.map(({ set, matcher }) => [set.name, evaluate(set, matcher(threshold))]),
    ),
  }));
  console.log(
    'Precision, recall and F1. "development": the sets on which the threshold is chosen.\n',
  );
  console.log(
    curveTable(
      points,
      chosen.map(({ name }) => name),
      DEVELOPMENT_SETS,
    ),
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
