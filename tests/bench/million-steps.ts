/**
 * What the extension's worker does from its start to its first answer, step by
 * step, in a worker of the bench's own that has run nothing before.
 */
import { linkSegments } from '../../linking/link.ts';
import { matchNames } from '../../linking/match.ts';
import { openNameIndex } from '../../linking/name-index.ts';
import { openFactBase } from '../../store/database.ts';

/** Milliseconds each. */
export interface Steps {
  /** IndexedDB opened. */
  readonly base: number;
  /** Rows of packs and indexes. */
  readonly rows: number;
  /** Their Blobs as bytes. */
  readonly bytes: number;
  /** Checksums, and the indexes in use. */
  readonly open: number;
  readonly firstLink: number;
  readonly secondLink: number;
  /** When everything is compiled. */
  readonly lastLink: number;
  /** Only the words and the names, without decisions: then too. */
  readonly lastMatch: number;
}

const LINKS = 40;

async function measure(segments: readonly string[]): Promise<Steps> {
  const times: number[] = [];
  let before = performance.now();
  const lap = (): void => {
    const now = performance.now();
    times.push(now - before);
    before = now;
  };
  const base = await openFactBase(() => {});
  lap();
  const transaction = base.transaction(['packs', 'nameIndexes']);
  const packs = await transaction.objectStore('packs').getAll();
  const rows = await Promise.all(
    packs.map(({ generation }) => transaction.objectStore('nameIndexes').get(generation)),
  );
  lap();
  const buffers = await Promise.all(rows.flatMap((row) => (row ? [row.index.arrayBuffer()] : [])));
  lap();
  const indexes = buffers.map(openNameIndex);
  lap();
  for (let link = 0; link < LINKS; link++) {
    linkSegments(indexes, segments, { established: [], overruled: new Set(), language: 'en' });
    lap();
  }
  const linked = times.length;
  for (let match = 0; match < LINKS; match++) {
    for (const segment of segments) matchNames(indexes, segment);
    lap();
  }
  base.close();
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = times;
  return {
    base: first,
    rows: second,
    bytes: third,
    open: fourth,
    firstLink: fifth,
    secondLink: sixth,
    lastLink: Math.min(...times.slice(linked - LINKS / 4, linked)),
    lastMatch: Math.min(...times.slice(-LINKS / 4)),
  };
}

addEventListener('message', ({ data }: MessageEvent<readonly string[]>) => {
  void measure(data).then((steps) => postMessage(steps));
});
