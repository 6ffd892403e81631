import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SearchBoxProps } from '../components/search-box.tsx';
import { useAnswer } from '../components/use-answer.ts';
import type { EntityRow } from '../facts/card.ts';
import type { Kind } from '../facts/vocabulary.ts';
import type { Backend } from './backend.ts';

/** UTF-16 code units that the operation `lookup` takes. */
const LONGEST_QUERY = 10_000;

/** Results that are asked for: more than anybody reads through. */
const RESULTS = 20;

export interface Search {
  /** What the search box needs, but for what is done with a choice. */
  readonly box: Omit<SearchBoxProps, 'onChoose'>;
  /** The query without space around it; "" when nothing is searched. */
  readonly asked: string;
  /** Why there is no answer, in words. */
  readonly problem: string | undefined;
  readonly retry: () => void;
  /** Empties the field, and remembers what was chosen. */
  readonly chosen: (entity: string) => void;
}

export interface SearchContext {
  /** The page's entities and its day, where the view has a page. */
  readonly page?: readonly string[] | undefined;
  readonly date?: string | undefined;
  /** What stands in the field at first. */
  readonly initial?: string | undefined;
}

/** A search over all packs, with the reader's filters and what was looked up last. */
export function useSearch(
  { ask, recent: stored }: Pick<Backend, 'ask' | 'recent'>,
  { page, date, initial = '' }: SearchContext,
): Search {
  const [query, setQuery] = useState(initial);
  const [kinds, setKinds] = useState<readonly Kind[]>([]);
  const [recent, setRecent] = useState<readonly EntityRow[]>([]);
  useEffect(() => {
    void stored?.read().then(setRecent);
  }, [stored]);

  const asked = query.trim();
  // A space behind the last word says that it is whole. More than a look-up takes names nothing.
  const typed = query.trimStart().slice(0, LONGEST_QUERY);
  const lookup = useAnswer(
    () =>
      ask('lookup', {
        query: typed,
        limit: RESULTS,
        kinds: [...kinds],
        page: [...(page ?? [])],
        ...(date !== undefined && { date }),
      }),
    asked === '' ? undefined : JSON.stringify([typed, kinds]),
  );
  const rows = lookup.value?.rows;
  const chosen = useCallback(
    (entity: string) => {
      const row = [...(rows ?? []), ...recent].find(({ id }) => id === entity);
      if (row) void stored?.add(row).then(setRecent);
      setQuery('');
    },
    [rows, recent, stored],
  );
  const clear = useCallback(() => {
    setRecent([]);
    void stored?.clear();
  }, [stored]);

  return {
    box: {
      query,
      rows,
      busy: lookup.busy,
      onQuery: setQuery,
      kinds,
      onKinds: setKinds,
      recent,
      onClearRecent: clear,
    },
    asked,
    problem: lookup.problem,
    retry: lookup.retry,
    chosen,
  };
}
