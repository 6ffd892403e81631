import '../../assets/tokens.css';
import '../../components/card.css';
import '../../components/forms.css';
import '../../components/pages.css';
import { followActiveTab } from '../../extension/active-tab.ts';
import { askWorker } from '../../extension/ask-worker.ts';
import { storedLookUps } from '../../extension/recent-look-ups.ts';
import { startPage } from '../../extension/start-page.tsx';
import { tabPage } from '../../extension/tab-page.ts';
import { App, type Follow } from './app.tsx';
import './sidepanel.css';

/*
 * Beside a page it follows the tab in front; `tab` names one to speak of instead, for the
 * panel in a tab of its own.
 */
const given = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);

const follow: Follow = (listener) => {
  const show = (id: number | undefined) =>
    listener({ key: String(id), link: id === undefined ? undefined : tabPage(id, true) });
  if (Number.isNaN(given)) return followActiveTab(show);
  show(given);
  return () => {};
};

void startPage(<App ask={askWorker} follow={follow} recent={storedLookUps} />);
