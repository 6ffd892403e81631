import { loadWords } from '../../extension/load-words.ts';
import type { Viewpoint } from '../../facts/card-material.ts';
import { firstDayOf } from '../../facts/dates.ts';
import { localDay } from '../../facts/days.ts';
import type { Reader } from '../../facts/reader.ts';
import type { Settings } from '../../facts/settings.ts';
import type { Locale } from '../../words/locales.ts';
import type { Words } from '../../words/words.ts';
import { openedBase } from './fact-base.ts';

let loaded: { readonly chosen: Locale | undefined; readonly words: Promise<Words> } | undefined;

/** The interface's words in the language that the settings name, loaded once for each. */
export function wordsFor({ locale: chosen }: Pick<Settings, 'locale'>): Promise<Words> {
  if (!loaded || loaded.chosen !== chosen) {
    const words = loadWords(chosen);
    loaded = { chosen, words };
    words.catch(() => {
      if (loaded?.words === words) loaded = undefined;
    });
  }
  return loaded.words;
}

/** The interface's words as the settings are now. */
export async function currentWords(): Promise<Words> {
  return wordsFor((await openedBase()).settings);
}

/** Whom cards, rows and sources are told to: what the settings say of languages, else the interface's and English. */
export async function reader(): Promise<Reader> {
  const { settings } = await openedBase();
  const words = await wordsFor(settings);
  const { languages = [] } = settings;
  return { words, languages: languages.length > 0 ? languages : [words.tag, 'en'] };
}

/**
 * From where a card is made.
 *
 * @param date - the article's day, YYYY-MM-DD; undefined when the page has none
 * @param page - the page's other entities
 * @param limit - how many facts to show
 */
export async function viewpoint(
  date: string | undefined,
  page: ReadonlySet<string>,
  limit: number,
): Promise<Viewpoint> {
  const { languages, words } = await reader();
  return {
    article: firstDayOf(date),
    today: localDay(new Date()),
    page,
    languages,
    words,
    limit,
  };
}
