import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The packs of a folder and the folders in it: every .ndjson file, in the order of names. */
export function findPacks(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ndjson'))
    .sort()
    .map((path) => join(folder, path));
}
