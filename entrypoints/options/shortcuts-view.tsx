import { useState } from 'preact/hooks';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
import type { SettingsViewProps } from './settings-props.ts';
import { useAction } from './use-action.ts';

/** The keyboard's shortcuts as the browser has them now, and the way to change them. */
export function ShortcutsView({ backend }: SettingsViewProps) {
  const t = useWords();
  const shortcuts = useAnswer(() => backend.shortcuts(), 'shortcuts');
  const changing = useAction();
  /** The browser did not let itself be asked. */
  const [byHand, setByHand] = useState(false);
  return (
    <div class="setting">
      {shortcuts.problem !== undefined && (
        <Problem
          what={t('options.shortcuts.unread')}
          kept={t('options.shortcuts.kept')}
          reason={shortcuts.problem}
          onRetry={shortcuts.retry}
        />
      )}
      <dl class="shortcuts">
        {shortcuts.value?.map(({ name, description, keys }) => (
          <div key={name}>
            <dt>{description === '' ? t('options.shortcuts.popup') : description}</dt>
            <dd>{keys === '' ? t('options.shortcuts.none') : <kbd dir="ltr">{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <p class="buttons">
        <button
          type="button"
          class="press"
          aria-disabled={changing.busy}
          onClick={() =>
            changing.run(
              () => backend.changeShortcuts(),
              (opened) => setByHand(!opened),
            )
          }
        >
          {t('options.shortcuts.change')}
        </button>
      </p>
      <p class={byHand ? 'hint' : 'unseen'} role="status">
        {byHand && t('options.shortcuts.byHand')}
      </p>
      {changing.problem !== undefined && (
        <Problem
          what={t('options.shortcuts.notOpened')}
          kept={t('options.shortcuts.byHand')}
          reason={changing.problem}
        />
      )}
    </div>
  );
}
