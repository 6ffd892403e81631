import { tagOf } from '../words/locales.ts';
import type { Settings } from './settings.ts';

/**
 * The languages in which names, summaries and dates are shown, BCP 47, best first, each once:
 * those that the reader has put in order, else the interface's; English after them.
 *
 * @param browserLanguage - of the browser's interface
 */
export function readerLanguages(
  { languages = [], locale }: Pick<Settings, 'languages' | 'locale'>,
  browserLanguage: string,
): string[] {
  const first =
    languages.length > 0 ? languages : [locale === undefined ? browserLanguage : tagOf(locale)];
  return [...new Set([...first, 'en'])];
}
