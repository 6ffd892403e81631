import { type ComponentChild, render } from 'preact';
import { WordsContext } from '../components/use-words.ts';
import { loadWords } from './load-words.ts';

/** Shows a page of the extension in the reader's language. */
export async function startPage(view: ComponentChild): Promise<void> {
  const words = await loadWords(undefined);
  const { documentElement: html } = document;
  html.lang = words.tag;
  html.dir = words.direction;
  const root = document.getElementById('app');
  if (root) render(<WordsContext.Provider value={words}>{view}</WordsContext.Provider>, root);
}
