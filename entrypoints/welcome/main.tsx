import '../../assets/tokens.css';
import '../../components/card.css';
import '../../components/pages.css';
import '../../page/highlights.css';
import { browser } from 'wxt/browser';
import { askWorker } from '../../extension/ask-worker.ts';
import { panelOpener } from '../../extension/open-panel.ts';
import { startPage } from '../../extension/start-page.tsx';
import { App, type AppProps } from './app.tsx';
import { readOwnPage } from './own-page.ts';
import { SAMPLE_DAY } from './sample.ts';
import './welcome.css';

const isFirefox = import.meta.env.FIREFOX;
const PANEL = isFirefox ? '_execute_sidebar_action' : 'open-panel';

const read: AppProps['read'] = ({ onLinked, words }) =>
  readOwnPage({
    ask: askWorker,
    send: (envelope) => browser.runtime.sendMessage(envelope),
    date: SAMPLE_DAY,
    onLinked,
    words,
  });

const commands = await browser.commands.getAll();
const keyOf = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? '';

void startPage(
  <App
    isFirefox={isFirefox}
    shortcuts={{ next: keyOf('next-mention'), panel: keyOf(PANEL) }}
    read={read}
    openPanel={panelOpener()}
  />,
);
