import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { checkPack, type Pack } from '../../facts/check-pack.ts';
import { readPack } from '../../facts/read-pack.ts';
import { buildNameIndex } from '../../linking/build-index.ts';
import { type NameIndex, openNameIndex } from '../../linking/name-index.ts';

/** A pack cannot be used; the message says why, and what to do. */
export class PackError extends Error {
  override readonly name = 'PackError';
}

/** Problems of a pack that are told; `npm run pack -- check` tells all. */
const TOLD = 5;

/**
 * The name index of a pack in a file, gzipped or not, whatever its name.
 *
 * @throws PackError when it cannot be read or has problems
 */
export function loadPack(file: string): NameIndex {
  const { header, entities, facts, predicates } = readPackFile(file);
  return openNameIndex(buildNameIndex({ pack: header.id, entities, facts, predicates }));
}

/**
 * A pack in a file, whole.
 *
 * @throws PackError when it cannot be read or has problems
 */
export function readPackFile(file: string): Pack {
  const { pack, problems } = checkPack(readPack(readText(file).split('\n')));
  if (!pack || problems.length > 0) {
    const told = problems
      .slice(0, TOLD)
      .map(({ line, message, mend }) => `${file}:${line}: ${message}\n    → ${mend}`);
    const rest = problems.length - told.length;
    throw new PackError([...told, ...(rest > 0 ? [`${file}: and ${rest} more`] : [])].join('\n'));
  }
  return pack;
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (isGzip(bytes) ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new PackError(
      `${file}: cannot be read: ${error instanceof Error ? error.message : error}\n` +
        '    → name a pack: .ndjson, gzipped or not',
    );
  }
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
