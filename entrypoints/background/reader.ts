import { type Language, loadLanguage, wordsIn } from '../../extension/load-words.ts';
import type { Viewpoint } from '../../facts/card-material.ts';
import { firstDayOf } from '../../facts/dates.ts';
import { type Day, localDay } from '../../facts/days.ts';
import type { Reader } from '../../facts/reader.ts';
import { readerLanguages } from '../../facts/reader-languages.ts';
import type { Settings } from '../../facts/settings.ts';
import type { Locale } from '../../words/locales.ts';
import type { Words } from '../../words/words.ts';
import { openedBase } from './fact-base.ts';

interface Spoken {
  readonly language: Language;
  readonly words: Words;
}

let loaded: { readonly chosen: Locale | undefined; readonly spoken: Promise<Spoken> } | undefined;

/** What the interface says in the language that the settings name, loaded once for each. */
export function spokenFor({ locale: chosen }: Pick<Settings, 'locale'>): Promise<Spoken> {
  if (!loaded || loaded.chosen !== chosen) {
    const spoken = loadLanguage(chosen).then((language) => ({
      language,
      words: wordsIn(language),
    }));
    loaded = { chosen, spoken };
    spoken.catch(() => {
      if (loaded?.spoken === spoken) loaded = undefined;
    });
  }
  return loaded.spoken;
}

/** The interface's words in that language. */
export async function wordsFor(settings: Pick<Settings, 'locale'>): Promise<Words> {
  return (await spokenFor(settings)).words;
}

/** The interface's words as the settings are now. */
export async function currentWords(): Promise<Words> {
  return wordsFor((await openedBase()).settings);
}

/** Whom cards, rows and sources are told to: what the settings say of languages, else the interface's and English. */
export async function reader(): Promise<Reader> {
  const { settings } = await openedBase();
  const words = await wordsFor(settings);
  return { words, languages: readerLanguages(settings, words.tag) };
}

/**
 * From where a card is made.
 *
 * @param date - the article's day, YYYY-MM-DD; undefined when the page has none
 * @param page - the page's other entities
 * @param limit - how many facts to show
 */
export function viewpoint(
  date: string | undefined,
  page: ReadonlySet<string>,
  limit: number,
): Promise<Viewpoint> {
  return viewpointOn(firstDayOf(date), page, limit);
}

/** The same for a day. */
export async function viewpointOn(
  article: Day | undefined,
  page: ReadonlySet<string>,
  limit: number,
): Promise<Viewpoint> {
  const { languages, words } = await reader();
  return {
    article,
    today: localDay(new Date()),
    page,
    languages,
    words,
    limit,
  };
}
