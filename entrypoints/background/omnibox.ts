import { type Browser, browser } from 'wxt/browser';
import { loadWords } from '../../extension/load-words.ts';
import { openedBase } from './fact-base.ts';
import { lookUp } from './search-handlers.ts';
import { descriptionOf, placeOf, suggestionOf } from './suggestion.ts';

/** Suggestions: Firefox shows six, Chromium some more. */
const SUGGESTIONS = 6;

/** Looks up what is typed behind the keyword in the address bar. Call it before anything is awaited. */
export function suggestInAddressBar(): void {
  let newest = '';
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    newest = text;
    suggestions(text).then(
      ({ first, others }) => {
        if (newest !== text) return;
        browser.omnibox.setDefaultSuggestion({ description: first });
        suggest(others);
      },
      (error: unknown) => {
        console.error('Backgrounder: nothing could be suggested.', error);
      },
    );
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    void openReference(placeOf(text), disposition);
  });
}

async function suggestions(text: string) {
  const { settings } = await openedBase();
  const [words, { rows }] = await Promise.all([
    loadWords(settings.locale),
    lookUp({ query: text, limit: SUGGESTIONS }),
  ]);
  const isXml = !import.meta.env.FIREFOX;
  const describe = (name: string, line: string) => words('search.suggestion', name, line);
  return {
    first: descriptionOf(words('search.freeText', text), isXml),
    others: rows.map((row) => suggestionOf(row, describe, isXml)),
  };
}

/**
 * Opens the reference.
 *
 * @param place - within it: "#/entity/Q22686"
 */
export async function openReference(
  place: string,
  disposition: `${Browser.omnibox.OnInputEnteredDisposition}` = 'newForegroundTab',
): Promise<void> {
  const url = new URL(`reference.html${place}`, browser.runtime.getURL('/')).href;
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
