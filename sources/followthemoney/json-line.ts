import type { PackWriter } from '../pack-writer.ts';

/** One line as JSON; undefined when it is empty or, with a problem written, when it is none. */
export function parseJsonLine(text: string, line: number, writer: PackWriter): unknown {
  const clean = text.replace(/^\uFEFF/u, '').trim();
  if (clean === '') return undefined;
  try {
    return JSON.parse(clean);
  } catch (error) {
    writer.problem(
      line,
      `is not JSON (${error instanceof Error ? error.message : String(error)})`,
      'write one JSON object on this line, or get the file again if it was cut off',
    );
    return undefined;
  }
}
