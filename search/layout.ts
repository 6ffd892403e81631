/**
 * The layout of a search index: one run of bytes, little-endian, that is read in place through
 * typed arrays. A header of 32-bit words (magic, version, the length in bytes of each section),
 * then the sections, each at a multiple of four bytes. Entities are numbered by prominence, the
 * most prominent first, so that whatever is read in order comes in the order of results.
 *
 *     ids         UTF-8, `idEnd` by entity; `idSlots`: a hash table of entities + 1 by id
 *     kinds       a byte an entity, its place in KINDS
 *     prominence  a byte an entity, 255 is 1
 *     nameEnd     by entity: where its names end among the names
 *     wordEnd     by name: where its words end among `nameWords`
 *     nameWords   terms of names
 *     terms       distinct words of names, sorted by code units: UTF-8, `termEnd`
 *     roman       the terms in Latin letters, `romanEnd`
 *     letters     by term: which letters it has, a bit each
 *     skeletons   sorted skeletons, and `bySkeleton`, the terms that have them
 *     termNames   for each term the names, ascending, as `steps.ts` packs them; `termNameEnd`
 *     text        distinct words of summaries and of roles, sorted: UTF-8, `textEnd`
 *     postings    for each such word the entities, ascending, as `steps.ts` packs them; `postingEnd`
 *     roles       JSON: the predicates that give a role, with the words by which they are asked for
 */
export const MAGIC = 0x53524742;
/** An index of another version is built again. */
export const VERSION = 1;

export const SECTIONS = [
  'ids',
  'idEnd',
  'idSlots',
  'kinds',
  'prominence',
  'nameEnd',
  'wordEnd',
  'nameWords',
  'terms',
  'termEnd',
  'roman',
  'romanEnd',
  'letters',
  'skeletons',
  'bySkeleton',
  'termNames',
  'termNameEnd',
  'text',
  'textEnd',
  'postings',
  'postingEnd',
  'roles',
] as const;
export type Section = (typeof SECTIONS)[number];

const HEADER = 2 + SECTIONS.length;

/** Puts sections together. */
export function joinSections(
  sections: Readonly<Record<Section, Uint8Array | Uint32Array>>,
): ArrayBuffer {
  const lengths = SECTIONS.map((name) => sections[name].byteLength);
  const size = lengths.reduce((sum, length) => sum + aligned(length), HEADER * 4);
  const buffer = new ArrayBuffer(size);
  new Uint32Array(buffer, 0, HEADER).set([MAGIC, VERSION, ...lengths]);
  let at = HEADER * 4;
  for (const name of SECTIONS) {
    const { buffer: from, byteOffset, byteLength } = sections[name];
    new Uint8Array(buffer, at).set(new Uint8Array(from, byteOffset, byteLength));
    at += aligned(byteLength);
  }
  return buffer;
}

/**
 * The sections as bytes, in place.
 *
 * @throws Error when they are not an index of this version
 */
export function splitSections(buffer: ArrayBuffer): Readonly<Record<Section, Uint8Array>> {
  if (buffer.byteLength < HEADER * 4) throw new Error('it is cut off');
  const [magic, version, ...lengths] = new Uint32Array(buffer, 0, HEADER);
  if (magic !== MAGIC) throw new Error('it is no search index');
  if (version !== VERSION) throw new Error(`it is of version ${version}`);
  let at = HEADER * 4;
  const sections = SECTIONS.map((name, place) => {
    const length = lengths[place] ?? 0;
    if (at + length > buffer.byteLength) throw new Error('it is cut off');
    const bytes = new Uint8Array(buffer, at, length);
    at += aligned(length);
    return [name, bytes] as const;
  });
  return Object.fromEntries(sections) as Record<Section, Uint8Array>;
}

/** A section of 32-bit numbers. */
export function numbersOf({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength >>> 2);
}

function aligned(length: number): number {
  return (length + 3) & ~3;
}
