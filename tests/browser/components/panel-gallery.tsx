/** The gallery's page of the side panel and the first run: `gallery.show(name)`. */
import { type ComponentChild, render } from 'preact';
import tokens from '../../../assets/tokens.css?inline';
import { ENGLISH } from '../../../cli/english.ts';
import cardStyles from '../../../components/card.css?inline';
import formStyles from '../../../components/forms.css?inline';
import pageStyles from '../../../components/pages.css?inline';
import { WordsContext } from '../../../components/use-words.ts';
import { App } from '../../../entrypoints/sidepanel/app.tsx';
import panelStyles from '../../../entrypoints/sidepanel/sidepanel.css?inline';
import { App as Welcome } from '../../../entrypoints/welcome/app.tsx';
import welcomeStyles from '../../../entrypoints/welcome/welcome.css?inline';
import english from '../../../locales/en.json' with { type: 'json' };
import { messagesOf, type Words, wordsOf } from '../../../words/words.ts';
import { type PanelOptions, panelBackend } from './panel-backend.ts';
import { ROWS } from './sample-context.ts';

const calls: string[] = [];
let words: Words = ENGLISH;
const ids = ROWS.map(({ id }) => id);

const NOTES = [
  {
    id: 'n1',
    text: 'Who else was in the room?',
    changed: '2026-11-20T09:30:00.000Z',
    here: true,
  },
  {
    id: 'n2',
    text: 'الاجتماع نفاه المتحدث',
    changed: '2026-11-18T09:30:00.000Z',
    here: false,
    about: { id: ids[0] ?? '', name: { text: 'Elon Musk', lang: 'en' } },
  },
];

const UNKNOWN = {
  hasCapitals: true,
  names: [
    'Fatima Haddad',
    'Ivo Marlow',
    'Иван Петров',
    'Ana Bo',
    'Cy Dee',
    'Eve Fox',
    'Guy Ham',
  ].map((text, at) => ({ text, times: 8 - at })),
};

const PANELS: Record<string, PanelOptions> = {
  panel: { report: { inView: ids.slice(1, 3) }, notes: NOTES, unknown: UNKNOWN },
  'panel-nothing-in-view': { report: { inView: [] }, unknown: { names: [], hasCapitals: false } },
  'panel-not-read': { report: { reading: false, decision: 'no-article', entities: [] } },
  'panel-off': { report: { reading: false, decision: 'switched-off', entities: [] } },
  'panel-no-names': { report: { entities: [], date: undefined } },
  'panel-browser-page': { page: 'unreachable' },
  'panel-store-page': { page: 'unreachable', url: 'https://chromewebstore.google.com/' },
  'panel-worker-gone': { failing: true },
  'panel-broken': { broken: true },
  'panel-alone': { page: 'none' },
  'panel-stuck': { report: { inView: ids.slice(0, 1) }, stuck: true, unkept: true },
};

const WELCOME: Record<string, () => ComponentChild> = {
  welcome: () => welcome('Alt+Shift+N', 'Alt+Shift+W'),
  'welcome-no-keys': () => welcome('', ''),
  'welcome-failed': () => welcome('', '', '"link" was not answered'),
};

function welcome(next: string, panel: string, problem?: string) {
  return (
    <Welcome
      isFirefox={false}
      shortcuts={{ next, panel }}
      read={({ onLinked }) => {
        calls.push('read');
        onLinked(problem);
        return { openNext: () => calls.push('next'), end: () => calls.push('end') };
      }}
      openPanel={async () => {
        throw new Error('there is none here');
      }}
    />
  );
}

function place(name: string): void {
  calls.length = 0;
  const old = document.getElementById('stage');
  if (old) {
    render(null, old);
    old.remove();
  }
  const stage = document.createElement('div');
  stage.id = 'stage';
  document.body.append(stage);
  const style = document.getElementById('style');
  const panel = PANELS[name];
  const view = panel ? <App {...panelBackend(panel, calls)} /> : WELCOME[name]?.();
  if (!view) throw new Error(`The gallery has no case "${name}".`);
  const own = panel ? formStyles + panelStyles : welcomeStyles;
  if (style) style.textContent = tokens + cardStyles + pageStyles + own;
  render(<WordsContext.Provider value={words}>{view}</WordsContext.Provider>, stage);
}

/** Waits until the text has stayed the same for some frames. */
async function settled(): Promise<void> {
  const frame = () => new Promise<unknown>((done) => requestAnimationFrame(done));
  let before: string | null;
  do {
    before = document.body.textContent;
    // Effects follow one another: tab, page, worker, each a frame after the one before.
    for (let frames = 0; frames < 4; frames++) await frame();
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  } while (before !== document.body.textContent);
}

globalThis.gallery = {
  async show(name) {
    place(name);
    await settled();
  },
  speak(locale, messages) {
    words = wordsOf(locale, messages, messagesOf(english));
    document.documentElement.lang = words.tag;
    document.documentElement.dir = words.direction;
  },
  root: () => undefined,
  settled,
  citing: 'works',
  calls,
  names: [...Object.keys(PANELS), ...Object.keys(WELCOME)],
};
