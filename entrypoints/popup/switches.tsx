import { Phrase } from '../../components/phrase.tsx';
import { Switch } from '../../components/switch.tsx';
import { useWords } from '../../components/use-words.ts';
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
  const words = useWords();
  const on = settings.highlighting;
  return (
    <fieldset class="switches">
      <legend class="unseen">{words('page.switches.title')}</legend>
      {host !== '' && (
        <Switch
          label={
            <Phrase
              of={on ? 'page.switches.site' : 'page.switches.siteOff'}
              values={[<bdi>{host}</bdi>]}
            />
          }
          on={on && siteRule(settings, host) !== 'never'}
          disabled={!on}
          onChange={(next) => onSwitch(next, host)}
        />
      )}
      <Switch
        label={words('page.switches.all')}
        on={on}
        onChange={(next) => onSwitch(next, undefined)}
      />
    </fieldset>
  );
}
