import { useWords } from '../../components/use-words.ts';
import {
  BASE_ROUTES,
  isSettingsRoute,
  linkTo,
  ROUTE_WORDS,
  type Route,
  SETTINGS_ROUTES,
} from './routes.ts';

/** The page's sections in two groups, with the one that is shown marked. */
export function Navigation({ route }: { route: Route }) {
  const t = useWords();
  const groups = [
    [t('options.base'), BASE_ROUTES],
    [t('options.title'), SETTINGS_ROUTES],
  ] as const;
  return (
    <nav aria-label={t('options.sections')}>
      {groups.map(([title, routes]) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <div key={title} class="nav-group" role="group" aria-label={title}>
          <span class="nav-title" aria-hidden="true">
            {title}
          </span>
          {routes.map((each) => (
            <a key={each} href={linkTo(each)} aria-current={each === route ? 'page' : undefined}>
              {isSettingsRoute(each) ? t(`options.${each}.title`) : t(ROUTE_WORDS[each])}
            </a>
          ))}
        </div>
      ))}
    </nav>
  );
}
