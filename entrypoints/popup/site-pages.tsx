import { ChoiceField } from '../../components/fields.tsx';
import { useWords } from '../../components/use-words.ts';
import type { Settings } from '../../facts/settings.ts';
import { siteRule } from '../../facts/sites.ts';

export interface SitePagesProps {
  settings: Settings;
  host: string;
  onChoose: (rule: 'usual' | 'always', only: boolean | undefined) => void;
}

type Choice = 'usual' | 'always' | 'only';

/** Which pages of the site are read: as everywhere, all, or all and those of no other site. */
export function SitePages({ settings, host, onChoose }: SitePagesProps) {
  const t = useWords();
  const rule = siteRule(settings, host);
  if (!settings.highlighting || rule === 'never') return null;
  const { where = 'articles' } = settings;
  const isOnly = where === 'my-sites';
  const usual = {
    articles: t('options.site.usual'),
    'every-page': t('options.site.usualEvery'),
    'my-sites': t('options.site.usualMine'),
  };
  return (
    <ChoiceField<Choice>
      label={t('options.site.pages', `\u2068${host}\u2069`)}
      value={rule === 'usual' ? 'usual' : isOnly ? 'only' : 'always'}
      options={[
        { value: 'usual', label: usual[where] },
        { value: 'always', label: t('options.site.always') },
        { value: 'only', label: t('options.site.only') },
      ]}
      onChange={(choice) => {
        if (choice === 'usual') onChoose('usual', undefined);
        else if (choice === 'only') onChoose('always', true);
        else onChoose('always', isOnly ? false : undefined);
      }}
    />
  );
}
