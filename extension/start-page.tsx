import { type ComponentChild, Fragment, render } from 'preact';
import { WordsContext } from '../components/use-words.ts';
import { onSettingsChanged } from '../messages/settings-news.ts';
import { askWorker } from './ask-worker.ts';
import { loadWords } from './load-words.ts';
import { applyLook, keepLook, type Look, lastLook, lookIn } from './look.ts';

export interface PageOptions {
  /**
   * Keeps what the page shows when the languages of names change. Otherwise it begins anew
   * then, as what it has been told by the worker is in other languages.
   */
  readonly keeps?: boolean;
}

/** Shows a page of the extension in the reader's language, theme and text size, and follows them. */
export async function startPage(
  view: ComponentChild,
  { keeps = false }: PageOptions = {},
): Promise<void> {
  let shown = lastLook();
  await show(view, shown, keeps);
  const follow = async () => {
    const look = lookIn(await askWorker('settings', {}));
    if (JSON.stringify(look) === JSON.stringify(shown)) return;
    shown = look;
    keepLook(look);
    await show(view, look, keeps);
  };
  const tryToFollow = () => {
    follow().catch((error: unknown) => {
      console.warn('Backgrounder: the settings are not known; the page stays as it is.', error);
    });
  };
  onSettingsChanged(tryToFollow);
  tryToFollow();
}

async function show(view: ComponentChild, look: Look, keeps: boolean): Promise<void> {
  const { documentElement: html } = document;
  applyLook(html, look);
  const words = await loadWords(look.locale);
  html.lang = words.tag;
  html.dir = words.direction;
  const root = document.getElementById('app');
  if (!root) return;
  const key = keeps ? '' : JSON.stringify([look.locale, look.languages]);
  render(
    <WordsContext.Provider value={words}>
      <Fragment key={key}>{view}</Fragment>
    </WordsContext.Provider>,
    root,
  );
}
