import { SEGMENT_LENGTH } from '../../page/limits.ts';

/** Segments of a document, and where each begins in its text, in UTF-16 code units. */
export interface TextSegments {
  readonly text: string;
  readonly segments: readonly string[];
  readonly starts: readonly number[];
}

/** What stands between the blocks of a page in its text. */
const BETWEEN_BLOCKS = '\n\n';

/**
 * A line, or as much of it as a segment may have, up to white space if there is
 * any. Lines end at every character that ends one (Unicode Standard, 5.8).
 */
const BREAK = '\\n\\v\\f\\r\\u0085\\u2028\\u2029';
const LINE = `[^${BREAK}]{1,${SEGMENT_LENGTH}}`;
const SEGMENTS = new RegExp(`${LINE}(?=[\\s${BREAK}]|$)|${LINE}`, 'gu');

/** The lines of a text; empty ones are passed over. */
export function segmentsOfText(text: string): TextSegments {
  const segments: string[] = [];
  const starts: number[] = [];
  for (const { 0: line, index } of text.matchAll(SEGMENTS)) {
    segments.push(line);
    starts.push(index);
  }
  return { text, segments, starts };
}

/** The blocks of a page, joined to one text. */
export function segmentsOfPage(segments: readonly string[]): TextSegments {
  const starts: number[] = [];
  let length = 0;
  for (const segment of segments) {
    starts.push(length);
    length += segment.length + BETWEEN_BLOCKS.length;
  }
  return { text: segments.join(BETWEEN_BLOCKS), segments, starts };
}
