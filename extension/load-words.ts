import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type Locale, localeFor, tagFor } from '../words/locales.ts';
import { type Messages, type Words, wordsOf } from '../words/words.ts';

/** A locale's file in the extension, as the i18n module of WXT writes it for browsers. */
const MessagesFileSchema = v.record(v.string(), v.object({ message: v.string() }));

/** All that the interface says in one language. */
export interface Language {
  readonly locale: Locale;
  /** BCP 47, with the reader's region where the browser names it. */
  readonly tag: string;
  /** Those that the language lacks are English. */
  readonly messages: Messages;
}

/**
 * What the interface says. `browser.i18n` knows the browser's language only; the reader may have
 * chosen another one, so the same files are read.
 *
 * @param chosen - the reader's choice; undefined for the browser's language
 */
export async function loadLanguage(chosen: Locale | undefined): Promise<Language> {
  const browsers = browser.i18n.getUILanguage();
  const locale = chosen ?? localeFor([browsers]);
  const [messages, english] = await Promise.all([
    readMessages(locale),
    locale === 'en' ? {} : readMessages('en'),
  ]);
  return { locale, tag: tagFor(locale, browsers), messages: { ...english, ...messages } };
}

/** The same as words. */
export async function loadWords(chosen: Locale | undefined): Promise<Words> {
  return wordsIn(await loadLanguage(chosen));
}

export function wordsIn({ locale, tag, messages }: Language): Words {
  return wordsOf(locale, messages, {}, tag);
}

async function readMessages(locale: Locale): Promise<Messages> {
  const url = new URL(`_locales/${locale}/messages.json`, browser.runtime.getURL('/'));
  const file = v.parse(MessagesFileSchema, await (await fetch(url)).json());
  return Object.fromEntries(Object.entries(file).map(([key, { message }]) => [key, message]));
}
