import { render } from 'preact';
import '../../assets/tokens.css';
import '../../components/card.css';
import '../../components/pages.css';
import '../../components/forms.css';
import { App } from './app.tsx';
import { browserBackend } from './browser-backend.ts';
import './options.css';

const root = document.getElementById('app');
if (root) render(<App backend={browserBackend()} />, root);
