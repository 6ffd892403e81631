import type { RefObject } from 'preact';
import { useCallback, useEffect, useErrorBoundary, useRef, useState } from 'preact/hooks';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useKeptFocus } from '../../components/use-focus.ts';
import { useWords } from '../../components/use-words.ts';
import { AddView } from './add-view.tsx';
import type { Backend } from './backend.ts';
import { BackupView } from './backup-view.tsx';
import { DraftView } from './draft-view.tsx';
import { ImportView } from './import-view.tsx';
import { LookUpView } from './look-up-view.tsx';
import { Navigation } from './navigation.tsx';
import { OwnView } from './own-view.tsx';
import { PacksView } from './packs-view.tsx';
import { isSettingsRoute, useRoute } from './routes.ts';
import { SettingsView } from './settings-view.tsx';
import { useBackup } from './use-backup.ts';
import { useFileDrop } from './use-file-drop.ts';
import { type Importing, useImport } from './use-import.ts';
import { filesInWords } from './words.ts';

export interface AppProps {
  backend: Backend;
}

/** The options page: the reader's packs, own entries, backups and settings. */
export function App(props: AppProps) {
  // Without a boundary a view that throws is rendered again and again.
  const words = useWords();
  const [error, again] = useErrorBoundary();
  if (error === undefined) return <Page {...props} />;
  return (
    <main class="bgr options">
      <h1 class="masthead">{words('app.name')}</h1>
      <Problem
        what={words('problem.notShown')}
        kept={words('problem.allKept')}
        reason={error instanceof Error ? error.message : String(error)}
        onRetry={again}
      />
    </main>
  );
}

function Page({ backend }: AppProps) {
  const words = useWords();
  const { route, draft } = useRoute();
  const [said, setSaid] = useState('');
  const packs = useAnswer(() => backend.packs(), 'packs');
  const own = useAnswer(() => backend.own(), 'own');
  const importing = useImport(backend, packs.retry);
  const again = useCallback(() => {
    packs.retry();
    own.retry();
  }, [packs.retry, own.retry]);
  const backup = useBackup(backend, again);
  const over = useFileDrop((files) => {
    importing.start({ files }, filesInWords(files, words));
  });
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  useEffect(() => {
    document.title = words('packs.pageTitle');
  }, [words]);
  useSectionFocus(main, route);
  useReturn(again);
  useEffect(() => backend.onChanged(again), [backend, again]);

  const changed = useCallback(
    (what: string) => {
      setSaid(what);
      packs.retry();
    },
    [packs.retry],
  );
  const ownChanged = useCallback(
    (what: string) => {
      setSaid(what);
      own.retry();
    },
    [own.retry],
  );

  return (
    <main ref={main} class="bgr options">
      <header>
        <h1 class="masthead">{words('app.name')}</h1>
        <Navigation route={route} />
      </header>
      <ImportView importing={importing} onPacks={route === 'packs'} />
      {route === 'packs' && (
        <PacksView backend={backend} packs={packs} importing={importing} onChanged={changed} />
      )}
      {route === 'add' && (
        <AddView backend={backend} packs={packs.value ?? []} importing={importing} />
      )}
      {route === 'own' && (
        <>
          {draft !== undefined && (
            <DraftView key={draft} backend={backend} id={draft} onChanged={ownChanged} />
          )}
          <OwnView backend={backend} own={own} onChanged={ownChanged} />
          <LookUpView key={draft} backend={backend} draft={draft} onAdded={ownChanged} />
        </>
      )}
      {isSettingsRoute(route) && <SettingsView backend={backend} route={route} />}
      {route === 'backup' && <BackupView backend={backend} backup={backup} />}
      <p class="unseen" role="status">
        {said}
      </p>
      {over && <DropNotice importing={importing} />}
    </main>
  );
}

function DropNotice({ importing }: { importing: Importing }) {
  const words = useWords();
  return (
    <div class="drop" aria-hidden="true">
      <p>{importing.busy ? words('packs.add.oneAtATime') : words('packs.add.dropHere')}</p>
    </div>
  );
}

/** After a link to another section, reading goes on at its heading. */
function useSectionFocus(main: RefObject<HTMLElement | null>, route: string): void {
  const shown = useRef(route);
  useEffect(() => {
    if (shown.current === route) return;
    shown.current = route;
    scrollTo({ top: 0 });
    main.current?.querySelector<HTMLElement>('.part h2')?.focus({ preventScroll: true });
  }, [main, route]);
}

/** News may have been missed by a page that the browser had put to sleep: asks anew on the return. */
function useReturn(onReturn: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') onReturn();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [onReturn]);
}
