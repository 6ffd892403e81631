import { ChoiceField } from '../../components/fields.tsx';
import { useWords } from '../../components/use-words.ts';
import { LOCALE_NAMES, LOCALES, type Locale, localeFor, tagOf } from '../../words/locales.ts';
import { LanguageOrder } from './language-order.tsx';
import type { SettingsViewProps } from './settings-props.ts';

/** The language of the interface, and those of names in order. */
export function LanguagesView({ backend, settings, set }: SettingsViewProps) {
  const t = useWords();
  const { locale, languages = [] } = settings;
  const browsers = LOCALE_NAMES[localeFor([backend.browserLanguage])];
  const usual = locale === undefined ? backend.browserLanguage : tagOf(locale);
  return (
    <>
      <div class="setting">
        <ChoiceField<Locale | ''>
          label={t('options.languages.locale')}
          value={locale ?? ''}
          options={[
            { value: '', label: t('options.languages.browsers', browsers) },
            ...LOCALES.map((each) => ({ value: each, label: LOCALE_NAMES[each] })),
          ]}
          onChange={(each) => set({ locale: each === '' ? null : each })}
        />
      </div>
      <LanguageOrder
        languages={languages.length > 0 ? languages : [usual]}
        onChange={(next) => set({ languages: [...next] })}
      />
    </>
  );
}
