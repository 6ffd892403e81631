import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useWords } from '../../components/use-words.ts';

interface Item {
  readonly id: string;
  readonly name: string;
}

export interface ListFieldProps {
  title: string;
  hint: string;
  /** Said of an empty list. */
  none: string;
  items: readonly Item[];
  /** Given the ids that are to be in the list. */
  onChange: (ids: readonly string[]) => void;
  /** The field that adds to it. */
  children: (add: (id: string) => void) => ComponentChildren;
}

/** A list that grows by a field and shrinks by presses, the last of which can be undone. */
export function ListField({ title, hint, none, items, onChange, children }: ListFieldProps) {
  const t = useWords();
  const id = useId();
  /** The list before the last removal. */
  const [removed, setRemoved] = useState<{ item: Item; before: readonly string[] }>();
  const undo = useRef<HTMLButtonElement>(null);
  const ids = items.map((item) => item.id);

  useEffect(() => {
    // The button that was pressed is gone with its row.
    if (removed) undo.current?.focus();
  }, [removed]);

  const add = (fresh: string) => {
    setRemoved(undefined);
    if (!ids.includes(fresh)) onChange([...ids, fresh]);
  };

  return (
    <section class="setting" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {title}
      </h3>
      <p class="hint">{hint}</p>
      {items.length === 0 ? (
        <p class="aside list-none">{none}</p>
      ) : (
        <ul class="list">
          {items.map((item) => (
            <li key={item.id}>
              <bdi>{item.name}</bdi>
              <button
                type="button"
                class="quiet"
                aria-label={t('options.removeOne', item.name)}
                onClick={() => {
                  setRemoved({ item, before: ids });
                  onChange(ids.filter((other) => other !== item.id));
                }}
              >
                {t('options.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="undo" role="status">
        {removed && (
          <>
            <span>{t('options.removed', isolated(removed.item.name))}</span>{' '}
            <button
              ref={undo}
              type="button"
              class="quiet act"
              onClick={() => {
                setRemoved(undefined);
                onChange(removed.before);
              }}
            >
              {t('options.undo')}
            </button>
          </>
        )}
      </p>
      {children(add)}
    </section>
  );
}

/** A name within a sentence, whatever the direction of either. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
