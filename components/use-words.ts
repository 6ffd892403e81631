import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../words/words.ts';

/** The interface's words, put around each page's views and each card. */
export const WordsContext = createContext<Words | undefined>(undefined);

/** @throws Error where no words stand around the view: it could say nothing */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('no words stand around this view');
  return words;
}
