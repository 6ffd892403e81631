import { MS_PER_DAY } from '../facts/days.ts';
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
): string[] {
  const [first, ...further] = best.support;
  if (!first) return [];
  const told = new Set(best.support.map(({ candidate }) => candidate));
  const reasons = [says(first.candidate, best.iso)];
  for (const { candidate, weight } of further)
    if (weight >= WORTH_TELLING) reasons.push(agrees(candidate, best.iso));
  let others = 0;
  for (const { iso, support } of days)
    for (const { candidate, weight } of support) {
      if (weight < WORTH_TELLING || told.has(candidate) || others === MOST_OTHERS) continue;
      told.add(candidate);
      others++;
      reasons.push(`${candidate.what} says ${iso}, ${distance(best.iso, iso)}.`);
    }
  if (modified !== undefined) reasons.push(`It says that it was last changed on ${modified}.`);
  return reasons;
}

function says(candidate: Candidate, iso: string): string {
  return moved(candidate, iso) ?? `${candidate.what} says ${iso}.`;
}

function agrees(candidate: Candidate, iso: string): string {
  return moved(candidate, iso) ?? `${candidate.what} agrees.`;
}

/** What is said of a moment that is written with another day than the one it was taken for. */
function moved({ what, isos: [written], utc }: Candidate, iso: string): string | undefined {
  if (utc === undefined || written === undefined || written === iso) return undefined;
  const time = new Date(utc).toISOString().slice(11, 16);
  return `${what} says ${written}, ${time} universal time, which may be ${iso} where it was published.`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function distance(from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
  const count = Math.abs(days);
  const number = NUMBERS[count] ?? count.toLocaleString('en');
  return `${number} day${count === 1 ? '' : 's'} ${days < 0 ? 'earlier' : 'later'}`;
}
