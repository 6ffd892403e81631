import * as v from 'valibot';
import { checkPack } from '../../../facts/check-pack.ts';
import { type Entity, type Fact, LINE_SCHEMAS } from '../../../facts/pack-format.ts';
import type { PackProblem, ReadLine } from '../../../facts/read-pack.ts';
import type { ConvertOptions, Format } from '../../../sources/converter.ts';

export const TODAY = '2026-11-23';

export const OPTIONS: ConvertOptions = {
  today: TODAY,
  languages: ['en', 'de'],
  url: 'https://files.example/table',
  fileName: 'things.csv',
  header: { id: 'things' },
};

/** What a converter made of a text, by kind, with every line checked against its schema. */
export interface Converted {
  readonly lines: readonly ReadLine[];
  readonly problems: readonly PackProblem[];
  readonly entities: readonly Entity[];
  readonly facts: readonly Fact[];
  /** What `checkPack` finds, apart from the lines that were problems already. */
  readonly unsound: readonly PackProblem[];
}

/** Converts a text, given in pieces of so many lines as fast or slow a file would come. */
export function convert(
  format: Format,
  text: string,
  options: Partial<ConvertOptions> = {},
  pieceLength = 1_000,
): Converted {
  const converter = format.converter({ ...OPTIONS, ...options });
  const all = text.split(/\r\n|\n/u);
  if (all.at(-1) === '') all.pop();
  const lines: ReadLine[] = [];
  for (let at = 0; at < all.length; at += pieceLength) {
    lines.push(...converter.lines(all.slice(at, at + pieceLength), at + 1));
  }
  lines.push(...converter.end());
  return sorted(lines);
}

export function sorted(lines: readonly ReadLine[]): Converted {
  const problems: PackProblem[] = [];
  const entities: Entity[] = [];
  const facts: Fact[] = [];
  for (const line of lines) {
    if (!line.ok) {
      problems.push(line.problem);
      continue;
    }
    const { read } = line;
    const record = (read as unknown as Record<string, unknown>)[read.kind];
    v.parse(LINE_SCHEMAS[read.kind], record);
    if (read.kind === 'entity') entities.push(read.entity);
    if (read.kind === 'fact') facts.push(read.fact);
  }
  const known = new Set(problems);
  const unsound = checkPack(lines).problems.filter((problem) => !known.has(problem));
  return { lines, problems, entities, facts, unsound };
}

export function entityOf({ entities }: Converted, id: string): Entity | undefined {
  return entities.find((entity) => entity.id === id);
}
