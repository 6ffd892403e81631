import type { ReadLine } from '../facts/read-pack.ts';
import type { Converter } from './converter.ts';
import type { Lines } from './text-lines.ts';

/** Code units of a file from which its format is told. */
const SAMPLE_SIZE = 65_536;

/** The lines at the beginning of a file, as many as tell its format; the rest is left in `lines`. */
export async function beginningOf(lines: AsyncGenerator<Lines>): Promise<Lines[]> {
  const held: Lines[] = [];
  for (let size = 0; size < SAMPLE_SIZE; ) {
    const { done, value } = await lines.next();
    if (done) break;
    held.push(value);
    for (const line of value.lines) size += line.length + 1;
  }
  return held;
}

/** The text of a file's beginning, for `recogniseFormat`. */
export function sampleOf(held: readonly Lines[]): string {
  let sample = '';
  for (const line of held.flatMap(({ lines }) => lines)) {
    sample += `${line}\n`;
    if (sample.length >= SAMPLE_SIZE) break;
  }
  return sample;
}

/**
 * Converts a file whose beginning has been read.
 *
 * @param held - the beginning; it is emptied, so that it is not kept while the rest is read
 */
export async function* convertLines(
  converter: Converter,
  held: Lines[],
  rest: AsyncGenerator<Lines>,
): AsyncGenerator<readonly ReadLine[]> {
  for (const some of held.splice(0)) yield converted(converter, some);
  for await (const some of rest) yield converted(converter, some);
  yield converter.end();
}

/** What a converter makes of some lines; those that are too long are problems. */
function converted(converter: Converter, { lines, first, problems }: Lines): readonly ReadLine[] {
  const read = converter.lines(lines, first);
  if (problems.length === 0) return read;
  return [
    ...read,
    ...problems.map((problem): ReadLine => ({ line: problem.line, ok: false, problem })),
  ];
}
