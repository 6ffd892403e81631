import '../../assets/tokens.css';
import '../../components/card.css';
import '../../components/forms.css';
import '../../components/pages.css';
import { askWorker } from '../../extension/ask-worker.ts';
import { startPage } from '../../extension/start-page.tsx';
import { onPacksChanged } from '../../store/pack-news.ts';
import { App } from './app.tsx';
import './reference.css';

// A page comes back to where it was left when its content is there again, which is not at once.
history.scrollRestoration = 'manual';

void startPage(<App backend={{ ask: askWorker, onChanged: onPacksChanged }} />);
