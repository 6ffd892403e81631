import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Where a file of the shared test data lies, beside the project's folder. The
 * data is not part of the project: where it is absent, this says so once and the
 * test has only the project's own fixtures.
 */
export function sharedPath(path: string): string | undefined {
  const found = resolve(import.meta.dirname, '../../shared', path);
  if (existsSync(found)) return found;
  console.warn(`../shared/${path} is not there: only the project's own fixtures are tested.`);
  return undefined;
}
