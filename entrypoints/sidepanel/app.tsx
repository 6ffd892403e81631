import { useCallback, useEffect, useErrorBoundary, useState } from 'preact/hooks';
import { type Cite, Citing } from '../../components/citing.ts';
import { Problem } from '../../components/problem.tsx';
import { useWords } from '../../components/use-words.ts';
import type { PageLink } from '../../extension/backend.ts';
import type { RecentLookUps } from '../../extension/recent-look-ups.ts';
import type { Ask } from '../../messages/ask.ts';
import { TabView } from './tab-view.tsx';

/** The tab that the panel speaks of. */
export interface ShownTab {
  /** Another one for another tab. */
  readonly key: string;
  readonly link: PageLink | undefined;
}

/** Tells which tab is to be shown, at once or soon and whenever that changes; gives what ends it. */
export type Follow = (listener: (tab: ShownTab) => void) => () => void;

export interface AppProps {
  ask: Ask;
  follow: Follow;
  /** What was looked up last; absent where it is not remembered. */
  recent?: RecentLookUps | undefined;
}

/** The side panel: who's who on the page in front, while it is read. */
export function App({ ask, follow, recent }: AppProps) {
  const words = useWords();
  // Without a boundary a view that throws is rendered again and again.
  const [error, again] = useErrorBoundary();
  const [tab, setTab] = useState<ShownTab>();
  useEffect(
    () => follow((next) => setTab((before) => (before?.key === next.key ? before : next))),
    [follow],
  );
  const cite = useCallback<Cite>(
    async (source, as) => (await ask('citation', { source, as })).text,
    [ask],
  );
  return (
    <Citing.Provider value={cite}>
      <main class="bgr panel">
        <h1 class="unseen">{words('panel.title')}</h1>
        {error === undefined ? (
          tab && <TabView key={tab.key} ask={ask} link={tab.link} recent={recent} />
        ) : (
          <Problem
            what={words('panel.broken')}
            kept={words('panel.kept')}
            reason={error instanceof Error ? error.message : String(error)}
            onRetry={again}
          />
        )}
      </main>
    </Citing.Provider>
  );
}
