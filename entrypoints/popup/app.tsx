import { useCallback, useErrorBoundary, useState } from 'preact/hooks';
import { type Cite, Citing } from '../../components/citing.ts';
import { Problem } from '../../components/problem.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
import type { Backend } from '../../extension/backend.ts';
import { EntityView } from '../../extension/entity-view.tsx';
import { usePage } from '../../extension/use-page.ts';
import { useSearch } from '../../extension/use-search.ts';
import type { Overrule, Settings } from '../../facts/settings.ts';
import { HiddenList } from './hidden-list.tsx';
import { PageView } from './page-view.tsx';
import { SitePages } from './site-pages.tsx';
import { Switches } from './switches.tsx';

export interface AppProps {
  backend: Backend;
  /** The entity to open with, for the view in a tab of its own. */
  entity?: string | undefined;
  /** The day to show it for, when no page gives one. */
  date?: string | undefined;
}

/** The popup: look a name up, see what this page is about, switch it on and off. */
export function App(props: AppProps) {
  // Without a boundary a view that throws is rendered again and again.
  const [error, again] = useErrorBoundary();
  const cite = useCallback<Cite>(
    async (source, as) => (await props.backend.ask('citation', { source, as })).text,
    [props.backend],
  );
  if (error === undefined) {
    return (
      <Citing.Provider value={cite}>
        <Views {...props} />
      </Citing.Provider>
    );
  }
  return (
    <main class="bgr popup">
      <h1 class="unseen">Backgrounder</h1>
      <Problem
        what="This could not be shown."
        kept="Your packs and settings are kept, and the page is as it was."
        reason={error instanceof Error ? error.message : String(error)}
        onRetry={again}
      />
    </main>
  );
}

function Views({ backend, entity, date }: AppProps) {
  const t = useWords();
  const [trail, setTrail] = useState<readonly string[]>(entity === undefined ? [] : [entity]);
  const [changed, setChanged] = useState<Settings>();
  const [failed, setFailed] = useState<string>();
  const pageState = usePage(backend.page);

  const stored = useAnswer(() => backend.ask('settings', {}), 'settings');
  const settings = changed ?? stored.value;
  const status = useAnswer(() => backend.ask('status', {}), 'status');

  const page = pageState.state === 'here' ? pageState.page : undefined;
  const { box, asked, chosen, ...search } = useSearch(backend, {
    page: page && [...page.mentions.keys()],
    date: page?.date?.iso ?? date,
  });
  const open = useCallback(
    (id: string) => {
      chosen(id);
      setTrail((before) => [...before, id]);
    },
    [chosen],
  );
  const change = useCallback(async (asking: Promise<Settings>): Promise<boolean> => {
    try {
      setChanged(await asking);
      setFailed(undefined);
      return true;
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
      return false;
    }
  }, []);
  const overrule = useCallback(
    (what: Overrule, undo: boolean) => change(backend.ask('overrule', { ...what, undo })),
    [backend, change],
  );

  const shownEntity = trail.at(-1);
  return (
    <main class="bgr popup">
      <h1 class="unseen">Backgrounder</h1>
      <SearchBox {...box} onChoose={open} focusOnOpen={entity === undefined} />
      {status.value?.problem !== undefined && (
        <Problem
          what="A pack could not be installed."
          kept="Your other packs and settings are kept. A later version of the extension may mend it."
          reason={status.value.problem}
        />
      )}
      {asked !== '' && search.problem !== undefined && (
        <Problem
          what="The fact base did not answer."
          kept="Your packs and settings are kept."
          reason={search.problem}
          onRetry={search.retry}
        />
      )}
      {asked === '' &&
        (stored.problem !== undefined ? (
          <Problem
            what="The fact base did not answer."
            kept="Your packs and settings are kept, and the page keeps its highlights."
            reason={stored.problem}
            onRetry={stored.retry}
          />
        ) : shownEntity !== undefined ? (
          <EntityView
            key={trail.length}
            backend={backend}
            entity={shownEntity}
            date={page?.date?.iso ?? date}
            page={page}
            onOpenEntity={open}
            onBack={
              trail.length > 1 || entity === undefined
                ? () => setTrail((before) => before.slice(0, -1))
                : undefined
            }
            onOverrule={overrule}
          />
        ) : (
          <>
            <PageView backend={backend} pageState={pageState} onOpenEntity={open} />
            {settings && (
              <HiddenList backend={backend} settings={settings} page={page} onOverrule={overrule} />
            )}
            {settings && page && page.host !== '' && (
              <SitePages
                settings={settings}
                host={page.host}
                onChoose={(rule, only) =>
                  change(
                    backend.ask('siteRule', {
                      host: page.host,
                      rule,
                      ...(only !== undefined && { only }),
                    }),
                  )
                }
              />
            )}
          </>
        ))}
      {failed !== undefined && (
        <Problem
          what="That was not saved."
          kept="Everything is as it was before. Press it again in a moment."
          reason={failed}
        />
      )}
      <p class="to-reference">
        <a class="quiet act" href="reference.html" target="_blank" rel="noopener">
          {t('reference.title')}
        </a>
      </p>
      {settings && (
        <Switches
          settings={settings}
          host={page?.host ?? ''}
          onSwitch={(on, host) =>
            change(backend.ask('highlighting', host === undefined ? { on } : { on, host }))
          }
        />
      )}
    </main>
  );
}
