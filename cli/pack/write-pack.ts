import * as v from 'valibot';
import { checkLine } from '../../facts/check-line.ts';
import { type Header, HeaderSchema, type PackLine } from '../../facts/pack-format.ts';
import type { ReadLine } from '../../facts/read-pack.ts';
import type { Converter } from '../../sources/converter.ts';
import { type Admitted, RecordGate } from '../../store/record-gate.ts';
import { counted, grouped, InputError } from './command.ts';
import { headerOf, type Input, openInput } from './input.ts';
import { writeTexts } from './output.ts';
import type { BuildProblems } from './problems.ts';

export interface PackToWrite {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly problems: BuildProblems;
  /** What converts an input; throws to refuse it. */
  readonly converterOf: (input: Input) => Converter;
  /** Whether a pack is written that has nothing but its header; asked when all was read. */
  readonly isEmptyWanted: () => boolean;
}

/** Nothing of the inputs could be used; no file was written. */
export class NothingUsableError extends Error {
  override readonly name = 'NothingUsableError';
}

/**
 * Writes one pack from one or several inputs as they are read. Records are held to
 * what the extension's import asks of them: sound lines, each id once, no fact
 * without its sources and its predicate.
 *
 * @returns what came of it, in words
 * @throws InputError, and NothingUsableError
 */
export async function writePack(toWrite: PackToWrite): Promise<string> {
  const begun = performance.now();
  const writing = new Writing(toWrite);
  try {
    await writeTexts(toWrite.out, () => writing.texts());
  } finally {
    toWrite.problems.closeReport();
  }
  return writing.summary((performance.now() - begun) / 1_000);
}

class Writing {
  readonly #toWrite: PackToWrite;
  readonly #gate: RecordGate;
  readonly #read = { bytes: 0, lines: 0 };
  #header: Header | undefined;
  /** Entities, facts and sources: each converter begins with the same predicates. */
  #records = 0;
  /** Those that are not in the pack for other reasons than that their id stands there. */
  #refused = 0;

  constructor(toWrite: PackToWrite) {
    this.#toWrite = toWrite;
    const repeats = toWrite.inputs.length === 1 ? 'told' : 'expected';
    this.#gate = new RecordGate(toWrite.problems, repeats);
  }

  async *texts(): AsyncGenerator<string> {
    const { inputs, problems, converterOf, isEmptyWanted } = this.#toWrite;
    for (const name of inputs) {
      const input = await openInput(name);
      problems.beginInput(input.name, this.#read.lines);
      let isBegun = false;
      for await (const batch of input.convert(converterOf(input))) {
        const [first] = batch;
        if (!isBegun && first) yield this.#begin(first, input.name);
        yield this.#textOf(isBegun ? batch : batch.slice(1));
        isBegun ||= first !== undefined;
      }
      this.#read.bytes += input.read.bytes;
      this.#read.lines += input.read.lines;
    }
    const before = this.#toWrite.problems.total;
    yield this.#gate.finish().map(lineOf).join('');
    this.#refused += problems.total - before;
    const { entity, fact } = this.#gate.counts;
    if (entity + fact === 0 && !isEmptyWanted())
      throw new NothingUsableError('Nothing could be used; no pack was written.');
  }

  /** What an input's header adds to the pack: the first is the pack's, the others agree with it. */
  #begin(line: ReadLine, name: string): string {
    const header = headerOf(line, name);
    if (this.#header) {
      this.#refuseAnotherPacks(this.#header, header, name);
      return '';
    }
    // In the schema's order of members, so that packs do not differ by how they were made.
    const pack = v.parse(HeaderSchema, header);
    const [problem] = checkLine(line.line, { kind: 'pack', pack });
    if (problem) throw new InputError(`${name}:${line.line}: ${problem.message}`, problem.mend);
    this.#header = pack;
    return lineOf({ read: { kind: 'pack', pack }, json: undefined });
  }

  #refuseAnotherPacks(first: Header, header: Header, name: string): void {
    for (const member of ['id', 'publisher', 'licence'] as const) {
      if (header[member] === first[member]) continue;
      throw new InputError(
        `${name}: has the ${member} "${header[member]}"; the inputs before it have "${first[member]}"`,
        `give one --${member} for all, or make a pack of each`,
      );
    }
  }

  #textOf(batch: readonly ReadLine[]): string {
    const { problems } = this.#toWrite;
    const before = this.#read.lines;
    let text = '';
    for (const one of batch) {
      if (!one.ok) {
        problems.add(before === 0 ? one.problem : { ...one.problem, line: before + one.line });
        continue;
      }
      const isCounted = one.read.kind !== 'predicate';
      if (isCounted) this.#records++;
      const told = problems.total;
      const admitted = this.#gate.admit(before === 0 ? one : { ...one, line: before + one.line });
      if (admitted) text += lineOf(admitted);
      else if (isCounted && problems.total > told) this.#refused++;
    }
    return text;
  }

  summary(seconds: number): string {
    const { entity, fact, source } = this.#gate.counts;
    const { out, problems } = this.#toWrite;
    const repeated = this.#records - this.#refused - entity - fact - source;
    const megabytes = this.#read.bytes / 1e6;
    const rate = megabytes / Math.max(seconds, 0.001);
    const peak = process.resourceUsage().maxRSS / 1_024;
    return [
      `${out}: ${counted(entity, 'entity', 'entities')}, ${counted(fact, 'fact', 'facts')}, ${counted(source, 'source', 'sources')}`,
      `${counted(this.#read.lines, 'line', 'lines')} read, ${counted(problems.total, 'problem', 'problems')}, ${grouped(repeated)} repeated`,
      `${megabytes.toFixed(1)} MB in ${seconds.toFixed(1)} s (${rate.toFixed(1)} MB/s), ${Math.round(peak)} MiB of memory at most`,
    ].join('\n');
  }
}

/** JSON of the record where it is at hand is taken as it is. */
function lineOf({ read, json }: Pick<Admitted, 'json'> & { readonly read: PackLine }): string {
  if (json !== undefined) return `{"${read.kind}":${json}}\n`;
  const { kind: _, ...record } = read;
  return `${JSON.stringify(record)}\n`;
}
