import { createContext, type RefObject } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import { type Answer, useAnswer } from '../../components/use-answer.ts';

/** What pages hear of changes of the packs. */
export interface News {
  /** How often they may have changed while this tab was open. */
  readonly count: number;
  /** Whether anything was shown yet, which could be out of date. */
  readonly isShown: RefObject<boolean>;
}

export const NewsContext = createContext<News>({ count: 0, isShown: { current: false } });

/**
 * Asks for a page whenever its key or the packs change. What was there stays until the new
 * answer comes.
 */
export function usePageAnswer<T>(ask: () => Promise<T>, key: string | undefined): Answer<T> {
  const { count, isShown } = useContext(NewsContext);
  const answer = useAnswer(ask, key === undefined ? undefined : `${count} ${key}`);
  const hasCome = answer.value !== undefined;
  useEffect(() => {
    if (hasCome) isShown.current = true;
  }, [hasCome, isShown]);
  return answer;
}
