import type { EntityRow } from '../../facts/card.ts';

/** A line below the address bar. */
export interface Suggestion {
  /** What stands in the address bar when the reader moves onto it. */
  readonly content: string;
  readonly description: string;
}

/** Code units of a description: an address bar is one line. */
const MOST = 160;
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** Between name and id; no id has white space. */
const BEFORE_ID = ' · ';

/**
 * A result as a suggestion.
 *
 * @param describe - name and line as one text
 */
export function suggestionOf(
  { id, name, line }: Pick<EntityRow, 'id' | 'name' | 'line'>,
  describe: (name: string, line: string) => string,
  isXml: boolean,
): Suggestion {
  const text = line ? describe(name.text, line.text) : name.text;
  return { content: `${name.text}${BEFORE_ID}${id}`, description: descriptionOf(text, isXml) };
}

/**
 * A description as the browser wants it.
 *
 * @param isXml - Chromium reads descriptions as XML, and shows none of those that are not
 *   well-formed; Firefox shows them as they are
 */
export function descriptionOf(text: string, isXml: boolean): string {
  const line = text
    // Not even as references may XML 1.0 hold these.
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ')
    .slice(0, MOST)
    // A pair that was cut in two.
    .replace(/\p{Cs}$/u, '');
  return isXml ? line.replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? '') : line;
}

/** The place in the reference of what was entered: of the entity suggested, else of a search for the words. */
export function placeOf(entered: string): string {
  const at = entered.lastIndexOf(BEFORE_ID);
  const id = at < 0 ? '' : entered.slice(at + BEFORE_ID.length);
  return /^\S+$/u.test(id) ? entityPlace(id) : searchPlace(entered);
}

export function entityPlace(id: string): string {
  return `#/entity/${encodeURIComponent(id)}`;
}

/** @param words - a lone surrogate in them becomes U+FFFD, as it has no address */
export function searchPlace(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim().slice(0, MOST);
  return `#/search/${encodeURIComponent(line.replace(/\p{Cs}/gu, '\uFFFD'))}`;
}
