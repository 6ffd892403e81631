import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Answer, useAnswer } from '../../components/use-answer.ts';

/** Counts how often the packs have changed while this tab was open. */
export const NewsContext = createContext(0);

/**
 * Asks for a page whenever its key or the packs change. What was there stays until the new
 * answer comes.
 */
export function usePageAnswer<T>(ask: () => Promise<T>, key: string | undefined): Answer<T> {
  const news = useContext(NewsContext);
  return useAnswer(ask, key === undefined ? undefined : `${news} ${key}`);
}
