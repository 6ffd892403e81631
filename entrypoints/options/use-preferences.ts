import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Answer, useAnswer } from '../../components/use-answer.ts';
import { type Settings, type SettingsPatch, withPatch } from '../../facts/settings.ts';
import type { Preferences } from './backend.ts';

export interface Preferring {
  /** The settings as they are, with what was just changed. */
  readonly settings: Settings | undefined;
  readonly stored: Answer<Settings>;
  /** How often something was saved since the page was opened. */
  readonly saves: number;
  /** Why the last change was not saved, in words. */
  readonly problem: string | undefined;
  readonly set: (patch: SettingsPatch) => void;
}

/** The settings, and changes of them: shown at once, and taken back when they cannot be saved. */
export function usePreferences(backend: Preferences): Preferring {
  const stored = useAnswer(() => backend.settings(), 'settings');
  const [changed, setChanged] = useState<Settings>();
  const [saves, setSaves] = useState(0);
  const [problem, setProblem] = useState<string>();
  const settings = changed ?? stored.value;
  /** Changes under way: the answer to all but the last shows the settings before that. */
  const turn = useRef(0);
  const newest = useRef(settings);
  newest.current = settings;

  const { retry } = stored;
  useEffect(
    () =>
      backend.onSettingsChanged(() => {
        retry();
      }),
    [backend, retry],
  );
  useEffect(() => {
    // Told anew: what was shown meanwhile is in it.
    if (stored.value) setChanged(undefined);
  }, [stored.value]);

  const set = useCallback(
    (patch: SettingsPatch) => {
      const before = newest.current;
      if (!before) return;
      turn.current += 1;
      const mine = turn.current;
      newest.current = withPatch(before, patch);
      setChanged(newest.current);
      setProblem(undefined);
      backend.changeSettings(patch).then(
        (now) => {
          setSaves((count) => count + 1);
          if (turn.current === mine) setChanged(now);
        },
        (error: unknown) => {
          setProblem(error instanceof Error ? error.message : String(error));
          setChanged(undefined);
          retry();
        },
      );
    },
    [backend, retry],
  );
  return { settings, stored, saves, problem, set };
}
