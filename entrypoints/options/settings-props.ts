import type { Settings, SettingsPatch } from '../../facts/settings.ts';
import type { Preferences } from './backend.ts';

/** What each view of settings is given. */
export interface SettingsViewProps {
  backend: Preferences;
  settings: Settings;
  /** Saves a change, which shows at once. */
  set: (patch: SettingsPatch) => void;
}
