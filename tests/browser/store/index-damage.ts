import { HEADER, LAYOUT_VERSION } from '../../../linking/index-layout.ts';
import { changeRow } from './raw-base.ts';

/** Ways in which a stored name index can be unfit for use. Runs in a page. */

type Row = { readonly generation: number; readonly pack: string; readonly index: Blob };

function withBytes(change: (bytes: ArrayBuffer) => ArrayBuffer | Uint8Array<ArrayBuffer>) {
  return async (row: Row): Promise<unknown> => ({
    ...row,
    index: new Blob([change(await row.index.arrayBuffer())]),
  });
}

function flipBit(bytes: ArrayBuffer, at: number): ArrayBuffer {
  const flipped = new Uint8Array(bytes);
  flipped[at] = (flipped[at] ?? 0) ^ 1;
  return bytes;
}

const CHANGES = {
  'with a bit flipped in its middle': withBytes((bytes) => flipBit(bytes, bytes.byteLength >> 1)),
  'with a bit flipped in its first word': withBytes((bytes) => flipBit(bytes, 0)),
  'with a bit flipped in its counts': withBytes((bytes) => flipBit(bytes, HEADER.slots * 4)),
  'with a bit flipped in its last byte': withBytes((bytes) => flipBit(bytes, bytes.byteLength - 1)),
  'without its end': withBytes((bytes) => bytes.slice(0, bytes.byteLength - 4)),
  'without its last byte': withBytes((bytes) => bytes.slice(0, -1)),
  'with too much at its end': withBytes(
    (bytes) => new Uint8Array([...new Uint8Array(bytes), 0, 0, 0, 0]),
  ),
  'without bytes': withBytes(() => new ArrayBuffer(0)),
  'of zeros': withBytes((bytes) => new ArrayBuffer(bytes.byteLength)),
  'of another layout version': withBytes((bytes) => {
    new Uint32Array(bytes)[HEADER.version] = LAYOUT_VERSION + 1;
    return bytes;
  }),
  'that is a text': (row: Row) => ({ ...row, index: 'lost' }),
  'that is an ArrayBuffer': async (row: Row) => ({ ...row, index: await row.index.arrayBuffer() }),
  'that is null': (row: Row) => ({ ...row, index: null }),
  'whose row has nothing else': ({ generation }: Row) => ({ generation }),
  'that is not there': () => undefined,
};

export type IndexDamage = keyof typeof CHANGES;
export const INDEX_DAMAGE = Object.keys(CHANGES) as IndexDamage[];

/** Damages the name index of a generation. */
export function damageIndex(generation: number, how: IndexDamage): Promise<void> {
  return changeRow('nameIndexes', generation, (row) => CHANGES[how](row as Row));
}
