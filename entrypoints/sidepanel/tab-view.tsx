import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { Problem } from '../../components/problem.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useWords } from '../../components/use-words.ts';
import type { Backend, PageLink } from '../../extension/backend.ts';
import { EntityView } from '../../extension/entity-view.tsx';
import type { RecentLookUps } from '../../extension/recent-look-ups.ts';
import { usePage } from '../../extension/use-page.ts';
import { useSearch } from '../../extension/use-search.ts';
import { type Overrule, pageKey } from '../../facts/settings.ts';
import type { Ask } from '../../messages/ask.ts';
import { PageView } from './page-view.tsx';

export interface TabViewProps {
  ask: Ask;
  /** The tab's page; absent where there is no tab. */
  link: PageLink | undefined;
  /** What was looked up last; absent where it is not remembered. */
  recent?: RecentLookUps | undefined;
}

/** One tab: what is looked up, an entity opened in the panel, or the page. */
export function TabView({ ask, link, recent }: TabViewProps) {
  const words = useWords();
  const backend = useMemo<Backend>(() => ({ ask, page: link, recent }), [ask, link, recent]);
  const pageState = usePage(link);
  const page = pageState.state === 'here' ? pageState.page : undefined;
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState<string>();

  const { box, asked, chosen, ...lookup } = useSearch(backend, {
    page: page && [...page.mentions.keys()],
    date: page?.date?.iso,
  });
  const open = useCallback(
    (id: string) => {
      chosen(id);
      setTrail((before) => [...before, id]);
    },
    [chosen],
  );
  const overrule = useCallback(
    async (what: Overrule, undo: boolean) => {
      try {
        await ask('overrule', { ...what, undo });
        setFailed(undefined);
        return true;
      } catch (error) {
        setFailed(error instanceof Error ? error.message : String(error));
        return false;
      }
    },
    [ask],
  );

  // What was opened of one page is not left standing beside the next.
  const address = page && pageKey(page.url);
  useEffect(() => {
    if (address === undefined) return;
    setTrail([]);
    setFailed(undefined);
  }, [address]);

  const entity = trail.at(-1);
  return (
    <>
      <SearchBox {...box} onChoose={open} />
      {asked !== '' && lookup.problem !== undefined && (
        <Problem
          what={words('panel.noAnswer')}
          kept={words('panel.kept')}
          reason={lookup.problem}
          onRetry={lookup.retry}
        />
      )}
      {asked === '' && entity !== undefined && (
        <EntityView
          key={trail.length}
          backend={backend}
          entity={entity}
          date={page?.date?.iso}
          page={page}
          onOpenEntity={open}
          onBack={() => setTrail((before) => before.slice(0, -1))}
          onOverrule={overrule}
        />
      )}
      {/* Kept while something else is shown: the way back leads to where the reader was. */}
      <div hidden={asked !== '' || entity !== undefined}>
        <PageView
          backend={backend}
          pageState={pageState}
          onOpenEntity={open}
          onSearch={box.onQuery}
        />
      </div>
      {failed !== undefined && (
        <Problem
          what={words('panel.notSaved')}
          kept={words('panel.notSavedKept')}
          reason={failed}
        />
      )}
    </>
  );
}
