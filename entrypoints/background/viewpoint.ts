import { browser } from 'wxt/browser';
import type { EntityRow } from '../../facts/card.ts';
import type { Viewpoint } from '../../facts/card-material.ts';
import { firstDayOf } from '../../facts/dates.ts';
import { type Day, localDay } from '../../facts/days.ts';

/** From where cards and rows are seen: the article's day, the page's entities, how many facts. */
export function viewpoint(
  date: string | undefined,
  page: ReadonlySet<string>,
  limit: number,
): Viewpoint {
  return viewpointOn(firstDayOf(date), page, limit);
}

export function viewpointOn(
  article: Day | undefined,
  page: ReadonlySet<string>,
  limit: number,
): Viewpoint {
  const languages = [browser.i18n.getUILanguage(), 'en'];
  return { article, today: localDay(new Date()), page, languages, limit };
}

/** Tells the reader that an entity is not painted on pages. */
export function markPrivate(row: EntityRow, privateEntities: ReadonlySet<string>): EntityRow {
  return privateEntities.has(row.id) ? { ...row, private: true } : row;
}
