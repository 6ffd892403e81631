import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const SCRIPT = join(import.meta.dirname, '../../../cli/annotate.ts');

/** What a run of the command left. */
export interface Run {
  readonly status: number | null;
  readonly lines: readonly Output[];
  readonly stderr: string;
}

/** A line of the output, as a consumer reads it. */
export interface Output {
  readonly id: string | number;
  readonly published?: {
    readonly date: string;
    readonly method: string;
    readonly confidence: number;
  } | null;
  readonly text?: string;
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly entity: string;
    readonly score: number;
    readonly reasons: readonly string[];
  }[];
}

/** Starts the command in a folder. */
export function startAnnotate(args: readonly string[], cwd: string) {
  // From any folder, unlike the name "tsx".
  const tsx = import.meta.resolve('tsx');
  return spawn(process.execPath, ['--import', tsx, SCRIPT, ...args], {
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, npm_lifecycle_event: '' },
  });
}

/** Runs the command on an input and waits for its end. */
export async function runAnnotate(
  args: readonly string[],
  input: string | Uint8Array,
  cwd: string,
): Promise<Run> {
  const child = startAnnotate(args, cwd);
  // A command that refuses its options does not read its input.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  const lines = stdout.split('\n').filter(Boolean);
  return {
    status: child.exitCode,
    lines: lines.map((line) => JSON.parse(line) as Output),
    stderr,
  };
}
