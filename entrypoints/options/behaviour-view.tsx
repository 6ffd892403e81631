import { Choices } from '../../components/choices.tsx';
import { Switch } from '../../components/switch.tsx';
import { useWords } from '../../components/use-words.ts';
import { DWELL_MS, MODIFIERS } from '../../facts/settings.ts';
import type { SettingsViewProps } from './settings-props.ts';

/** Waits to choose from, in milliseconds, around the usual one. */
const DWELLS = [100, DWELL_MS, 600, 1_000] as const;

/** What opens a card. */
export function BehaviourView({ settings, set }: SettingsViewProps) {
  const t = useWords();
  const { dwell = DWELL_MS, modifier = 'none', touch = true } = settings;
  const seconds = new Intl.NumberFormat(t.tag, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
  });
  return (
    <>
      <Choices
        legend={t('options.behaviour.dwell')}
        value={dwell}
        inRow
        options={DWELLS.map((ms) => ({ value: ms, label: seconds.format(ms / 1_000) }))}
        onChange={(ms) => set({ dwell: ms === DWELL_MS ? null : ms })}
      />
      <Choices
        legend={t('options.behaviour.modifier')}
        hint={t('options.behaviour.modifierHint')}
        value={modifier}
        inRow
        options={MODIFIERS.map((key) => ({ value: key, label: t(`options.behaviour.${key}`) }))}
        onChange={(key) => set({ modifier: key === 'none' ? null : key })}
      />
      <div class="setting">
        <Switch
          label={t('options.behaviour.touch')}
          on={touch}
          onChange={(on) => set({ touch: on ? null : false })}
        />
        <p class="hint">{t('options.behaviour.touchHint')}</p>
      </div>
    </>
  );
}
