import { Problem } from '../../components/problem.tsx';
import { useWords } from '../../components/use-words.ts';
import { AppearanceView } from './appearance-view.tsx';
import type { Preferences } from './backend.ts';
import { BehaviourView } from './behaviour-view.tsx';
import { HistoryView } from './history-view.tsx';
import { LanguagesView } from './languages-view.tsx';
import type { SettingsRoute } from './routes.ts';
import { Section } from './section.tsx';
import { ShortcutsView } from './shortcuts-view.tsx';
import { SitesView } from './sites-view.tsx';
import { usePreferences } from './use-preferences.ts';

const VIEWS = {
  sites: SitesView,
  appearance: AppearanceView,
  behaviour: BehaviourView,
  languages: LanguagesView,
  history: HistoryView,
  shortcuts: ShortcutsView,
} satisfies Record<SettingsRoute, unknown>;

export interface SettingsProps {
  backend: Preferences;
  route: SettingsRoute;
}

/** One section of the settings: each change takes effect at once, and it is said that it is saved. */
export function SettingsView({ backend, route }: SettingsProps) {
  const t = useWords();
  const { settings, stored, saves, problem, set } = usePreferences(backend);
  const View = VIEWS[route];
  return (
    <Section title={t(`options.${route}.title`)} lead={t(`options.${route}.lead`)}>
      {stored.problem !== undefined && (
        <Problem
          what={t('options.unread.what')}
          kept={t('options.unread.kept')}
          reason={stored.problem}
          onRetry={stored.retry}
        />
      )}
      {problem !== undefined && (
        <Problem
          what={t('options.unsaved.what')}
          kept={t('options.unsaved.kept')}
          reason={problem}
        />
      )}
      {settings && <View key={route} backend={backend} settings={settings} set={set} />}
      <p class="saved" role="status">
        {saves > 0 && problem === undefined && <span key={saves}>{t('options.saved')}</span>}
      </p>
    </Section>
  );
}
