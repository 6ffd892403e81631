import { isolated, latin } from '../words/isolated.ts';
import type { Candidate } from './candidate.ts';
import type { DateStyle } from './date-style.ts';
import type { SpotEvidence } from './evidence.ts';
import { clockOf, readStamp } from './stamps.ts';
import { saysModified, saysPublished } from './words.ts';
import type { WrittenDate } from './written-date.ts';
import { writtenDates } from './written-dates.ts';

/** Names of elements in which dates are of something else than the article. */
const ASIDE =
  /aside|comment|koment|related|sidebar|side[-_]|footer|widget|recent|popular|trending|most|latest|teaser|ticker|recommend|archive|calendar|event|promo|carousel|slider|swiper|weather|banner|modal|popup|newsletter|(?:^|<)nav|reply|replies|read-?also|more-|thumb|copyright|licen[cs]e|today|current|clock/i;

/** Names of what stands above an article on every page of a site. */
const TOP = /header|topbar|top-|masthead/i;

const DATE_NAMES = /dat[eu]|time|publi|posted|fecha|tarih|byline|entry-meta|post-meta|created/i;

/** A list has so many dates in elements of the same names. */
const CROWD = 3;

/** Code units of a quotation in a reason. */
const QUOTED = 60;

/** What places on the page say: elements of time, marked-up dates, and visible datelines. */
export function* fromSpots(spots: readonly SpotEvidence[], style: DateStyle): Generator<Candidate> {
  const crowds = new Map<string, number>();
  for (const spot of spots) {
    const shape = shapeOf(spot);
    crowds.set(shape, (crowds.get(shape) ?? 0) + 1);
  }
  for (const spot of spots) {
    const isCrowd = (crowds.get(shapeOf(spot)) ?? 0) >= CROWD;
    const place = placeWeight(spot, isCrowd);
    // Not worth reading: whatever stands there would not count.
    if (place + (isMarkedUp(spot) ? MARKED : 0) + MOST_BESIDE > 0)
      yield* fromSpot(spot, place, style);
  }
}

/** What speaks for a place beside where it is: that it is marked up, and all else together. */
const MARKED = 1.5;
const MOST_BESIDE = 1.4;

function isMarkedUp({ path }: SpotEvidence): boolean {
  return /datePublished|dateCreated|pubdate/i.test(ownNames(path));
}

/** Of the element itself and the one around it; further out names speak of more than a date. */
function ownNames(path: string): string {
  return path.split('<', 2).join(' ');
}

function shapeOf({ path }: SpotEvidence): string {
  return path.split('<', 1)[0] ?? '';
}

/** How much a place speaks for what is written there: by its distance and what stands around it. */
function placeWeight({ path, gap }: SpotEvidence, isCrowd: boolean): number {
  const isAbove = (gap ?? -1) < 0;
  return (
    nearness(gap) -
    (ASIDE.test(path) ? 1.7 : 0) -
    (isAbove && TOP.test(path) ? 1 : 0) -
    // The one nearest to the headline may be the article's own, beside those of a list.
    (isCrowd && !(gap !== undefined && gap > 0 && gap <= 6) ? 1 : 0) -
    (path.includes('^') ? 1.3 : 0)
  );
}

function nearness(gap: number | undefined): number {
  if (gap === undefined) return 0;
  if (gap > 0) return gap <= 6 ? 2 : gap <= 15 ? 1.2 : gap <= 40 ? 0.4 : 0;
  return gap >= -5 ? 1.5 : gap >= -15 ? 0.7 : 0;
}

function* fromSpot(spot: SpotEvidence, place: number, style: DateStyle): Generator<Candidate> {
  const { text, at, before = '', path } = spot;
  const names = ownNames(path);
  const isMarked = isMarkedUp(spot);
  const named = DATE_NAMES.test(names) ? 0.6 : 0;
  const stamp = at === undefined ? undefined : readStamp(at, style);
  if (stamp) {
    yield {
      ...stamp,
      method: isMarked ? 'microdata' : 'time',
      role: saysModified(`${before} ${names}`) ? 'modified' : 'published',
      weight: place + named / 2 + (isMarked ? MARKED : 0) + (names.startsWith('time') ? 0.5 : 0),
      what: (words) =>
        isMarked ? words('day.at.markup', latin('datePublished', words)) : words('day.at.time'),
    };
  }
  let end = 0;
  for (const [index, date] of writtenDates(text, style).entries()) {
    const label = (index === 0 ? `${before} ${names} ` : '') + text.slice(end, date.start);
    end = date.end;
    yield {
      isos: date.isos,
      ...clockOf(text.slice(date.end)),
      method: isMarked && !stamp ? 'microdata' : 'dateline',
      role: saysModified(label) ? 'modified' : 'published',
      weight:
        place +
        named +
        (isMarked && !stamp ? 1 : 0) +
        (saysPublished(label) ? 0.5 : 0) +
        standing(text, date) -
        (date.isShort ? 0.7 : 0) -
        (isClock(spot, date, style) ? 1 : 0),
      what: (words) => words(isMarked ? 'day.at.markupText' : 'day.at.pageText', quote(text)),
    };
  }
}

/** Whether a date may be the reader's own day, as sites write it above every page. */
function isClock({ gap }: SpotEvidence, { isos }: WrittenDate, { today }: DateStyle): boolean {
  return (gap ?? -1) < 0 && isos[0] === today;
}

/** A date is more of a dateline the less stands beside it. */
function standing(text: string, { start, end }: WrittenDate): number {
  if (text.length < (end - start) * 2 + 25) return 0.3;
  return start < 12 || text.length - end < 25 ? 0 : -0.4;
}

function quote(text: string): string {
  return isolated(text.length > QUOTED ? `${text.slice(0, QUOTED - 1)}…` : text);
}
