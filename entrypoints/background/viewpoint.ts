import { browser } from 'wxt/browser';
import type { EntityRow } from '../../facts/card.ts';
import type { Viewpoint } from '../../facts/card-material.ts';
import { firstDayOf } from '../../facts/dates.ts';
import { localDay } from '../../facts/days.ts';

/**
 * For whom facts are shown, and when.
 *
 * @param date - the article's day, ISO 8601; undefined where there is none
 * @param page - the page's other entities
 * @param limit - how many facts to show
 */
export function viewpoint(
  date: string | undefined,
  page: ReadonlySet<string>,
  limit: number,
): Viewpoint {
  const languages = [browser.i18n.getUILanguage(), 'en'];
  return { article: firstDayOf(date), today: localDay(new Date()), page, languages, limit };
}

/** Tells the reader that an entity is not painted on pages. */
export function markPrivate(row: EntityRow, privateEntities: ReadonlySet<string>): EntityRow {
  return privateEntities.has(row.id) ? { ...row, private: true } : row;
}
