import type { Header } from '../facts/pack-format.ts';
import type { ReadLine } from '../facts/read-pack.ts';
import { datasetVersion, deltaList, deltaPath } from '../network/delta-list.ts';
import { download } from '../network/download.ts';
import { NetworkError } from '../network/network-error.ts';
import type { PoliteFetch } from '../network/polite-fetch.ts';
import type { ConvertOptions } from '../sources/converter.ts';
import { type DeltaChange, DeltaReader } from '../sources/followthemoney/delta.ts';
import { OWN_PACKS } from '../sources/own-pack.ts';
import { readLines } from '../sources/text-lines.ts';
import type { FactBase, PackRow } from '../store/database.ts';
import { readPackLines } from '../store/read-pack-lines.ts';

/** Changes held in memory, some hundred megabytes; past it the whole file is the better way. */
const MOST_CHANGES = 100_000;

/** The newest version of a dataset, and the deltas to it from another. */
export interface DatasetUpdate {
  readonly version: string;
  /** Undefined where the whole has to be fetched. */
  readonly deltas:
    | {
        /** To which they lead: the newest, unless the list of deltas lags behind. */
        readonly version: string;
        /** Addresses, in the order in which they are applied. */
        readonly urls: readonly string[];
      }
    | undefined;
}

/**
 * Asks for the newest version of a dataset.
 *
 * @param indexUrl - of the dataset's description
 * @param from - the version installed, if there is one
 * @returns undefined when the one installed is the newest to be had
 * @throws NetworkError, or the signal's reason
 */
export async function datasetUpdate(
  polite: PoliteFetch,
  indexUrl: string,
  from: string | undefined,
  signal: AbortSignal | undefined,
): Promise<DatasetUpdate | undefined> {
  const { version, deltaList: listUrl } = await datasetVersion(polite, indexUrl, signal);
  if (version === from) return undefined;
  if (from === undefined || listUrl === undefined) return { version, deltas: undefined };
  const path = deltaPath(await deltaList(polite, listUrl, signal), from);
  if (path.kind === 'full') return { version, deltas: undefined };
  // Were a pack to bear the version described while the list lags behind it, the
  // changes of that version would be missed for good.
  const newest = path.deltas.at(-1);
  return (
    newest && {
      version,
      deltas: { version: newest.version, urls: path.deltas.map(({ url }) => url) },
    }
  );
}

/** What deltas say, taken together. */
export interface PackChanges {
  /** The last change of each entity, by the beginning of its facts' ids. */
  readonly byPrefix: ReadonlyMap<string, DeltaChange>;
  /** Sources and predicates that facts of several changes may name. */
  readonly shared: readonly ReadLine[];
  readonly problems: readonly ReadLine[];
}

/**
 * Reads deltas.
 *
 * @param options - with the id of the pack that they change
 * @returns undefined when they cannot be used: too many changes, or one is gone
 * @throws NetworkError, UnreadableError, or the signal's reason
 */
export async function readChanges(
  polite: PoliteFetch,
  deltas: readonly string[],
  options: ConvertOptions,
  signal: AbortSignal,
): Promise<PackChanges | undefined> {
  const reader = new DeltaReader(options);
  const byPrefix = new Map<string, DeltaChange>();
  const shared: ReadLine[] = [];
  const problems: ReadLine[] = [];
  for (const url of deltas) {
    let body: ReadableStream<Uint8Array>;
    try {
      ({ body } = await download(polite, { url, signal }));
    } catch (error) {
      // Servers keep deltas for some time only.
      if (error instanceof NetworkError && error.fault === 'missing') return undefined;
      throw error;
    }
    for await (const { lines, first, problems: unread } of readLines(body)) {
      const part = reader.lines(lines, first);
      for (const change of part.changes) {
        const isShared = (line: ReadLine) => namedByOthers(line, change.prefix);
        // A change that a later one replaces may have brought what others name too.
        shared.push(...change.lines.filter(isShared));
        byPrefix.set(change.prefix, {
          ...change,
          lines: change.lines.filter((line) => !isShared(line)),
        });
      }
      problems.push(
        ...part.problems,
        ...unread.map((problem): ReadLine => ({ line: problem.line, ok: false, problem })),
      );
      if (byPrefix.size > MOST_CHANGES) return undefined;
    }
  }
  problems.push(...reader.end().problems);
  return { byPrefix, shared, problems };
}

function namedByOthers(line: ReadLine, prefix: string): boolean {
  if (!line.ok) return false;
  const { read } = line;
  if (read.kind === 'source') return !read.source.id.startsWith(prefix);
  return read.kind === 'predicate';
}

/**
 * The lines of a new version of an installed pack: what the deltas put in, and
 * what the pack has, without what they change or delete. Imported like any other
 * pack with repeats expected, it becomes visible in one switch. Sources and
 * predicates that no fact names any more stay.
 *
 * @throws Error when the installed version is replaced or removed meanwhile
 */
export async function* deltaLines(
  base: FactBase,
  installed: PackRow,
  { byPrefix, shared, problems }: PackChanges,
  header: Header,
): AsyncGenerator<readonly ReadLine[]> {
  yield [{ line: 1, ok: true, read: { kind: 'pack', pack: header } }];
  yield problems;
  // Above those of the pack, as they are newer: of a source that stands twice the first is kept.
  yield shared;
  for (const { lines } of byPrefix.values()) yield lines;
  const entities = new Set([...byPrefix.values()].map(({ entity }) => entity));
  const isReplaced = (line: ReadLine): boolean => {
    if (!line.ok) return false;
    const { read } = line;
    if (read.kind === 'pack') return true;
    if (read.kind === 'entity') return entities.has(read.entity.id);
    if (read.kind === 'predicate') return false;
    const { id } = read.kind === 'fact' ? read.fact : read.source;
    return byPrefix.has(id.slice(0, id.lastIndexOf('#') + 1));
  };
  const { languages, asOf } = header;
  const pack = OWN_PACKS.converter({ today: asOf, languages });
  for await (const lines of readPackLines(base, installed)) {
    yield pack.lines(lines, 1).filter((line) => !isReplaced(line));
  }
}
