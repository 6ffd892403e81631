import { useState } from 'preact/hooks';
import { Confirm } from '../../components/confirm.tsx';
import { Problem } from '../../components/problem.tsx';
import { Switch } from '../../components/switch.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
import type { SettingsViewProps } from './settings-props.ts';
import { useAction } from './use-action.ts';

/** Whether pages that were read are remembered, and how to forget them. */
export function HistoryView({ backend, settings, set }: SettingsViewProps) {
  const t = useWords();
  const pages = useAnswer(() => backend.pagesRemembered(), 'pages');
  const forgetting = useAction();
  const [forgotten, setForgotten] = useState(false);
  const count = pages.value ?? 0;
  return (
    <>
      <div class="setting">
        <Switch
          label={t('options.history.remember')}
          on={settings.history === true}
          onChange={(on) => set({ history: on ? true : null })}
        />
        <p class="hint">{t('options.history.what')}</p>
        <p class="hint">{t('options.history.where')}</p>
      </div>
      <section class="setting" aria-labelledby="remembered">
        <h3 id="remembered" tabIndex={-1}>
          {t('options.history.remembered')}
        </h3>
        <p role="status">
          {forgotten && count === 0
            ? t('options.history.forgotten')
            : pages.value !== undefined && t.count('options.history.pages', count)}
        </p>
        {count > 0 && (
          <p class="buttons">
            <Confirm
              label={t('options.history.forget')}
              of={t('options.history.remembered')}
              question={t('options.history.question')}
              yes={t('options.history.yes')}
              no={t('options.history.no')}
              onConfirm={() =>
                forgetting.run(
                  () => backend.forgetPages(),
                  () => {
                    setForgotten(true);
                    pages.retry();
                  },
                )
              }
            />
          </p>
        )}
        {(forgetting.problem ?? pages.problem) !== undefined && (
          <Problem
            what={t('options.history.failed')}
            kept={t('options.unsaved.kept')}
            reason={forgetting.problem ?? pages.problem}
          />
        )}
      </section>
    </>
  );
}
