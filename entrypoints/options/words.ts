import { duration, size, whole } from '../../components/quantities.ts';
import type { Words } from '../../words/words.ts';
import { type ImportProgress, portionDone } from './import.ts';

/** The line under the bar, in pieces: how much, how fast, how long still. */
export function progressWords(progress: ImportProgress, words: Words): string[] {
  const { bytesRead, bytesTotal, records, recordsPerSecond, remainingSeconds } = progress;
  const { tag } = words;
  const figures: string[] = [];
  if (bytesTotal !== undefined)
    figures.push(words('packs.import.of', size(bytesRead, tag), size(bytesTotal, tag)));
  else if (bytesRead > 0) figures.push(size(bytesRead, tag));
  if (records > 0) figures.push(words.count('packs.count.records', records));
  if (recordsPerSecond >= 1)
    figures.push(words('packs.import.perSecond', whole(Math.round(recordsPerSecond), tag)));
  if (remainingSeconds !== undefined)
    figures.push(words('packs.import.left', duration(remainingSeconds, tag)));
  return figures;
}

const QUARTERS = [
  undefined,
  'packs.import.quarters.first',
  'packs.import.quarters.half',
  'packs.import.quarters.third',
  'packs.import.quarters.all',
] as const;

/**
 * What a screen reader is told of the progress: each phase, and each quarter of one
 * that can be measured. More would talk over all else.
 */
export function progressAnnouncement(progress: ImportProgress, words: Words): string {
  const phase = words(`packs.import.phase.${progress.phase}`);
  const portion = portionDone(progress);
  const quarter = portion === undefined ? undefined : QUARTERS[Math.floor(portion * 4)];
  return quarter === undefined ? phase : words(quarter, phase);
}

/** Advice as a sentence: for terminals it is written as part of one, "write 2014 or 2014-05". */
export function sentence(text: string): string {
  const [first = '', ...rest] = text.trim();
  return closed(first.toUpperCase() + rest.join(''));
}

/** A message with the point that ends it. What it begins with may be the name of a file. */
export function closed(text: string): string {
  return text === '' || /[.!?…]["”)]?$/u.test(text) ? text : `${text}.`;
}

/** What was dropped or chosen, as its import is called. */
export function filesInWords(files: readonly File[], words: Words): string {
  const [first] = files;
  return files.length === 1 && first ? first.name : words.count('packs.count.files', files.length);
}
