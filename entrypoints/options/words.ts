import { count, duration, size, whole } from '../../components/quantities.ts';
import type { UpdateEvery } from './backend.ts';
import { type ImportPhase, type ImportProgress, portionDone } from './import.ts';

export const EVERY_WORDS: Record<UpdateEvery, string> = {
  never: 'Never',
  day: 'Every day',
  week: 'Every week',
  month: 'Every month',
};

export const PHASE_WORDS: Record<ImportPhase, string> = {
  fetching: 'Fetching',
  reading: 'Reading',
  indexing: 'Making the index of names',
  switching: 'Switching over',
};

/** The line under the bar, in pieces: how much, how fast, how long still. */
export function progressWords(progress: ImportProgress): string[] {
  const { bytesRead, bytesTotal, records, recordsPerSecond, remainingSeconds } = progress;
  const words: string[] = [];
  if (bytesTotal !== undefined) words.push(`${size(bytesRead)} of ${size(bytesTotal)}`);
  else if (bytesRead > 0) words.push(size(bytesRead));
  if (records > 0) words.push(count(records, 'record', 'records'));
  if (recordsPerSecond >= 1) words.push(`${whole(Math.round(recordsPerSecond))} a second`);
  if (remainingSeconds !== undefined) words.push(`about ${duration(remainingSeconds)} left`);
  return words;
}

const QUARTERS = ['', ', a quarter done', ', half done', ', three quarters done', ', all read'];

/**
 * What a screen reader is told of the progress: each phase, and each quarter of one
 * that can be measured. More would talk over all else.
 */
export function progressAnnouncement(progress: ImportProgress): string {
  const portion = portionDone(progress);
  const quarter = portion === undefined ? '' : QUARTERS[Math.floor(portion * 4)];
  return `${PHASE_WORDS[progress.phase]}${quarter}`;
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
export function filesInWords(files: readonly File[]): string {
  const [first] = files;
  return files.length === 1 && first ? first.name : `${files.length} files`;
}
