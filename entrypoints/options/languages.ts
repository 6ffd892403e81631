/** Languages as a reader writes them in one line: "en, fa de". */
export type ReadLanguages =
  | { readonly languages: readonly string[] }
  /** The piece that is no language tag. */
  | { readonly wrong: string };

/** Reads tags of BCP 47, parted by commas or spaces; each once, in their canonical form. */
export function readLanguages(text: string): ReadLanguages {
  const languages = new Set<string>();
  for (const piece of text.split(/[\s,;،؛、]+/u).filter((each) => each !== '')) {
    const tag = canonical(piece);
    if (tag === undefined) return { wrong: piece };
    languages.add(tag);
  }
  return { languages: [...languages] };
}

/**
 * The reader's languages and English, without their regions: names are written so.
 *
 * @param wanted - as the browser was told them, where anything may be written
 */
export function preferredLanguages(wanted = navigator.languages): string[] {
  const languages = [...wanted, 'en'].map(canonical).filter((tag) => tag !== undefined);
  return [...new Set(languages.map((tag) => new Intl.Locale(tag).language))];
}

/** The country where most who read a language live, or the one that its tag names: "IR" for "fa". */
export function regionOf(tag: string): string | undefined {
  const known = canonical(tag);
  return known === undefined ? undefined : new Intl.Locale(known).maximize().region;
}

/** Their names for reading, "English, Persian". @param reader - the language they are named in, BCP 47 */
export function languageNames(languages: readonly string[], reader: string): string {
  const names = new Intl.DisplayNames([reader], { type: 'language' });
  const list = new Intl.ListFormat(reader, { type: 'unit' });
  return list.format(languages.map((tag) => names.of(tag) ?? tag));
}

function canonical(tag: string): string | undefined {
  try {
    // Without extensions such as calendars, which say nothing of a name's language.
    return new Intl.Locale(tag).baseName;
  } catch {
    return undefined;
  }
}
