/**
 * The gallery's page: shows one case at a time, `gallery.show(name)`. Cards stand
 * in a shadow root on a page whose styles try to get in, as they do in the wild.
 */
import { type ComponentChild, render } from 'preact';
import { useState } from 'preact/hooks';
import tokens from '../../../assets/tokens.css?inline';
import { ENGLISH } from '../../../cli/english.ts';
import cardStyles from '../../../components/card.css?inline';
import { Card, type CardContent, type CardProps } from '../../../components/card.tsx';
import formStyles from '../../../components/forms.css?inline';
import pageStyles from '../../../components/pages.css?inline';
import pictureStyles from '../../../components/pictures/pictures.css?inline';
import { WordsContext } from '../../../components/use-words.ts';
import { App as OptionsApp } from '../../../entrypoints/options/app.tsx';
import optionsStyles from '../../../entrypoints/options/options.css?inline';
import { App } from '../../../entrypoints/popup/app.tsx';
import popupStyles from '../../../entrypoints/popup/popup.css?inline';
import connectStyles from '../../../entrypoints/reference/connect.css?inline';
import type { Explanation } from '../../../facts/card.ts';
import english from '../../../locales/en.json' with { type: 'json' };
import type { Locale } from '../../../words/locales.ts';
import { type Messages, messagesOf, type Words, wordsOf } from '../../../words/words.ts';
import { type FakeOptions, fakeBackend } from './fake-backend.ts';
import { optionsBackend } from './options-backend.ts';
import { act, OPTIONS } from './options-cases.ts';
import { PICTURES } from './picture-cases.tsx';
import { LONG_NAME, MUSK, NAME_ONLY, PEZESHKIAN_FA, withFacts } from './sample-cards.ts';
import { ROWS } from './sample-context.ts';
import { HOSTILE_CARD } from './sample-hostile.ts';
import { DOGE_CARD, JCPOA, PRESIDENT, UNDATED } from './sample-states.ts';
import {
  CHANGED_FA,
  DISAGREEMENT,
  KHAMENEI,
  MANY_CHANGES,
  MEETING_EVENT,
} from './sample-then-now.ts';

const EXPLANATION: Explanation = {
  sentences: [
    '“\u2068Musk\u2069” is short for a full name that is on this page.',
    'Listed in \u2068United States and Iran\u2069.',
    '93% sure.',
    'Facts in your packs connect it with others on this page.',
    'A word beside it says that it is a person.',
  ],
  rivals: [
    { name: 'Kimbal Musk', share: 0.04 },
    { name: 'مای ماسک', share: 0.02 },
  ],
};

/** What the interface says in the cases that are shown. */
let words: Words = ENGLISH;

function withWords(view: ComponentChild) {
  return <WordsContext.Provider value={words}>{view}</WordsContext.Provider>;
}

/** Every callback as it was called, for tests to read. */
const calls: string[] = [];
const NAME = { text: 'Elon Musk', lang: 'en' };

function Stage({ content, ...rest }: Partial<CardProps> & { content: CardContent }) {
  const [shown, setShown] = useState(content);
  const [pinned, setPinned] = useState(false);
  const log = (what: string) => calls.push(what);
  return (
    <Card
      content={shown}
      pinned={pinned}
      onOpenEntity={(id) => {
        log(`open ${id}`);
        setShown({ state: 'ready', card: { ...NAME_ONLY, id } });
      }}
      onBack={() => log('back')}
      onPin={(next) => {
        log(`pin ${next}`);
        setPinned(next);
      }}
      onOpenDetail={() => log('detail')}
      onHide={(scope) => {
        log(`hide ${scope}`);
        setShown({ state: 'hidden', name: NAME, scope });
      }}
      onUndoHide={() => {
        log('undo');
        setShown(content);
      }}
      onShowAll={() => log('all')}
      onRetry={() => log('retry')}
      onCite={globalThis.gallery.citing === 'absent' ? undefined : cite}
      onClose={() => log('close')}
      {...rest}
    />
  );
}

async function cite(source: string, as: string): Promise<string> {
  calls.push(`cite ${source} ${as}`);
  if (globalThis.gallery.citing === 'failing') throw new Error('"citation" was not answered');
  return `${source} as ${as}`;
}

const ready = (card: typeof MUSK, explanation?: Explanation): CardContent => ({
  state: 'ready',
  card,
  explanation,
});

const CARDS: Record<string, () => ComponentChild> = {
  card: () => <Stage content={ready(MUSK, EXPLANATION)} />,
  'card-plain': () => (
    <Stage content={ready({ ...MUSK, factCount: 7 }, EXPLANATION)} onBack={undefined} />
  ),
  'card-name-only': () => <Stage content={ready(NAME_ONLY)} onBack={undefined} />,
  'card-long-name': () => <Stage content={ready(LONG_NAME)} />,
  'card-persian': () => <Stage content={ready(PEZESHKIAN_FA, EXPLANATION)} />,
  'card-50': () => <Stage content={ready(withFacts(50))} />,
  'card-500': () => <Stage content={ready(withFacts(500))} />,
  'card-ended': () => <Stage content={ready(KHAMENEI)} />,
  'card-office': () => <Stage content={ready(PRESIDENT)} />,
  'card-agreement': () => <Stage content={ready(JCPOA)} />,
  'card-event': () => <Stage content={ready(MEETING_EVENT)} />,
  'card-people': () => <Stage content={ready(DOGE_CARD)} />,
  'card-disagreement': () => <Stage content={ready(DISAGREEMENT)} />,
  'card-many-changes': () => <Stage content={ready(MANY_CHANGES)} />,
  'card-changed-persian': () => <Stage content={ready(CHANGED_FA)} />,
  'card-undated': () => <Stage content={ready(UNDATED)} />,
  'card-loading': () => <Stage content={{ state: 'loading', name: NAME }} />,
  'card-unknown': () => <Stage content={{ state: 'unknown', name: NAME }} />,
  'card-unavailable': () => (
    <Stage
      content={{ state: 'unavailable', name: NAME, reason: '"card" was not answered' }}
      onBack={undefined}
    />
  ),
  'card-hidden': () => (
    <Stage content={{ state: 'hidden', name: NAME, scope: 'site' }} onBack={undefined} />
  ),
  'card-hostile-pack': () => <Stage content={ready(HOSTILE_CARD)} />,
};

const POPUPS: Record<string, FakeOptions> = {
  popup: {},
  'popup-recent': { recent: ROWS.slice(0, 3) },
  'popup-not-read': { report: { reading: false, decision: 'no-article', entities: [] } },
  'popup-off': {
    report: { reading: false, decision: 'switched-off', entities: [] },
    settings: { highlighting: false, sitesOff: [], overrules: [] },
  },
  'popup-undated': {
    report: { date: undefined },
    context: { articleDate: undefined },
    unsaved: true,
  },
  'popup-corrected': {
    report: { date: { iso: '2024-11-15', method: 'reader', confidence: 1, reasons: [] } },
  },
  'popup-unsure': {
    report: {
      title: 'الخارجية الإيرانية تنفي لقاء إيرواني وماسك',
      date: {
        iso: '2024-11-16',
        method: 'dateline',
        confidence: 0.6,
        reasons: ['The page, where it reads “١٦ نوفمبر ٢٠٢٤”, says 2024-11-16.'],
      },
    },
  },
  'popup-no-names': { report: { entities: [], date: undefined } },
  'popup-hidden': {
    settings: {
      highlighting: true,
      sitesOff: [],
      overrules: [
        { entity: 'Q317521', scope: { on: 'site', host: 'www.nytimes.com' } },
        { entity: 'Q794', scope: { on: 'everywhere' } },
        { entity: 'Q1065', scope: { on: 'site', host: 'elsewhere.example' } },
      ],
    },
  },
  'popup-browser-page': { page: 'unreachable' },
  'popup-store-page': { page: 'unreachable', url: 'https://chromewebstore.google.com/' },
  'popup-worker-gone': { failing: true },
  'popup-broken': { broken: true },
  'popup-alone': { page: 'none' },
  'popup-slow': {
    held: new Promise((resolve) => addEventListener('gallery-release', () => resolve())),
  },
  'popup-entity': { page: 'none', entity: 'Q317521' },
  'popup-unknown': { page: 'none', entity: 'nobody' },
};

/** Styles of a page that reach for everything. */
const HOSTILE = `
  * { letter-spacing: 4px; text-transform: uppercase; line-height: 3; font-family: monospace; }
  div, p, button { color: red; background: yellow; padding: 20px; border: 3px solid red; }
  html { font-size: 30px; text-align: right; }
  #stage { all: revert; display: block; }
`;

function clear() {
  calls.length = 0;
  const old = document.getElementById('stage');
  if (old) {
    render(null, shadow?.querySelector('div') ?? old);
    old.remove();
  }
  const style = document.getElementById('style');
  if (style) style.textContent = '';
}

/** Of the case that is shown; a closed one can only be read from here, as in the wild. */
let shadow: ShadowRoot | undefined;

function place(name: string, mode: ShadowRootMode) {
  clear();
  shadow = undefined;
  const stage = document.createElement('div');
  stage.id = 'stage';
  document.body.append(stage);
  const style = document.getElementById('style');
  const popup = POPUPS[name];
  if (popup) {
    if (style) style.textContent = tokens + cardStyles + pageStyles + formStyles + popupStyles;
    document.documentElement.className = popup.page === 'none' ? 'in-tab' : '';
    const backend = fakeBackend(popup, calls);
    render(withWords(<App backend={backend} entity={popup.entity} date="2024-11-15" />), stage);
    return;
  }
  const options = OPTIONS[name];
  if (options) {
    if (style) style.textContent = tokens + cardStyles + pageStyles + formStyles + optionsStyles;
    document.documentElement.className = '';
    location.hash = `#/${options.route}`;
    render(withWords(<OptionsApp backend={optionsBackend(options, calls)} />), stage);
    return;
  }
  const picture = PICTURES[name];
  if (picture) {
    if (style)
      style.textContent = `${tokens}${cardStyles}${pageStyles}${pictureStyles}${connectStyles} body { margin: 16px; background: var(--bgr-paper) }`;
    document.documentElement.className = '';
    const shown = picture((what) => calls.push(what));
    render(
      withWords(
        <main class="bgr">
          <h1>A page with a picture</h1>
          {shown}
        </main>,
      ),
      stage,
    );
    return;
  }
  const build = CARDS[name];
  if (!build) throw new Error(`The gallery has no case "${name}".`);
  document.documentElement.className = '';
  if (style)
    style.textContent = `${HOSTILE} body { margin: 16px; color-scheme: light dark; background: light-dark(#f3f2ee, #111) }`;
  const root = stage.attachShadow({ mode });
  shadow = root;
  const own = document.createElement('style');
  own.textContent = tokens + cardStyles;
  const inner = document.createElement('div');
  root.append(own, inner);
  render(withWords(build()), inner);
}

/** Waits until the markup has stayed the same for two frames and nothing moves. */
async function settled() {
  const frame = () => new Promise<unknown>((done) => requestAnimationFrame(done));
  const root = () => shadow ?? document;
  const markup = () => (shadow ?? document.body).textContent;
  let before: string | null;
  do {
    before = markup();
    await frame();
    await frame();
    await Promise.allSettled(
      root()
        .getAnimations()
        .map(({ finished }) => finished),
    );
  } while (before !== markup());
}

declare global {
  var gallery: {
    /** Shows a case and resolves when it is at rest. */
    show(name: string, mode?: ShadowRootMode): Promise<void>;
    /** Has the cases that are shown from now on speak a language, out of its messages. */
    speak(locale: Locale, messages: Messages): void;
    /** The shadow root of the card that is shown. */
    root(): ShadowRoot | undefined;
    settled(): Promise<void>;
    /** What becomes of sources to be cited. */
    citing: 'works' | 'failing' | 'absent';
    calls: string[];
    names: string[];
  };
}
globalThis.gallery = {
  async show(name, mode = 'open') {
    place(name, mode);
    await settled();
    const options = OPTIONS[name];
    if (options) await act(options, settled);
  },
  speak(locale, messages) {
    words = wordsOf(locale, messages, messagesOf(english));
    document.documentElement.lang = words.tag;
    document.documentElement.dir = words.direction;
  },
  root: () => shadow,
  settled,
  citing: 'works',
  calls,
  names: [
    ...Object.keys(CARDS),
    ...Object.keys(POPUPS),
    ...Object.keys(OPTIONS),
    ...Object.keys(PICTURES),
  ],
};
