import type { ReferenceBackend } from './backend.ts';
import { CompareView } from './compare-view.tsx';
import { ConnectPage } from './connect-page.tsx';
import { EntityView } from './entity-view.tsx';
import { FactsView } from './facts-view.tsx';
import { HomeView } from './home-view.tsx';
import { KindView } from './kind-view.tsx';
import { NotFound } from './not-found.tsx';
import { PackView } from './pack-view.tsx';
import { PredicateView } from './predicate-view.tsx';
import type { Route } from './routes.ts';
import { SearchView } from './search-view.tsx';
import { SourceView } from './source-view.tsx';
import { SourcesView } from './sources-view.tsx';

export interface ViewProps {
  backend: ReferenceBackend;
  route: Route;
  /** Puts another address in the place of this one, without leaving the page. */
  replace: (route: Route) => void;
}

/** The page that an address leads to. */
export function View({ backend, route, replace }: ViewProps) {
  switch (route.page) {
    case 'home':
      return <HomeView backend={backend} />;
    case 'entity': {
      const { entity, day } = route;
      return (
        <EntityView
          backend={backend}
          entity={entity}
          day={day}
          onDay={(next) => replace({ page: 'entity', entity, day: next })}
        />
      );
    }
    case 'facts':
      return <FactsView backend={backend} {...route} />;
    case 'kind':
      return <KindView backend={backend} {...route} />;
    case 'source':
      return <SourceView backend={backend} {...route} />;
    case 'pack':
      return <PackView backend={backend} {...route} />;
    case 'sources':
      return <SourcesView backend={backend} {...route} />;
    case 'predicate':
      return <PredicateView backend={backend} {...route} />;
    case 'search':
      return <SearchView backend={backend} {...route} />;
    case 'compare':
      return <CompareView backend={backend} {...route} />;
    case 'connect':
      return (
        <ConnectPage
          backend={backend}
          a={route.a}
          b={route.b}
          onChoose={(ends) => replace({ page: 'connect', ...ends })}
        />
      );
    case 'unknown':
      return <NotFound backend={backend} said={route.said} isAddress />;
  }
}
