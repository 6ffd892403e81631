import '../../assets/tokens.css';
import '../../components/card.css';
import '../../components/forms.css';
import '../../components/pages.css';
import { askWorker } from '../../extension/ask-worker.ts';
import { panelOpener } from '../../extension/open-panel.ts';
import { storedLookUps } from '../../extension/recent-look-ups.ts';
import { startPage } from '../../extension/start-page.tsx';
import { tabPage } from '../../extension/tab-page.ts';
import { App } from './app.tsx';
import './popup.css';

/*
 * As the toolbar's popup the page has no parameters. In a tab of its own it has
 * `entity` and perhaps `date`; `tab` names a tab to speak of.
 */
const params = new URLSearchParams(location.search);
const tab = Number.parseInt(params.get('tab') ?? '', 10);
const date = params.get('date') ?? '';
const inTab = params.size > 0;
document.documentElement.classList.toggle('in-tab', inTab);

const page = Number.isNaN(tab) ? (inTab ? undefined : tabPage()) : tabPage(tab);
void startPage(
  <App
    backend={{
      ask: askWorker,
      page,
      recent: storedLookUps,
      openPanel: inTab ? undefined : panelOpener(),
    }}
    entity={params.get('entity') ?? undefined}
    date={/^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined}
  />,
);
