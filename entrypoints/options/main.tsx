import { startPage } from '../../extension/start-page.tsx';
import '../../assets/tokens.css';
import '../../components/card.css';
import '../../components/pages.css';
import '../../components/forms.css';
import { App } from './app.tsx';
import { browserBackend } from './browser-backend.ts';
import './options.css';

// What is being set stays as it is while names come in other languages.
void startPage(<App backend={browserBackend()} />, { keeps: true });
