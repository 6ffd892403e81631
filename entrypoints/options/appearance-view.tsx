import { Checks } from '../../components/checks.tsx';
import { Choices } from '../../components/choices.tsx';
import { KindMark } from '../../components/kind-mark.tsx';
import { useWords } from '../../components/use-words.ts';
import { DENSITIES, STYLES, TEXT_SIZES, THEMES } from '../../facts/settings.ts';
import { KINDS } from '../../facts/vocabulary.ts';
import type { SettingsViewProps } from './settings-props.ts';

/** How names look on pages, and how cards and our own pages do. */
export function AppearanceView({ settings, set }: SettingsViewProps) {
  const t = useWords();
  const { style = 'underline', density = 'every', kindsOff = [] } = settings;
  const { theme = 'system', textSize = 'normal' } = settings;
  const shown = new Set(KINDS.filter((kind) => !kindsOff.includes(kind)));
  return (
    <>
      <Choices
        legend={t('options.appearance.style')}
        value={style}
        options={STYLES.map((each) => ({
          value: each,
          label: (
            <>
              {t(`options.appearance.${each}`)}{' '}
              <span class={`sample sample-${each}`} aria-hidden="true">
                {t('options.appearance.sample')}
              </span>
            </>
          ),
        }))}
        onChange={(each) => set({ style: each === 'underline' ? null : each })}
      />
      <Choices
        legend={t('options.appearance.density')}
        hint={t('options.appearance.densityHint')}
        value={density}
        options={DENSITIES.map((each) => ({
          value: each,
          label: t(`options.appearance.${each}`),
        }))}
        onChange={(each) => set({ density: each === 'every' ? null : each })}
      />
      <Checks
        legend={t('options.appearance.kinds')}
        hint={t('options.appearance.kindsHint')}
        values={shown}
        options={KINDS.map((kind) => ({ value: kind, label: <KindMark kind={kind} /> }))}
        onChange={(kind, checked) =>
          set({
            kindsOff: KINDS.filter((each) => (each === kind ? !checked : kindsOff.includes(each))),
          })
        }
      />
      <Choices
        legend={t('options.appearance.theme')}
        hint={t('options.appearance.themeHint')}
        value={theme}
        inRow
        options={THEMES.map((each) => ({ value: each, label: t(`options.appearance.${each}`) }))}
        onChange={(each) => set({ theme: each === 'system' ? null : each })}
      />
      <Choices
        legend={t('options.appearance.textSize')}
        hint={t('options.appearance.themeHint')}
        value={textSize}
        inRow
        options={TEXT_SIZES.map((each) => ({
          value: each,
          label: t(`options.appearance.${each}`),
        }))}
        onChange={(each) => set({ textSize: each === 'normal' ? null : each })}
      />
    </>
  );
}
