import { MS_PER_DAY } from '../facts/days.ts';
import { latin } from '../words/isolated.ts';
import type { Words } from '../words/words.ts';
import type { Candidate } from './candidate.ts';
import type { WeighedDay } from './weigh.ts';

/** So many days with something to say for them are worth a sentence beside the one taken. */
const MOST_OTHERS = 2;

/** Weight from which evidence is worth a sentence. */
const WORTH_TELLING = 0.8;

/** Why a day was taken for the page's, in whole sentences, the weightiest first. */
export function reasonsFor(
  best: WeighedDay,
  days: readonly WeighedDay[],
  modified: string | undefined,
  words: Words,
): string[] {
  const [first, ...further] = best.support;
  if (!first) return [];
  const told = new Set(best.support.map(({ candidate }) => candidate));
  const reasons = [says(first.candidate, best.iso, words)];
  for (const { candidate, weight } of further)
    if (weight >= WORTH_TELLING) reasons.push(agrees(candidate, best.iso, words));
  let others = 0;
  for (const { iso, support } of days)
    for (const { candidate, weight } of support) {
      if (weight < WORTH_TELLING || told.has(candidate) || others === MOST_OTHERS) continue;
      told.add(candidate);
      others++;
      reasons.push(differs(candidate, best.iso, iso, words));
    }
  if (modified !== undefined) reasons.push(words('day.changedOn', latin(modified, words)));
  return reasons;
}

function says(candidate: Candidate, iso: string, words: Words): string {
  const what = candidate.what(words);
  return moved(candidate, iso, words) ?? words('day.says', what, latin(iso, words));
}

function agrees(candidate: Candidate, iso: string, words: Words): string {
  return moved(candidate, iso, words) ?? words('day.agrees', candidate.what(words));
}

/** What is said of a moment that is written with another day than the one it was taken for. */
function moved(
  { what, isos: [written], utc }: Candidate,
  iso: string,
  words: Words,
): string | undefined {
  if (utc === undefined || written === undefined || written === iso) return undefined;
  const time = new Date(utc).toISOString().slice(11, 16);
  const [from, at, to] = [written, time, iso].map((text) => latin(text, words));
  return words('day.moved', what(words), from ?? '', at ?? '', to ?? '');
}

function differs(candidate: Candidate, from: string, to: string, words: Words): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
  const key = days < 0 ? 'day.saysEarlier' : 'day.saysLater';
  return words.count(key, Math.abs(days), candidate.what(words), latin(to, words));
}
