import { parseArgs } from 'node:util';
import { SET_NAMES, type SetName } from './gold-sets.ts';

/** What is evaluated. */
export const EVALUATIONS = ['links', 'dates', 'coverage'] as const;
export type Evaluation = (typeof EVALUATIONS)[number];

export const USAGE = `Measures entity linking on the gold sets of ../shared/corpus/linking, and the finder of
days of publication on ../shared/corpus/dates. Nothing passes or fails.

    npm run eval                      all of it
    npm run eval -- --only links      naive longest match and ours, with the mistakes by kind
    npm run eval -- --curve           precision, recall and F1 at each threshold
    npm run eval -- --only dates      right, wrong and unknown days, next to other libraries
    npm run eval -- --only coverage   what the built-in packs know on saved pages, and what not

    A set is evaluated with the labels of all sets and the surface forms of the others.

Options
    --only WHAT    that only: links, dates, coverage
    --set NAME     that set only; may be given several times: ${SET_NAMES.join(', ')}
    --curve        the thresholds from 0.05 to 0.95 instead of the one that is shipped
    --errors FILE  where our mistakes go (default: a new folder among the temporary files)
    --help         this text`;

export interface EvalOptions {
  readonly only: readonly Evaluation[];
  readonly sets: readonly SetName[];
  readonly curve: boolean;
  readonly errors?: string;
  readonly help: boolean;
}

/** The command line cannot be understood; the message is for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads the words after `npm run eval --`.
 *
 * @throws UsageError
 */
export function readOptions(args: readonly string[]): EvalOptions {
  const { only, set, curve, errors, help } = parse(args);
  const evaluation = EVALUATIONS.find((one) => one === only);
  if (only !== undefined && !evaluation)
    throw new UsageError(`--only wants one of ${EVALUATIONS.join(', ')}, not "${only}".`);
  const isOfLinks = set.length > 0 || curve || errors !== undefined;
  if (evaluation && evaluation !== 'links' && isOfLinks)
    throw new UsageError(
      `--set, --curve and --errors are of links: leave out --only ${evaluation}.`,
    );
  const wanted = new Set(
    set.map((name) => {
      const known = SET_NAMES.find((one) => one === name);
      if (!known) throw new UsageError(`"${name}" is none of ${SET_NAMES.join(', ')}.`);
      return known;
    }),
  );
  if (curve && errors !== undefined) {
    throw new UsageError('--errors needs one threshold: give it without --curve.');
  }
  return {
    only: evaluation ? [evaluation] : isOfLinks ? ['links'] : EVALUATIONS,
    sets: SET_NAMES.filter((name) => wanted.size === 0 || wanted.has(name)),
    curve,
    ...(errors !== undefined && { errors }),
    help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        curve: { type: 'boolean', default: false },
        errors: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
