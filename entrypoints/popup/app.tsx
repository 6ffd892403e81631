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
  const words = useWords();
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
      <h1 class="unseen">{words('app.name')}</h1>
      <Problem
        what={words('problem.notShown')}
        kept={words('card.unavailableKept')}
        reason={error instanceof Error ? error.message : String(error)}
        onRetry={again}
      />
    </main>
  );
}

function Views({ backend, entity, date }: AppProps) {
  const words = useWords();
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
      <h1 class="unseen">{words('app.name')}</h1>
      <SearchBox {...box} onChoose={open} focusOnOpen={entity === undefined} />
      {status.value?.problem !== undefined && (
        <Problem
          what={words('problem.packNotInstalled')}
          kept={words('problem.otherPacksKept')}
          reason={status.value.problem}
        />
      )}
      {asked !== '' && search.problem !== undefined && (
        <Problem
          what={words('card.unavailable')}
          kept={words('problem.packsAndSettingsKept')}
          reason={search.problem}
          onRetry={search.retry}
        />
      )}
      {asked === '' &&
        (stored.problem !== undefined ? (
          <Problem
            what={words('card.unavailable')}
            kept={words('problem.highlightsKept')}
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
          what={words('problem.notSaved')}
          kept={words('problem.asBefore')}
          reason={failed}
        />
      )}
      <p class="to-reference">
        <a class="quiet act" href="reference.html" target="_blank" rel="noopener">
          {words('reference.title')}
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
