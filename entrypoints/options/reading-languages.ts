import { LOCALES, tagOf } from '../../words/locales.ts';

/** Languages that many news sites are written in, by their primary tags (CLDR has names for all). */
const WRITTEN =
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id is it ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms my nb ne nl pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te tg th ti tk tr uk ur uz vi xh yo zh zu'.split(
    ' ',
  );

/** Languages of pages to choose from. */
export const PAGE_LANGUAGES: readonly string[] = WRITTEN;

/** Languages of names to choose from: the interface's first. */
export const NAME_LANGUAGES: readonly string[] = [
  ...new Set([...LOCALES.map((locale) => primary(tagOf(locale))), ...WRITTEN]),
];

function primary(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}

/**
 * A language's name in the reader's language: "German".
 *
 * @param tag - BCP 47; one that is none is given back
 */
export function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
