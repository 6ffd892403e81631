import { cleanText } from '../clean-text.ts';
import { member } from './wikibase-json.ts';

/** A text and its language tag; without one it is of no language, as Wikidata's "mul". */
export interface TaggedText {
  readonly text: string;
  readonly lang?: string;
}

const MANY_LANGUAGES = 'mul';
const TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/u;

/** What is wanted, and how Wikidata may call it: "zh-Hant-TW" is "zh-hant-tw", else "zh-hant", "zh". */
export interface WantedLanguage {
  readonly codes: readonly string[];
}

/** The languages asked for that are language tags at all, the most wanted first. */
export function wantedLanguages(languages: readonly string[]): readonly WantedLanguage[] {
  return languages.filter(isLanguageTag).map((language) => ({
    codes: language
      .toLowerCase()
      .split('-')
      .map((_, at, parts) => parts.slice(0, parts.length - at).join('-')),
  }));
}

/** Whether a pack may use it as a language tag (BCP 47 with a language of two or three letters). */
export function isLanguageTag(text: string): boolean {
  if (!TAG.test(text)) return false;
  try {
    Intl.getCanonicalLocales(text);
    return true;
  } catch {
    return false;
  }
}

/** A language code of Wikidata as a language tag: "zh-hant" is "zh-Hant". */
export function languageTag(code: string): string {
  return Intl.getCanonicalLocales(code)[0] ?? code;
}

/** A value as a text that may stand in a pack; undefined when it is none or nothing is left of it. */
export function cleanValue(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const clean = cleanText(value);
  return clean === '' ? undefined : clean;
}

/**
 * The texts of a map by language (labels, descriptions) in the languages wanted,
 * one for each. Where a language has none of its own, the text for many languages
 * stands for it.
 */
export function textsIn(map: unknown, wanted: readonly WantedLanguage[]): TaggedText[] {
  const many = termOf(map, MANY_LANGUAGES);
  const found = wanted.flatMap(({ codes }): TaggedText[] => {
    const code = codes.find((one) => termOf(map, one) !== undefined);
    const text = code === undefined ? many : termOf(map, code);
    if (text === undefined) return [];
    return [code === undefined ? { text } : { text, lang: languageTag(code) }];
  });
  return found.filter(
    ({ text, lang }, at) =>
      found.findIndex((other) => other.lang === lang && other.text === text) === at,
  );
}

function termOf(map: unknown, code: string): string | undefined {
  const term = member(map, code);
  return cleanValue(typeof term === 'string' ? term : member(term, 'value'));
}

/** The alternative names in the languages wanted and in none. */
export function aliasesIn(map: unknown, wanted: readonly WantedLanguage[]): TaggedText[] {
  const codes = new Set([...wanted.flatMap((one) => one.codes), MANY_LANGUAGES]);
  return [...codes].flatMap((code) => {
    const list = member(map, code);
    if (!Array.isArray(list)) return [];
    return list.flatMap((one: unknown): TaggedText[] => {
      const text = cleanValue(member(one, 'value'));
      if (text === undefined) return [];
      return [code === MANY_LANGUAGES ? { text } : { text, lang: languageTag(code) }];
    });
  });
}
