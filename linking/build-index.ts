import { CandidateList } from './candidate-list.ts';
import { xxHash32 } from './checksum.ts';
import { collectFacts } from './fact-sections.ts';
import {
  type Counts,
  HEADER,
  HEADER_WORDS,
  LAYOUT_VERSION,
  MAGIC,
  packMeta,
  sectionsOf,
} from './index-layout.ts';
import type { IndexSource } from './index-source.ts';
import { fillSlots, slotCount } from './name-table.ts';
import { StringTable } from './string-table.ts';

/**
 * Builds the name index of a pack: see index-layout.ts.
 *
 * @throws RangeError when the pack has more than 16 million names or entities
 */
export function buildNameIndex(source: IndexSource): ArrayBuffer {
  const strings = new StringTable(source.pack);
  const names = new CandidateList(strings);
  const entities: number[] = [];
  const meta: number[] = [];
  for (const entity of source.entities) {
    names.addEntity(entity, entities.length);
    entities.push(strings.idCode(entity.id));
    meta.push(packMeta(entity.kind, entity.prominence ?? 0));
  }
  const facts = collectFacts(source, strings);
  const candidates = names.finish();
  const text = strings.encode();
  const counts: Counts = {
    slots: slotCount(names.table.size),
    firstWords: names.firstWords.small.length,
    candidates: candidates.words.length / 2,
    entities: entities.length,
    owners: facts.owners.length,
    ties: facts.ties.length,
    terms: facts.terms.length / 3,
    stringTable: text.starts.length - 1,
    strings: text.bytes.length,
  };

  const at = sectionsOf(counts);
  const bytes = new ArrayBuffer(at.end);
  const header = new Uint32Array(bytes, 0, HEADER_WORDS);
  const words = (from: number, count: number) => new Uint32Array(bytes, from, count);
  for (const [name, count] of Object.entries(counts)) {
    header[HEADER[name as keyof Counts]] = count;
  }
  fillSlots(words(at.slots, counts.slots * 2), names.table, candidates.valueOf);
  words(at.firstWords, counts.firstWords).set(names.firstWords.small);
  words(at.firstWords + counts.firstWords * 4, counts.firstWords).set(names.firstWords.other);
  words(at.candidates, counts.candidates * 2).set(candidates.words);
  words(at.entities, counts.entities).set(entities);
  new Uint16Array(bytes, at.entityMeta, counts.entities).set(meta);
  words(at.owners, counts.owners).set(facts.owners);
  words(at.tieStart, counts.owners + 1).set(facts.tieStart);
  words(at.ties, counts.ties).set(facts.ties);
  new Int32Array(bytes, at.terms, counts.terms * 3).set(facts.terms);
  words(at.stringStart, counts.stringTable + 1).set(text.starts);
  new Uint8Array(bytes, at.strings, counts.strings).set(text.bytes);

  header[HEADER.magic] = MAGIC;
  header[HEADER.version] = LAYOUT_VERSION;
  header[HEADER.byteLength] = bytes.byteLength;
  header[HEADER.checksum] = xxHash32(new Uint32Array(bytes).subarray(HEADER.checksum + 1));
  return bytes;
}
