/** Languages written from right to left, by their primary subtag. */
const RIGHT_TO_LEFT = new Set(
  'ar arc azb bal ckb dv fa he ku lrc mzn ps sd syr ug ur yi'.split(' '),
);
const RIGHT_TO_LEFT_SCRIPT = /-(?:adlm|arab|hebr|nkoo|rohg|syrc|thaa)\b/i;
const SCRIPT = /-[a-z]{4}\b/i;

/** The direction a language is written in; `auto` where the language is not known. */
export function directionOf(language: string): 'ltr' | 'rtl' | 'auto' {
  if (language === '' || /^(?:und|mul|zxx)\b/i.test(language)) return 'auto';
  if (RIGHT_TO_LEFT_SCRIPT.test(language)) return 'rtl';
  // A script of its own outranks the language: "az-Latn", "ku-Latn".
  if (SCRIPT.test(language)) return 'ltr';
  return RIGHT_TO_LEFT.has(language.split('-', 1)[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}
