import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { readPack } from '../../../facts/read-pack.ts';
import { sorted } from '../sources/converting.ts';

const SCRIPT = join(import.meta.dirname, '../../../cli/pack.ts');

/** A process that compiles TypeScript needs seconds on a busy machine. */
export const TIMEOUT = 180_000;

/** What a run of the command left. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts `npm run pack` in a folder. */
export function startPack(args: readonly string[], cwd: string) {
  // From any folder, unlike the name "tsx".
  const tsx = import.meta.resolve('tsx');
  return spawn(process.execPath, ['--import', tsx, SCRIPT, ...args], {
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, npm_lifecycle_event: '', NO_COLOR: '1' },
  });
}

/** Runs the command and waits for its end. */
export async function runPack(
  args: readonly string[],
  cwd: string,
  input: string | Uint8Array = '',
): Promise<Run> {
  const child = startPack(args, cwd);
  // Most commands do not read their input.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { status: child.exitCode, stdout, stderr };
}

/** The lines of a pack that was written, gzipped if its name says so. */
export function linesIn(file: string): string[] {
  const bytes = readFileSync(file);
  const whole = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return whole.split('\n').slice(0, -1);
}

/** The records of a pack that was written, and what `checkPack` has against it. */
export function packIn(file: string) {
  return sorted([...readPack(linesIn(file))]);
}
