import type { Words } from '../words/words.ts';
import { momentOf } from './dated-facts.ts';
import { type DayRange, parseDate } from './dates.ts';
import type { Day } from './days.ts';
import { distance } from './distance.ts';
import { END_TIME, LOCATION, POINT_IN_TIME, START_TIME } from './predicates.ts';
import type { Prepared } from './state.ts';

interface Written {
  readonly text: string;
  readonly range: DayRange;
}

/**
 * How far an event is from the article's day, for reading: "4 days before the
 * article", "the day of the article", "going on at the time of the article".
 */
export function eventDistance(prepared: Prepared, article: Day, words: Words): string | undefined {
  const { start, end } = eventDays(prepared);
  if (start && end && article > start.range.latest && article <= end.range.latest) {
    return words('facts.fromArticle.during');
  }
  const nearest = end && article > end.range.latest ? end : (start ?? end);
  return nearest && distance(nearest.range, nearest.text, article, words, 'fromArticle');
}

/**
 * The first and last day of an event: as it is stated, else when its facts say where
 * it took place or who took part, else the first date that is told of it.
 */
function eventDays({ facts, material }: Prepared): { start?: Written; end?: Written } {
  const { id } = material.entity;
  const ofIt = facts.filter(({ fact }) => fact.subject === id);
  const stated = (predicate: string) =>
    ofIt.flatMap(({ fact }) => (fact.predicate === predicate ? written(momentOf(fact)) : []))[0];
  const start = stated(START_TIME);
  const end = stated(END_TIME);
  const moment = stated(POINT_IN_TIME);
  if (start) return { start, ...(end && { end }) };
  if (moment) return { start: moment };
  const place = ofIt.find(({ fact }) => fact.predicate === LOCATION)?.fact;
  if (place) {
    const [from] = written(place.at ?? place.start);
    const [to] = written(place.end);
    if (from) return { start: from, ...(to && { end: to }) };
  }
  const told = facts.flatMap(({ fact, topic, date }) =>
    topic === 'event' || fact.subject === id ? written(date) : [],
  );
  const [first] = told.sort((a, b) => a.range.earliest - b.range.earliest);
  return first ? { start: first } : {};
}

function written(text: string | undefined): Written[] {
  const range = text === undefined ? null : parseDate(text);
  return range && text !== undefined ? [{ text, range }] : [];
}
