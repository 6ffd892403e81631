import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ChoiceField } from '../../components/fields.tsx';
import { useWords } from '../../components/use-words.ts';
import { languageName, NAME_LANGUAGES } from './reading-languages.ts';

export interface LanguageOrderProps {
  /** BCP 47, best first; at least one. */
  languages: readonly string[];
  onChange: (languages: readonly string[]) => void;
}

/** Languages in order, moved by presses: what has no name in the first is shown in the next. */
export function LanguageOrder({ languages, onChange }: LanguageOrderProps) {
  const t = useWords();
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  /** The press that keeps the focus after its row has moved. */
  const [moved, setMoved] = useState<{ readonly tag: string; readonly by: 1 | -1 }>();
  const nameOf = (tag: string) => languageName(tag, t.tag);

  useEffect(() => {
    if (!moved) return;
    const buttons = [
      ...(list.current?.querySelectorAll<HTMLButtonElement>(
        `[data-tag="${CSS.escape(moved.tag)}"] button:not(:disabled)`,
      ) ?? []),
    ];
    const same = buttons.find(({ value }) => value === String(moved.by));
    (same ?? buttons[0])?.focus();
  }, [moved, languages]);

  const move = (tag: string, by: 1 | -1) => {
    const at = languages.indexOf(tag);
    const next = languages.filter((other) => other !== tag);
    next.splice(at + by, 0, tag);
    setMoved({ tag, by });
    setSaid(t('options.languages.moved', nameOf(tag), String(at + by + 1)));
    onChange(next);
  };

  return (
    <section class="setting" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {t('options.languages.names')}
      </h3>
      <p class="hint">{t('options.languages.namesHint')}</p>
      <ol ref={list} class="list order">
        {languages.map((tag, at) => (
          <li key={tag} data-tag={tag}>
            <bdi>{nameOf(tag)}</bdi>
            <span class="row-actions">
              <button
                type="button"
                class="quiet"
                value="-1"
                disabled={at === 0}
                aria-label={t('options.languages.upOne', nameOf(tag))}
                onClick={() => move(tag, -1)}
              >
                {t('options.languages.up')}
              </button>
              <button
                type="button"
                class="quiet"
                value="1"
                disabled={at === languages.length - 1}
                aria-label={t('options.languages.downOne', nameOf(tag))}
                onClick={() => move(tag, 1)}
              >
                {t('options.languages.down')}
              </button>
              <button
                type="button"
                class="quiet"
                disabled={languages.length === 1}
                aria-label={t('options.removeOne', nameOf(tag))}
                onClick={() => {
                  setMoved(undefined);
                  onChange(languages.filter((other) => other !== tag));
                }}
              >
                {t('options.remove')}
              </button>
            </span>
          </li>
        ))}
      </ol>
      <p class="unseen" role="status">
        {said}
      </p>
      <ChoiceField
        label={t('options.languages.add')}
        value=""
        options={[
          { value: '', label: t('options.choose') },
          ...NAME_LANGUAGES.filter((tag) => !languages.includes(tag)).map((tag) => ({
            value: tag,
            label: nameOf(tag),
          })),
        ]}
        onChange={(tag) => tag !== '' && onChange([...languages, tag])}
      />
    </section>
  );
}
