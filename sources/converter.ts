import type { Header } from '../facts/pack-format.ts';
import type { ReadLine } from '../facts/read-pack.ts';

/** What whoever imports says about a file, for what its format does not say itself. */
export interface ConvertOptions {
  /** Replaces what the converter would write into the header; `id` names the pack that is made. */
  readonly header?: Partial<Omit<Header, 'format'>>;
  /** Where the file comes from, as a link of the facts' source. */
  readonly url?: string | undefined;
  readonly fileName?: string | undefined;
  /** The day of the import, YYYY-MM-DD: when the source was accessed. */
  readonly today: string;
  /** Languages of names and summaries to keep, BCP 47, the most wanted first. */
  readonly languages: readonly string[];
}

/**
 * Turns the lines of one file into the lines of a pack: the header first, and
 * sources and predicates above the facts that name them. What cannot be
 * converted comes back as a problem with its line, and the rest goes on.
 *
 * A converter holds no more than a bounded part of its input, unless its format
 * is one JSON document; then it says so by its format's `shape`.
 */
export interface Converter {
  /**
   * @param lines - the next lines of the file, without their ends
   * @param first - the number of the first of them, counted from 1
   */
  lines(lines: readonly string[], first: number): readonly ReadLine[];
  /** Called once, after the last line. */
  end(): readonly ReadLine[];
}

/** A format that packs are made from. */
export interface Format {
  readonly id: string;
  /** As a reader knows it: "Wikidata entities", "Spreadsheet (CSV)". */
  readonly name: string;
  /** `lines`: constant memory, whatever the size. `document`: held whole. */
  readonly shape: 'lines' | 'document';
  /**
   * Whether a file is of this format, from its beginning.
   *
   * @param sample - the first 64 kB of the text, or all of it; may end anywhere
   */
  recognises(sample: string): boolean;
  converter(options: ConvertOptions): Converter;
}
