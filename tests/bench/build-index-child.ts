/**
 * Builds the index of so many synthetic names in a process of its own, and writes
 * it. Says how large it would be for entities with ids of Wikidata, too: the index
 * keeps those as numbers and all others as texts.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildNameIndex } from '../../linking/build-index.ts';
import { FILES } from './matchers.ts';
import { processorTime } from './processor-time.ts';
import { type SyntheticEntity, syntheticEntities } from './synthetic-names.ts';

const [, , folder = '', size = ''] = process.argv;

// Made before the clock starts: reading a pack is not building its index.
const entities = [...syntheticEntities(Number(size))];
let index = new ArrayBuffer(0);
const build = processorTime(() => {
  index = buildNameIndex({ pack: 'synthetic', entities });
});
writeFileSync(path.join(folder, FILES.index), new Uint8Array(index));
const withQIds = buildNameIndex({ pack: 'synthetic', entities: qNumbered(entities) });
console.log(JSON.stringify({ build, bytes: index.byteLength, qIdBytes: withQIds.byteLength }));

function* qNumbered(list: readonly SyntheticEntity[]): Generator<SyntheticEntity> {
  for (const [at, entity] of list.entries()) yield { ...entity, id: `Q${at + 1}` };
}
