import { render } from 'preact';
import '../../assets/tokens.css';
import '../../components/card.css';
import '../../components/forms.css';
import '../../components/pages.css';
import { App } from './app.tsx';
import { browserBackend, tabPage } from './browser-backend.ts';
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
const root = document.getElementById('app');
if (root) {
  render(
    <App
      backend={browserBackend(page)}
      entity={params.get('entity') ?? undefined}
      date={/^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined}
    />,
    root,
  );
}
