import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FILES } from './matchers.ts';
import { syntheticEntities } from './synthetic-names.ts';
import { syntheticNews } from './synthetic-news.ts';
import { countWordRuns } from './word-runs.ts';

/** UTF-16 units of text that are searched. */
export const TEXT_LENGTH = 5_000_000;

/** Names and a text that mentions them, in files, for the processes that measure. */
export interface Material {
  readonly folder: string;
  readonly size: number;
  /** Names without repetitions. */
  readonly distinct: number;
  readonly units: number;
  readonly paragraphs: number;
  /** How many names were put into the text. */
  readonly planted: number;
  /** How many stand in it as whole words, longest first: some strangers bear a known name too. */
  readonly standing: number;
  /** A short text that mentions one of the names. */
  readonly shortText: string;
}

/** Makes names and text and writes them into a folder of their own. */
export async function makeMaterial(parent: string, size: number): Promise<Material> {
  const folder = path.join(parent, `names-${size}`);
  await mkdir(folder, { recursive: true });
  const distinct = new Set<string>();
  for (const { names } of syntheticEntities(size)) for (const { text } of names) distinct.add(text);
  const names = [...distinct];
  const { paragraphs, planted } = syntheticNews(names, TEXT_LENGTH);
  await writeFile(path.join(folder, FILES.names), JSON.stringify(names));
  await writeFile(path.join(folder, FILES.text), JSON.stringify(paragraphs));
  return {
    folder,
    size,
    distinct: distinct.size,
    units: paragraphs.reduce((sum, { length }) => sum + length, 0),
    paragraphs: paragraphs.length,
    planted,
    standing: paragraphs.reduce((sum, text) => sum + countWordRuns(distinct, text), 0),
    shortText: `Nobody in the room, ${names[0]} said on Friday, had seen the paper before.`,
  };
}
