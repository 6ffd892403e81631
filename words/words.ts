import type english from '../locales/en.json';
import { directionOfLocale, type Locale, tagOf } from './locales.ts';

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** Keys of locales/en.json, as paths: "card.close". */
export type Key = Leaves<typeof english>;

/** Keys of what is counted: those that have a form for `other` numbers. */
export type CountKey = Key extends infer K
  ? K extends `${infer Stem}.other`
    ? Stem
    : never
  : never;

/** Every message by its key, with `_` where a path has dots, as browsers want them. */
export type Messages = Readonly<Record<string, string>>;

/** The interface's words in one language. */
export interface Words {
  /** A message with `$1`, `$2` … replaced. */
  (key: Key, ...values: readonly string[]): string;
  /**
   * The form of a message that goes with a number, which becomes `$1`: forms are named as by
   * Unicode's plural rules (`one`, `few`, `many`, `other` …), and a language has those it needs.
   */
  count(key: CountKey, number: number, ...values: readonly string[]): string;
  /** A message cut at its `$1`, `$2` …: texts at even places, numbers of values (from 0) at odd ones. */
  pieces(key: Key): readonly (string | number)[];
  /** Several things in one phrase: "a, b and c". */
  list(items: readonly string[]): string;
  readonly locale: Locale;
  /** BCP 47, for `lang` and `Intl`. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
}

const SLOT = /\$([1-9])/u;

/**
 * The words of a language out of its messages.
 *
 * @param fallback - English ones, for a key that the language lacks
 * @param tag - BCP 47, of the locale's language; with a region for its numbers and dates
 */
export function wordsOf(
  locale: Locale,
  messages: Messages,
  fallback: Messages = {},
  tag = tagOf(locale),
): Words {
  const plurals = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  // Without the comma before "and".
  const lists = new Intl.ListFormat(locale === 'en' ? 'en-GB' : tag);
  const find = (key: string): string | undefined => {
    const name = key.replaceAll('.', '_');
    return messages[name] ?? fallback[name];
  };
  // A key that nobody wrote is better seen than a gap.
  const text = (key: string): string => find(key) ?? key;
  const fill = (message: string, values: readonly string[]) =>
    message
      .split(SLOT)
      .map((piece, at) => (at % 2 === 1 ? (values[Number(piece) - 1] ?? '') : piece))
      .join('');
  const words = (key: Key, ...values: readonly string[]) => fill(text(key), values);
  return Object.assign(words, {
    count: (key: CountKey, number: number, ...values: readonly string[]) =>
      fill(find(`${key}.${plurals.select(number)}`) ?? text(`${key}.other`), [
        numbers.format(number),
        ...values,
      ]),
    pieces: (key: Key) =>
      text(key)
        .split(SLOT)
        .map((piece, at) => (at % 2 === 1 ? Number(piece) - 1 : piece)),
    list: (items: readonly string[]) => lists.format(items),
    locale,
    tag,
    direction: directionOfLocale(locale),
  });
}

/** A locale's file as it is written, in sections, as flat messages. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** The messages of a locale's file, flat. */
export function messagesOf(tree: MessageTree, prefix = ''): Messages {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value]]
        : Object.entries(messagesOf(value, `${prefix}${key}_`)),
    ),
  );
}
