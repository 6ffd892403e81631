import { Switch } from '../../components/switch.tsx';
import type { Settings } from '../../facts/settings.ts';
import { siteRule } from '../../facts/sites.ts';

export interface SwitchesProps {
  settings: Settings;
  /** The page's host; "" where there is no page. */
  host: string;
  onSwitch: (on: boolean, host: string | undefined) => void;
}

/** Highlighting on this site, and everywhere. */
export function Switches({ settings, host, onSwitch }: SwitchesProps) {
  const on = settings.highlighting;
  return (
    <fieldset class="switches">
      <legend class="unseen">Highlighting</legend>
      {host !== '' && (
        <Switch
          label={
            <>
              Highlight names on <bdi>{host}</bdi>
              {!on && ' (off everywhere)'}
            </>
          }
          on={on && siteRule(settings, host) !== 'never'}
          disabled={!on}
          onChange={(next) => onSwitch(next, host)}
        />
      )}
      <Switch
        label="Highlight names on all sites"
        on={on}
        onChange={(next) => onSwitch(next, undefined)}
      />
    </fieldset>
  );
}
