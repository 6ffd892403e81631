import { readFileSync } from 'node:fs';
import type { Entity, PackLine } from '../../../facts/pack-format.ts';
import { readPack } from '../../../facts/read-pack.ts';
import { SearchIndexBuilder } from '../../../search/build-search-index.ts';
import { openSearchIndex, type SearchIndex } from '../../../search/search-index.ts';

const PACK = new URL('../../../packs/us-iran/us-iran.ndjson', import.meta.url);

/** The lines of the built-in pack. */
export function builtInLines(): PackLine[] {
  const lines = readFileSync(PACK, 'utf8').split('\n');
  return [...readPack(lines)].flatMap((line) => (line.ok ? [line.read] : []));
}

export function indexOf(lines: Iterable<PackLine>): SearchIndex {
  const builder = new SearchIndexBuilder();
  for (const line of lines) builder.add(line);
  return openSearchIndex(builder.finish());
}

/** An index of persons with one name each; ids are the names. */
export function indexOfNames(names: readonly string[]): SearchIndex {
  return indexOf(
    names.map(
      (text): PackLine => ({
        kind: 'entity',
        entity: { id: text, kind: 'person', names: [{ text }] } satisfies Entity,
      }),
    ),
  );
}
