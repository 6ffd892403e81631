import { useEffect, useRef, useState } from 'preact/hooks';
import { Phrase } from '../../components/phrase.tsx';
import { Problem } from '../../components/problem.tsx';
import { useWords } from '../../components/use-words.ts';
import type { Key } from '../../words/words.ts';
import type { OwnPage, OwnPageOptions } from './own-page.ts';
import { sampleFor } from './sample.ts';

/** The keys, as the browser names them, by which the reader reaches what they are for; "" where none is set. */
export interface Shortcuts {
  readonly next: string;
  readonly panel: string;
}

export interface AppProps {
  isFirefox: boolean;
  shortcuts: Shortcuts;
  /** Reads this page, once it stands. */
  read: (options: Pick<OwnPageOptions, 'onLinked' | 'words'>) => OwnPage;
  openPanel: () => Promise<void>;
}

const DOES = ['welcome.underlines', 'welcome.sourced', 'welcome.offline'] as const;
const NEVER = ['welcome.noSending', 'welcome.noChange', 'welcome.noTouch'] as const;

/** The first run: what this is, what it leaves alone, and a paragraph to try it on. */
export function App({ isFirefox, shortcuts, read, openPanel }: AppProps) {
  const words = useWords();
  const [failed, setFailed] = useState<string>();
  return (
    <main class="bgr welcome">
      <header>
        <h1>{words('welcome.title')}</h1>
        <p class="lead">{words('welcome.lead')}</p>
      </header>
      <TryIt read={read} shortcut={shortcuts.next} />
      <div class="columns">
        <List title="welcome.does" lines={DOES} />
        <List title="welcome.never" lines={NEVER} />
        <section aria-labelledby="pin-title">
          <h2 id="pin-title">{words('welcome.pin')}</h2>
          <p>{words(isFirefox ? 'welcome.pinFirefox' : 'welcome.pinChromium')}</p>
          <p>
            {shortcuts.panel === '' ? (
              words('welcome.panelNoKey')
            ) : (
              <Phrase of="welcome.panel" values={[<kbd key="panel">{shortcuts.panel}</kbd>]} />
            )}
          </p>
          <button
            type="button"
            class="press"
            onClick={() =>
              openPanel().then(
                () => setFailed(undefined),
                (error: unknown) =>
                  setFailed(error instanceof Error ? error.message : String(error)),
              )
            }
          >
            {words('welcome.openPanel')}
          </button>
          {failed !== undefined && (
            <Problem
              what={words('panel.notOpened')}
              kept={words('panel.notOpenedKept')}
              reason={failed}
            />
          )}
        </section>
      </div>
      <footer>
        <span class="aside">{words('welcome.next')}</span>
        <a href="/options.html#/settings">{words('welcome.settings')}</a>
        <a href="/options.html#/packs">{words('welcome.packs')}</a>
      </footer>
    </main>
  );
}

interface TryItProps extends Pick<AppProps, 'read'> {
  /** The key that goes to the next name. */
  shortcut: string;
}

/** A paragraph whose names are linked and whose cards open as on any page of news. */
function TryIt({ read, shortcut }: TryItProps) {
  const words = useWords();
  const sample = sampleFor(words.locale);
  const page = useRef<OwnPage>(undefined);
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const reading = read({ onLinked: setProblem, words });
    page.current = reading;
    return () => reading.end();
  }, [read, words, attempt]);
  return (
    <section class="try" aria-labelledby="try-title">
      <h2 id="try-title">{words('welcome.try')}</h2>
      <p class="sample" lang={sample.lang} dir={sample.direction}>
        {sample.text}
      </p>
      <p class="aside">{words('welcome.tryHow')}</p>
      {shortcut !== '' && (
        <p class="aside">
          <Phrase of="welcome.tryKeys" values={[<kbd key="next">{shortcut}</kbd>]} />
        </p>
      )}
      <button type="button" class="press" onClick={() => page.current?.openNext()}>
        {words('welcome.tryNext')}
      </button>
      {problem !== undefined && (
        <Problem
          what={words('welcome.tryFailed')}
          kept={words('welcome.tryKept')}
          reason={problem}
          onRetry={() => {
            setProblem(undefined);
            setAttempt((count) => count + 1);
          }}
        />
      )}
    </section>
  );
}

function List({
  title,
  lines,
}: {
  title: 'welcome.does' | 'welcome.never';
  lines: readonly Key[];
}) {
  const words = useWords();
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{words(title)}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{words(line)}</li>
        ))}
      </ul>
    </section>
  );
}
