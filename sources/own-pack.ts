import * as v from 'valibot';
import { FORMAT, LINE_SCHEMAS, type LineKind, type PackLine } from '../facts/pack-format.ts';
import { type ReadLine, readPack } from '../facts/read-pack.ts';
import type { Converter, ConvertOptions, Format } from './converter.ts';

const KINDS_OF_LINE = Object.keys(LINE_SCHEMAS) as LineKind[];
/** How a line begins as packs are written: its kind, at once, without spaces. */
const BEGINNINGS = KINDS_OF_LINE.map((kind) => ({ kind, beginning: `{"${kind}":{` }));
const FORMAT_NAME = /^backgrounder\/(?<version>\d+)$/u;
const OUR_VERSION = FORMAT_NAME.exec(FORMAT)?.groups?.['version'] ?? '';

/** Packs in this project's own format, newline-delimited JSON. */
export const OWN_PACKS: Format = {
  id: 'backgrounder',
  name: `Pack (${FORMAT})`,
  shape: 'lines',
  recognises: (sample) =>
    /^\uFEFF?\s*\{\s*"(?:pack|source|predicate|entity|fact)"\s*:\s*\{/u.test(sample) &&
    !/^[^\n]*"op"\s*:\s*"(?:ADD|MOD|DEL)"/u.test(sample),
  converter: (options) => new OwnPackConverter(options),
};

class OwnPackConverter implements Converter {
  readonly #header: ConvertOptions['header'];
  /** A pack of another version is told once, and nothing of it is read. */
  #isOfAnotherVersion = false;

  constructor({ header }: ConvertOptions) {
    this.#header = header;
  }

  lines(lines: readonly string[], first: number): readonly ReadLine[] {
    const read: ReadLine[] = [];
    for (const [at, text] of lines.entries()) {
      if (this.#isOfAnotherVersion) break;
      const line = readFast(text, first + at) ?? readSlowly(text, first + at);
      if (line) read.push(line.ok ? this.#withHeader(line) : this.#withVersion(text, line));
    }
    return read;
  }

  end(): readonly ReadLine[] {
    return [];
  }

  #withHeader(line: ReadLine & { readonly ok: true }): ReadLine {
    const { read } = line;
    if (read.kind !== 'pack' || !this.#header) return line;
    const pack = { ...read.pack, ...this.#header };
    return { line: line.line, ok: true, read: { kind: 'pack', pack } };
  }

  #withVersion(text: string, line: ReadLine & { readonly ok: false }): ReadLine {
    const version = versionOf(text);
    if (version === undefined || version === OUR_VERSION) return line;
    this.#isOfAnotherVersion = true;
    return {
      line: line.line,
      ok: false,
      problem: {
        line: line.line,
        message: `a pack of version ${version}; this version reads ${OUR_VERSION}`,
        mend: 'install a newer version of the extension, or get the pack in the older format',
      },
    };
  }
}

/**
 * A line as packs are written. Its record is parsed by itself, so that its JSON is
 * known to be the slice of the line: what is stored need not be written again.
 */
function readFast(text: string, line: number): ReadLine | undefined {
  if (!text.endsWith('}}')) return undefined;
  const found = BEGINNINGS.find(({ beginning }) => text.startsWith(beginning));
  if (!found) return undefined;
  const { kind, beginning } = found;
  const json = text.slice(beginning.length - 1, -1);
  // Where lines end in CR alone, white space of JSON may be LF, which ends lines of the store.
  if (json.includes('\n')) return undefined;
  let record: unknown;
  try {
    record = JSON.parse(json);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(LINE_SCHEMAS[kind], record);
  if (!parsed.success) return undefined;
  const read = { kind, [kind]: parsed.output } as unknown as PackLine;
  return { line, ok: true, read, json };
}

/** Any other line, and what is wrong with it. */
function readSlowly(text: string, line: number): ReadLine | undefined {
  const [read] = readPack([text]);
  if (!read) return undefined;
  return read.ok ? { ...read, line } : { line, ok: false, problem: { ...read.problem, line } };
}

/** The version that a header claims, whatever else is in it. */
function versionOf(text: string): string | undefined {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    const header = v.safeParse(v.object({ pack: v.object({ format: v.string() }) }), json);
    if (!header.success) return undefined;
    return FORMAT_NAME.exec(header.output.pack.format)?.groups?.['version'];
  } catch {
    return undefined;
  }
}
