import { useWords } from '../../components/use-words.ts';
import type { ReferenceBackend } from './backend.ts';
import { LookUp } from './look-up.tsx';
import { hashOf, type Route } from './routes.ts';

export interface HeaderProps {
  backend: ReferenceBackend;
  route: Route;
  /** The search begins anew with each visit. */
  visit: string;
}

/** Pages that have a search of their own in their text. */
const SEARCHING: ReadonlySet<Route['page']> = new Set([
  'home',
  'unknown',
  'search',
  'compare',
  'connect',
]);

/** The site's head: its name, its pages, its search. */
export function Header({ backend, route, visit }: HeaderProps) {
  const t = useWords();
  return (
    <header class="site">
      {/* A link would put "#content" in the place of the page's address. */}
      <button
        type="button"
        class="skip"
        onClick={() => document.getElementById('content')?.focus()}
      >
        {t('reference.skip')}
      </button>
      <div class="site-line">
        <a class="masthead" href={hashOf({ page: 'home' })}>
          {t('app.name')}
        </a>
        <nav aria-label={t('reference.pages')}>
          <a
            href={hashOf({ page: 'home' })}
            aria-current={route.page === 'home' ? 'page' : undefined}
          >
            {t('reference.home')}
          </a>
          <a
            href={hashOf({ page: 'compare', a: '', b: '' })}
            aria-current={route.page === 'compare' ? 'page' : undefined}
          >
            {t('reference.compare')}
          </a>
          <a
            href={hashOf({ page: 'connect', a: '', b: '' })}
            aria-current={route.page === 'connect' ? 'page' : undefined}
          >
            {t('reference.connect')}
          </a>
          <a href="options.html">{t('reference.packsPage')}</a>
        </nav>
      </div>
      {!SEARCHING.has(route.page) && (
        <LookUp key={visit} backend={backend} label={t('reference.lookUp')} />
      )}
    </header>
  );
}
