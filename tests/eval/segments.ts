/** A part of a text that a name does not reach out of, and where it begins. */
export interface Segment {
  readonly text: string;
  readonly offset: number;
}

/** The lines of a text: a page's blocks come to the linker one by one, too. */
export function segmentsOf(text: string): Segment[] {
  return [...text.matchAll(/[^\r\n]+/gu)].map(({ 0: line, index }) => ({
    text: line,
    offset: index,
  }));
}
