import type { Entity } from './pack-format.ts';
import type { NameUse } from './vocabulary.ts';

/** The names of an entity in one language. */
export interface NamesInLanguage {
  /** BCP 47; "" for names of no language in particular. */
  readonly lang: string;
  /** The language's name in the reader's language, where the browser knows it. */
  readonly language?: string | undefined;
  readonly names: readonly { readonly text: string; readonly use?: NameUse | undefined }[];
}

/**
 * All names of an entity by language: the reader's languages first, then those with names
 * by the languages' names; full names before short ones in each.
 *
 * @param languages - the reader's, best first
 */
export function allNames({ names }: Entity, languages: readonly string[]): NamesInLanguage[] {
  const byLanguage = new Map<string, Map<string, { text: string; use?: NameUse }>>();
  for (const { text, lang = '', use } of names) {
    const some = byLanguage.get(lang) ?? new Map();
    byLanguage.set(lang, some);
    const key = `${use ?? ''} ${text}`;
    if (!some.has(key)) some.set(key, { text, ...(use && { use }) });
  }
  const [reader = 'en'] = languages;
  const words = new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' });
  const rank = (lang: string) => {
    const at = languages.findIndex((one) => primary(one) === primary(lang));
    return at < 0 ? languages.length : at;
  };
  return [...byLanguage]
    .map(([lang, some]) => ({
      lang,
      language: lang === '' ? undefined : words.of(lang),
      names: [...some.values()].sort(
        (a, b) => Number(a.use !== undefined) - Number(b.use !== undefined),
      ),
    }))
    .sort(
      (a, b) =>
        Number(a.lang === '') - Number(b.lang === '') ||
        rank(a.lang) - rank(b.lang) ||
        (a.language ?? a.lang).localeCompare(b.language ?? b.lang, reader),
    );
}

function primary(language: string): string {
  return language.split('-', 1)[0] ?? '';
}
