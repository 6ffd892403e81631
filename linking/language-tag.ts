/**
 * Whether a language tag is of a language: "de" and "de-AT" are of "de". Made for hot code, where
 * splitting the tag would cost a string.
 *
 * @param tag - BCP 47
 * @param language - its first part, in lower case
 */
export function isLanguage(tag: string, language: string): boolean {
  const { length } = language;
  if (tag.length < length) return false;
  for (let at = 0; at < length; at++) {
    if ((tag.charCodeAt(at) | LOWER) !== language.charCodeAt(at)) return false;
  }
  return tag.length === length || tag.charCodeAt(length) === DASH;
}

/** The bit in which a small ASCII letter differs from its capital. */
const LOWER = 0x20;
const DASH = 0x2d;
