import type { Header } from '../facts/pack-format.ts';
import type { ReadLine } from '../facts/read-pack.ts';
import type { ConvertOptions, Format } from '../sources/converter.ts';
import { OWN_PACKS } from '../sources/own-pack.ts';
import { packHeader } from '../sources/pack-header.ts';
import { type Origin, type PackRow, PackRowSchema } from '../store/database.ts';
import { type ImportSummary, importLines } from '../store/import-pack.ts';
import { ImportError } from '../store/import-problems.ts';
import { parse } from '../store/parse.ts';
import type { ImportChoices, ImportInput, ImportQuestion, JobProgress } from './import-job.ts';
import { ProgressMeter } from './import-progress.ts';
import { NothingNewError } from './nothing-new.ts';
import { openFile } from './open-file.ts';
import { keyOfSignedPack } from './pack-signature.ts';
import { notInstalled, openSource, type PieceSource, type SourceContext } from './piece-source.ts';
import type { Piece } from './pieces.ts';

/** What an import needs from its context. */
export interface ImportContext extends SourceContext {
  /** Asks the reader what a foreign format does not say. */
  ask(question: ImportQuestion): Promise<ImportChoices>;
  tell(progress: JobProgress): void;
}

/**
 * Turns files, an address or an entry of the catalogue into a pack of the fact
 * base.
 *
 * @throws ImportError, NetworkError, UnreadableError or FormatError, each with
 *   `message` and `mend`; the signal's reason when it was cancelled. The base is
 *   as it was then.
 */
export async function runImport(
  input: ImportInput,
  context: ImportContext,
): Promise<ImportSummary> {
  const { base, polite, signal } = context;
  const meter = new ProgressMeter(context.tell, () => performance.now());
  meter.tell('fetching', 0);
  const source = await openSource(input, context);
  meter.bytesTotal = source.bytes;
  const conversion = new Conversion(source, context, meter);
  const lines = source.lines ?? conversion.lines();
  let publicKey: string | undefined;
  try {
    // The reader is asked before the base is locked: other writers must not wait for the answer.
    const first = await lines.next();
    return await importLines(base, following(first, lines), {
      signal,
      repeats: source.isOne ? 'told' : 'expected',
      origin: () => ({
        ...source.origin(),
        publicKey,
        ...(conversion.format && { format: conversion.format.id }),
      }),
      onProgress: ({ phase, records }) => meter.tell(phase, records),
      verify: async ({ id }) => {
        const installed = parse(PackRowSchema, await base.get('packs', id));
        const origin = source.origin();
        if ('update' in input) mustUpdate(input.update, id, installed, origin);
        publicKey = installed?.origin?.publicKey;
        // Files of foreign formats have other signatures beside them, if any.
        if (publicKey === undefined && conversion.format !== OWN_PACKS) return;
        publicKey = await keyOfSignedPack(polite, origin, publicKey, signal);
      },
    });
  } finally {
    // Where the import ended early, what was being read is let go of.
    await lines.return(undefined);
  }
}

async function* following<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (!first.done) yield first.value;
  yield* rest;
}

/** @throws ImportError when what has come is no update of the pack */
function mustUpdate(
  wanted: string,
  found: string,
  installed: PackRow | undefined,
  { catalogue, sha256 }: Origin,
): void {
  if (found !== wanted) throw anotherPack(wanted, found);
  if (!installed) throw notInstalled(wanted);
  // Versions tell it of what the catalogue has; of other files, at the latest their content.
  const isSame = sha256 !== undefined && sha256 === installed.origin?.sha256;
  if (isSame && catalogue === undefined) throw new NothingNewError();
}

/** The lines of all pieces, one after the other, under one header. */
class Conversion {
  /** The first piece's, once it is known. */
  format: Format | undefined;
  readonly #source: PieceSource;
  readonly #context: ImportContext;
  readonly #meter: ProgressMeter;
  #header: Partial<Omit<Header, 'format'>> | undefined;
  #languages: readonly string[];

  constructor(source: PieceSource, context: ImportContext, meter: ProgressMeter) {
    this.#source = source;
    this.#header = source.header;
    this.#context = context;
    this.#meter = meter;
    this.#languages = source.languages ?? context.languages;
  }

  async *lines(): AsyncGenerator<readonly ReadLine[]> {
    const headers = new SharedHeader();
    for await (const piece of this.#source.pieces) {
      const file = await openFile(this.#meter.counted(piece.open()), piece.name);
      try {
        if (!this.format) await this.#settle(file.format, piece);
        for await (const batch of file.convert(this.#options(piece))) {
          yield this.#source.isOne ? batch : headers.ofSeveral(batch, piece.name);
        }
      } finally {
        await file.close();
      }
    }
  }

  /** Asks once what the format of the first file does not say. */
  async #settle(format: Format, piece: Piece): Promise<void> {
    this.format = format;
    if (format === OWN_PACKS || this.#header) return;
    const { title } = packHeader(this.#options(piece));
    const choices = await this.#context.ask({
      format: format.name,
      ...(piece.size !== undefined && { bytes: piece.size }),
      title: title['en'] ?? format.name,
      languages: [...this.#languages],
    });
    this.#languages = choices.languages ?? this.#languages;
    const options = this.#options({ ...piece, name: choices.title });
    this.#header = { id: packHeader(options).id, title: { en: choices.title } };
  }

  #options({ name, url }: Pick<Piece, 'name' | 'url'>): ConvertOptions {
    return {
      ...(this.#header && { header: this.#header }),
      fileName: name,
      url,
      today: this.#context.today,
      languages: this.#languages,
    };
  }
}

/** The header of the first of several files, which stands for those of the others. */
class SharedHeader {
  #pack: string | undefined;

  /**
   * Lines of one of the files: with its name in the problems, and without a header
   * that stands already.
   *
   * @throws ImportError when the file is of another pack
   */
  ofSeveral(batch: readonly ReadLine[], file: string | undefined): ReadLine[] {
    return batch.flatMap((one): ReadLine[] => {
      if (!one.ok) {
        const message = `${file}: ${one.problem.message}`;
        return [{ ...one, problem: { ...one.problem, message } }];
      }
      if (one.read.kind !== 'pack') return [one];
      const { id } = one.read.pack;
      if (this.#pack === undefined) {
        this.#pack = id;
        return [one];
      }
      if (this.#pack !== id) throw severalPacks(this.#pack, id, file);
      return [];
    });
  }
}

function severalPacks(first: string, other: string, file: string | undefined): ImportError {
  return new ImportError(
    `The files are of several packs: "${first}", and "${other}" in ${file}. Nothing was changed.`,
    'Import one pack after the other.',
  );
}

function anotherPack(wanted: string, found: string): ImportError {
  return new ImportError(
    `The update of the pack "${wanted}" is now another pack, "${found}". Nothing was changed.`,
    'Remove the installed pack and add the other one if you want it.',
  );
}
