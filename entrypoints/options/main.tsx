import { startPage } from '../../extension/start-page.tsx';
import '../../assets/tokens.css';
import '../../components/card.css';
import '../../components/pages.css';
import '../../components/forms.css';
import { App } from './app.tsx';
import { browserBackend } from './browser-backend.ts';
import './options.css';

void startPage(<App backend={browserBackend()} />);
