import { useState } from 'preact/hooks';
import { Choices } from '../../components/choices.tsx';
import { ChoiceField, TextField } from '../../components/fields.tsx';
import { Switch } from '../../components/switch.tsx';
import { useWords } from '../../components/use-words.ts';
import { PLACES } from '../../facts/settings.ts';
import { hostIn } from '../../facts/sites.ts';
import { ListField } from './list-field.tsx';
import { languageName, PAGE_LANGUAGES } from './reading-languages.ts';
import type { SettingsViewProps } from './settings-props.ts';

/** Where names are highlighted: kinds of pages, sites, languages. */
export function SitesView({ settings, set }: SettingsViewProps) {
  const t = useWords();
  const { where = 'articles', sites = [], sitesOff, languagesOff = [] } = settings;
  return (
    <>
      <div class="setting">
        <Switch
          label={t('options.sites.highlighting')}
          on={settings.highlighting}
          onChange={(highlighting) => set({ highlighting })}
        />
      </div>
      <Choices
        legend={t('options.sites.where')}
        value={where}
        options={PLACES.map((place) => ({ value: place, ...placeWords(place) }))}
        onChange={(place) => set({ where: place === 'articles' ? null : place })}
      />
      <ListField
        title={t('options.sites.mine')}
        hint={t('options.sites.mineHint')}
        none={t('options.sites.mineNone')}
        items={sites.map(asItem)}
        onChange={(next) => set({ sites: [...next] })}
      >
        {(add) => <SiteForm label={t('options.sites.addMine')} onAdd={add} />}
      </ListField>
      <ListField
        title={t('options.sites.off')}
        hint={t('options.sites.offHint')}
        none={t('options.sites.offNone')}
        items={sitesOff.map(asItem)}
        onChange={(next) => set({ sitesOff: [...next] })}
      >
        {(add) => <SiteForm label={t('options.sites.addOff')} onAdd={add} />}
      </ListField>
      <ListField
        title={t('options.sites.languagesOff')}
        hint={t('options.sites.languagesOffHint')}
        none={t('options.sites.languagesOffNone')}
        items={languagesOff.map((tag) => ({ id: tag, name: languageName(tag, t.tag) }))}
        onChange={(next) => set({ languagesOff: [...next] })}
      >
        {(add) => (
          <ChoiceField
            label={t('options.sites.addLanguage')}
            value=""
            options={[
              { value: '', label: t('options.choose') },
              ...PAGE_LANGUAGES.filter((tag) => !languagesOff.includes(tag)).map((tag) => ({
                value: tag,
                label: languageName(tag, t.tag),
              })),
            ]}
            onChange={(tag) => tag !== '' && add(tag)}
          />
        )}
      </ListField>
    </>
  );

  function placeWords(place: (typeof PLACES)[number]) {
    switch (place) {
      case 'articles':
        return { label: t('options.sites.articles'), hint: t('options.sites.articlesHint') };
      case 'every-page':
        return { label: t('options.sites.everyPage'), hint: t('options.sites.everyPageHint') };
      case 'my-sites':
        return { label: t('options.sites.onlyMine'), hint: t('options.sites.onlyMineHint') };
    }
  }
}

const asItem = (host: string) => ({ id: host, name: host });

function SiteForm({ label, onAdd }: { label: string; onAdd: (host: string) => void }) {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  return (
    <form
      class="ask"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const host = hostIn(typed);
        if (host === undefined) {
          setWrong(t('options.sites.noSite'));
          return;
        }
        setTyped('');
        onAdd(host);
      }}
    >
      <TextField
        label={label}
        address
        value={typed}
        wrong={wrong}
        onInput={(text) => {
          setTyped(text);
          setWrong(undefined);
        }}
      />
      <button type="submit" class="press">
        {t('options.add')}
      </button>
    </form>
  );
}
