import { useCallback, useEffect, useErrorBoundary, useMemo, useRef, useState } from 'preact/hooks';
import { type Cite, Citing } from '../../components/citing.ts';
import { Links } from '../../components/links.ts';
import { Problem } from '../../components/problem.tsx';
import { useWords } from '../../components/use-words.ts';
import type { ReferenceBackend } from './backend.ts';
import { Header } from './header.tsx';
import { hashOf } from './routes.ts';
import { NewsContext } from './use-page-answer.ts';
import { useVisits, VisitContext } from './use-visits.ts';
import { View } from './view.tsx';

export interface AppProps {
  backend: ReferenceBackend;
}

/** Names and sources lead to their pages. */
const LINKS = {
  entity: (entity: string) => hashOf({ page: 'entity', entity }),
  source: (source: string) => hashOf({ page: 'source', source, part: 1 }),
};

/** The reference: all that the packs know, to be looked up and browsed. */
export function App(props: AppProps) {
  const t = useWords();
  // Without a boundary a view that throws is rendered again and again.
  const [error, again] = useErrorBoundary();
  if (error === undefined) return <Site {...props} />;
  return (
    <div class="bgr reference">
      <main>
        <h1>{t('app.name')}</h1>
        <Problem
          what={t('reference.broken')}
          kept={t('reference.kept')}
          reason={error instanceof Error ? error.message : String(error)}
          onRetry={again}
        />
      </main>
    </div>
  );
}

function Site({ backend }: AppProps) {
  const t = useWords();
  const { visit, replace } = useVisits();
  const { news, isNew } = usePackNews(backend, visit.key);
  const cite = useCallback<Cite>(
    async (source, as) => (await backend.ask('citation', { source, as })).text,
    [backend],
  );
  return (
    <VisitContext.Provider value={visit}>
      <NewsContext.Provider value={news}>
        <Links.Provider value={LINKS}>
          <Citing.Provider value={cite}>
            <div class="bgr reference">
              <Header backend={backend} route={visit.route} visit={visit.key} />
              <p class="news" role="status">
                {isNew && t('reference.news')}
              </p>
              <main id="content" tabIndex={-1}>
                <View key={visit.key} backend={backend} route={visit.route} replace={replace} />
              </main>
            </div>
          </Citing.Provider>
        </Links.Provider>
      </NewsContext.Provider>
    </VisitContext.Provider>
  );
}

/**
 * Counts changes of the packs, and tells whether there was one since a page was shown. News may
 * have been missed by a page that the browser had put to sleep: on the return it asks anew.
 */
function usePackNews(backend: ReferenceBackend, visit: string) {
  const [{ count, told }, setNews] = useState({ count: 0, told: '' });
  const isShown = useRef(false);
  useEffect(
    () =>
      backend.onChanged(() =>
        setNews((before) => ({
          count: before.count + 1,
          // Packs that are installed while the first answer is awaited are no news to the reader.
          told: isShown.current ? visit : before.told,
        })),
      ),
    [backend, visit],
  );
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') {
        setNews((before) => ({ ...before, count: before.count + 1 }));
      }
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  const news = useMemo(() => ({ count, isShown }), [count]);
  return { news, isNew: told === visit };
}
