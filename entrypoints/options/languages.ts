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

/** Their names for reading, "English, Persian". */
export function languageNames(languages: readonly string[], reader = navigator.language): string {
  const names = new Intl.DisplayNames([reader], { type: 'language' });
  return languages.map((tag) => names.of(tag) ?? tag).join(', ');
}

function canonical(tag: string): string | undefined {
  try {
    // Without extensions such as calendars, which say nothing of a name's language.
    return new Intl.Locale(tag).baseName;
  } catch {
    return undefined;
  }
}
