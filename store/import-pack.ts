import { checkLine } from '../facts/check-line.ts';
import type { Pack } from '../facts/check-pack.ts';
import { OWN_PACK } from '../facts/own.ts';
import type { Header, PackLine } from '../facts/pack-format.ts';
import type { PackProblem, ReadLine } from '../facts/read-pack.ts';
import { NameIndexBuilder } from '../linking/build-index.ts';
import { SearchIndexBuilder } from '../search/build-search-index.ts';
import { BlockPacker, type PackingSizes } from './block-packer.ts';
import { BlockWriter } from './block-writer.ts';
import { type Changes, compareVersions } from './compare.ts';
import {
  type FactBase,
  type IndexRow,
  type Origin,
  type PackRow,
  PackRowSchema,
  type StoredVersion,
} from './database.ts';
import { beginGeneration, sweepLeftovers, withWriteLock } from './generations.ts';
import { clipped, ImportError, ImportProblems, toImportError } from './import-problems.ts';
import { announcePacks } from './pack-news.ts';
import { parse } from './parse.ts';
import { type Admitted, RecordGate } from './record-gate.ts';
import { whenWritten } from './transactions.ts';

export type ImportPhase = 'reading' | 'indexing' | 'comparing' | 'switching';

export interface ImportProgress {
  readonly phase: ImportPhase;
  readonly records: number;
}

export interface ImportOptions {
  /** Where the pack comes from; asked for when all has been read. */
  readonly origin?: (() => Origin) | undefined;
  /** Whether ids that stand again are problems, or are passed over, as of several files of one kind. */
  readonly repeats?: 'told' | 'expected' | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether the version that is replaced is kept, so that the reader can go back; yes unless told. */
  readonly keepPrevious?: boolean | undefined;
  /** How its blocks are cut and written, unless as usual. */
  readonly sizes?: (PackingSizes & { readonly transaction: number }) | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Called when all has been read and nothing is visible yet; throws to refuse the pack. */
  readonly verify?: ((header: Header) => Promise<void>) | undefined;
}

/** What came of an import. */
export interface ImportSummary {
  readonly header: Header;
  readonly counts: StoredVersion['counts'];
  /** Against the version that was there before; all are added where there was none. */
  readonly changes: Changes;
  /** The first of what was passed over, and how much it was in all. */
  readonly problems: readonly PackProblem[];
  readonly problemsTotal: number;
  readonly replaced: string | undefined;
}

/**
 * Imports a pack under a new generation and makes it visible in one last
 * transaction, in the place of the pack of the same id. Lines that are not sound
 * are passed over and told. If anything fails before the last step, the old pack
 * is whole; the leftovers are deleted at once or, where that could not be done
 * any more, at the next `sweep`.
 *
 * @param batches - the pack's lines as they were read, the header first
 * @throws ImportError when the pack is refused as a whole; the signal's reason when it was cancelled
 */
export function importLines(
  base: FactBase,
  batches: AsyncIterable<readonly ReadLine[]> | Iterable<readonly ReadLine[]>,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const write = async () => {
    try {
      return await new Importing(base, options).run(batches);
    } catch (error) {
      // A full disk or a closed base may refuse this too: the next sweep does it then.
      await sweepLeftovers(base).catch(() => {});
      throw toImportError(error);
    }
  };
  return withWriteLock(write, options.signal);
}

/** Imports a pack that is in memory and sound. */
export async function importPack(
  base: FactBase,
  pack: Pack,
  options?: ImportOptions,
): Promise<void> {
  const lines: PackLine[] = [
    { kind: 'pack', pack: pack.header },
    ...pack.sources.map((source): PackLine => ({ kind: 'source', source })),
    ...pack.predicates.map((predicate): PackLine => ({ kind: 'predicate', predicate })),
    ...pack.entities.map((entity): PackLine => ({ kind: 'entity', entity })),
    ...pack.facts.map((fact): PackLine => ({ kind: 'fact', fact })),
  ];
  const read = lines.map((line, at): ReadLine => ({ line: at + 1, ok: true, read: line }));
  await importLines(base, [read], options);
}

class Importing {
  readonly #base: FactBase;
  readonly #options: ImportOptions;
  readonly #problems = new ImportProblems();
  readonly #gate: RecordGate;

  constructor(base: FactBase, options: ImportOptions) {
    this.#base = base;
    this.#options = options;
    this.#gate = new RecordGate(this.#problems, options.repeats ?? 'told');
  }

  async run(
    batches: AsyncIterable<readonly ReadLine[]> | Iterable<readonly ReadLine[]>,
  ): Promise<ImportSummary> {
    const { origin, signal, verify, keepPrevious = true, sizes } = this.#options;
    let header: Header | undefined;
    let sink: Sink | undefined;
    let generation = 0;
    const writer = new BlockWriter(this.#base, sizes?.transaction);
    for await (const batch of batches) {
      signal?.throwIfAborted();
      for (const line of batch) {
        if (!header || !sink) {
          header = headerOf(line);
          refuseReserved(header);
          await this.#refuseAnotherPublishers(header);
          generation = await beginGeneration(this.#base, header.id);
          sink = new Sink(header.id, new BlockPacker(generation, sizes));
        } else if (!line.ok) this.#problems.add(line.problem);
        else {
          const admitted = this.#gate.admit(line);
          if (admitted) sink.add(admitted);
        }
      }
      if (sink) await writer.add(sink.blocks.take());
      this.#tell('reading');
    }
    if (!header || !sink) throw noHeader('the file is empty');
    for (const fact of this.#gate.finish()) sink.add(fact);
    const { entity: entities, fact: facts, source: sources } = this.#gate.counts;
    if (entities + facts === 0) throw this.#nothingIn(header);
    this.#tell('indexing');
    const layout = sink.blocks.finish();
    await writer.add(sink.blocks.take());
    await writer.finish();
    const index = new Blob([sink.index.finish()]);
    await this.#putIndex('nameIndexes', { generation, pack: header.id, index });
    const search = new Blob([sink.search.finish()]);
    await this.#putIndex('searchIndexes', { generation, pack: header.id, index: search });
    const version: StoredVersion = {
      generation,
      header,
      counts: { entities, facts, sources },
      ...layout,
      size: sink.blocks.size + index.size + search.size,
      installed: new Date().toISOString(),
    };
    this.#tell('comparing');
    const before = parse(PackRowSchema, await this.#base.get('packs', header.id));
    const changes = await compareVersions(this.#base, before, version);
    signal?.throwIfAborted();
    this.#tell('switching');
    await verify?.(header);
    await this.#switchTo(version, before, { origin: origin?.(), keepPrevious });
    announcePacks();
    // The import is done: what cannot be deleted now is at the next sweep.
    await sweepLeftovers(this.#base).catch(() => {});
    return {
      header,
      counts: version.counts,
      changes,
      problems: this.#problems.kept,
      problemsTotal: this.#problems.total,
      replaced: before?.header.version,
    };
  }

  async #switchTo(
    version: StoredVersion,
    before: PackRow | undefined,
    {
      origin,
      keepPrevious,
    }: { readonly origin: Origin | undefined; readonly keepPrevious: boolean },
  ): Promise<void> {
    const transaction = this.#base.transaction('packs', 'readwrite', { durability: 'strict' });
    const put = transaction.store.put({
      id: version.header.id,
      ...version,
      ...(before?.enabled !== undefined && { enabled: before.enabled }),
      ...((origin ?? before?.origin) && { origin: { ...before?.origin, ...origin } }),
      ...(before && keepPrevious && { previous: versionOf(before) }),
    });
    await whenWritten(transaction, [put]);
  }

  async #putIndex(store: 'nameIndexes' | 'searchIndexes', row: IndexRow): Promise<void> {
    const transaction = this.#base.transaction(store, 'readwrite');
    await whenWritten(transaction, [transaction.store.put(row)]);
  }

  async #refuseAnotherPublishers(header: Header): Promise<void> {
    const installed = parse(PackRowSchema, await this.#base.get('packs', header.id));
    const publisher = installed?.header.publisher;
    if (publisher === undefined || publisher === header.publisher) return;
    throw new ImportError(
      `A pack with the id "${header.id}" by "${publisher}" is installed; this one is by "${header.publisher}". Nothing was changed.`,
      'Remove the installed pack first if this one is to take its place, or give this one an id of its own.',
    );
  }

  #nothingIn(header: Header): ImportError {
    const [first] = this.#problems.kept;
    return new ImportError(
      first
        ? `Nothing in "${header.id}" could be used: line ${first.line}: ${first.message}. Nothing was changed.`
        : `The pack "${header.id}" holds no entity and no fact. Nothing was changed.`,
      first?.mend ?? 'Check that the file was written to its end.',
    );
  }

  #tell(phase: ImportPhase): void {
    const { entity, fact, source, predicate } = this.#gate.counts;
    this.#options.onProgress?.({ phase, records: entity + fact + source + predicate });
  }
}

/** Where admitted records go. */
class Sink {
  readonly blocks: BlockPacker;
  readonly index: NameIndexBuilder;
  readonly search = new SearchIndexBuilder();

  constructor(pack: string, blocks: BlockPacker) {
    this.blocks = blocks;
    this.index = new NameIndexBuilder(pack);
  }

  add({ read, json }: Admitted): void {
    this.search.add(read);
    switch (read.kind) {
      case 'source':
        this.blocks.addSource(read.source.id, json ?? JSON.stringify(read.source));
        break;
      case 'predicate':
        this.index.addPredicate(read.predicate);
        this.blocks.addPredicate(read.predicate.id, json ?? JSON.stringify(read.predicate));
        break;
      case 'entity':
        this.index.addEntity(read.entity);
        this.blocks.addEntity(read.entity, json ?? JSON.stringify(read.entity));
        break;
      case 'fact':
        this.index.addFact(read.fact);
        this.blocks.addFact(read.fact, json ?? JSON.stringify(read.fact));
        break;
    }
  }
}

export function versionOf({
  generation,
  header,
  counts,
  postingBits,
  nameRuns,
  size,
  installed,
}: StoredVersion): StoredVersion {
  return { generation, header, counts, postingBits, nameRuns, size, installed };
}

function headerOf(line: ReadLine): Header {
  if (!line.ok) throw noHeader(`line ${line.line} ${line.problem.message}`, line.problem.mend);
  if (line.read.kind !== 'pack') throw noHeader(`line ${line.line} is no header`);
  const [problem] = checkLine(line.line, line.read);
  if (problem) throw noHeader(`line ${problem.line}: ${problem.message}`, problem.mend);
  return line.read.pack;
}

/** Cards tell facts of packs from the reader's own by this id. */
function refuseReserved({ id }: Header): void {
  if (id !== OWN_PACK) return;
  throw new ImportError(
    `The pack id "${id}" stands for the reader's own entries. Nothing was changed.`,
    'Give the pack another id.',
  );
}

function noHeader(what: string, mend = 'Begin with a {"pack":{…}} line.'): ImportError {
  return new ImportError(
    `This is not a pack that can be read: ${clipped(what)}. Nothing was changed.`,
    clipped(mend),
  );
}
