import * as v from 'valibot';
import { FORMAT, LINE_SCHEMAS, type LineKind, type PackLine } from './pack-format.ts';

/** What is wrong with a pack, where, and what to do about it. */
export interface PackProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
  readonly mend: string;
}

export type ReadLine = { readonly line: number } & (
  | {
      readonly ok: true;
      readonly read: PackLine;
      /** The record as JSON where it is at hand, so that it need not be written again. */
      readonly json?: string;
    }
  | { readonly ok: false; readonly problem: PackProblem }
);

const KINDS_OF_LINE = Object.keys(LINE_SCHEMAS) as LineKind[];

/**
 * Reads the lines of a pack one by one, each checked against its schema. Empty
 * lines are passed over. What refers to what is left to `checkPack`.
 *
 * @param lines - the pack's text, split at line ends
 */
export function* readPack(lines: Iterable<string>): Generator<ReadLine> {
  let number = 0;
  for (const text of lines) {
    number++;
    if (text.trim() === '') continue;
    const read = readLine(text);
    yield 'problem' in read
      ? { line: number, ok: false, problem: { line: number, ...read.problem } }
      : { line: number, ok: true, read };
  }
}

type Refused = { readonly problem: Omit<PackProblem, 'line'> };

function readLine(text: string): PackLine | Refused {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return refuse(
      `is not JSON (${error instanceof Error ? error.message : String(error)})`,
      'write one JSON object on this line, without a line break in it',
    );
  }
  const kind = kindOf(json);
  if (!kind) {
    return refuse(
      'does not say what it is',
      `write an object with one key: ${KINDS_OF_LINE.map((known) => `{"${known}":{…}}`).join(', ')}`,
    );
  }
  const parsed = v.safeParse(LINE_SCHEMAS[kind], (json as Record<string, unknown>)[kind]);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    return refuse(
      `${kind}${path ? `.${path}` : ''}: ${issue.message}`,
      `see "${kind}" in packs/pack.schema.json (format ${FORMAT})`,
    );
  }
  return { kind, [kind]: parsed.output } as unknown as PackLine;
}

function refuse(message: string, mend: string): Refused {
  return { problem: { message, mend } };
}

function kindOf(json: unknown): LineKind | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const keys = Object.keys(json);
  return keys.length === 1 ? KINDS_OF_LINE.find((kind) => kind === keys[0]) : undefined;
}
