import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { EntityRow as Row } from '../facts/card.ts';
import type { Kind } from '../facts/vocabulary.ts';
import { EntityRow } from './entity-row.tsx';
import { Icon } from './icon.tsx';
import { KindFilters } from './kind-filters.tsx';
import { useWords } from './use-words.ts';

export interface SearchBoxProps {
  /** What is looked for, where that is not any name: "From". */
  label?: string | undefined;
  query: string;
  /** The answer to `query`; absent while it is on its way and none came before. */
  rows: readonly Row[] | undefined;
  /** The rows still belong to an earlier query. */
  busy: boolean;
  onQuery: (query: string) => void;
  onChoose: (entity: string) => void;
  /** Takes the focus when it appears. */
  focusOnOpen?: boolean | undefined;
  /** The kinds that are searched, all when there are none; without it there are no filters. */
  kinds?: readonly Kind[] | undefined;
  onKinds?: ((kinds: readonly Kind[]) => void) | undefined;
  /** What was looked up last, offered while the field is empty. */
  recent?: readonly Row[] | undefined;
  onClearRecent?: (() => void) | undefined;
  /** Shows what was looked up last at once, not only when the reader asks with the arrow key or a click. */
  showRecent?: boolean | undefined;
}

/**
 * Search as you type: a combobox with a list after the ARIA Authoring Practices.
 * The focus stays in the field; arrow keys, Home and End move the active option, Enter opens
 * it, Escape clears. While the field is empty the list holds what was looked up last.
 */
export function SearchBox(props: SearchBoxProps) {
  const { query, busy, onQuery, onChoose, focusOnOpen = false, kinds, onKinds } = props;
  const { recent = [], onClearRecent, showRecent = false } = props;
  const t = useWords();
  const { label = t('search.label') } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [unfolded, setUnfolded] = useState(showRecent);
  const entered = useRef(false);
  const isEmpty = query.trim() === '';
  const rows = isEmpty ? (unfolded ? recent : []) : (props.rows ?? []);
  const open = rows.length > 0;
  // Of what was looked up last none is chosen unasked.
  const current = open ? Math.min(active, rows.length - 1) : -1;

  useEffect(() => {
    if (focusOnOpen) field.current?.focus();
  }, [focusOnOpen]);
  // Enter outran the answer: the best match is opened when it comes.
  useEffect(() => {
    const best = props.rows?.[0];
    if (!entered.current || busy || isEmpty || !best) return;
    entered.current = false;
    onChoose(best.id);
  }, [busy, props.rows, isEmpty, onChoose]);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  /** Each query starts at its best match, and an Enter meant the query before. */
  function ask(next: string) {
    setActive(next.trim() === '' ? -1 : 0);
    setUnfolded(showRecent);
    entered.current = false;
    onQuery(next);
  }

  function unfold() {
    if (!isEmpty || unfolded || recent.length === 0) return;
    setActive(-1);
    setUnfolded(true);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Keys pressed while a word is being composed belong to the input method.
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = rows[current];
    const last = rows.length - 1;
    if (event.key === 'ArrowDown' && open) setActive(current >= last ? 0 : current + 1);
    else if (event.key === 'ArrowDown' && isEmpty && recent.length > 0) unfold();
    else if (event.key === 'ArrowUp' && open) setActive(current <= 0 ? last : current - 1);
    // With shift they select in the field.
    else if (event.key === 'Home' && open && !event.shiftKey) setActive(0);
    else if (event.key === 'End' && open && !event.shiftKey) setActive(last);
    else if (event.key === 'Enter' && busy && !isEmpty) entered.current = true;
    else if (event.key === 'Enter' && row) onChoose(row.id);
    else if (event.key === 'Escape' && query !== '') ask('');
    else if (event.key === 'Escape' && isEmpty && unfolded && !showRecent) setUnfolded(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const isNone = !isEmpty && !busy && props.rows?.length === 0;
  return (
    <search class="search">
      <div class="search-field">
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
          autocomplete="off"
          spellcheck={false}
          // An empty one has the page's direction, as its placeholder does.
          dir={query === '' ? undefined : 'auto'}
          placeholder={label}
          value={query}
          onInput={(event) => ask(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onClick={unfold}
        />
      </div>
      {!isEmpty && kinds && onKinds && <KindFilters kinds={kinds} onKinds={onKinds} />}
      {isEmpty && open && (
        <div class="search-recent">
          <h2>{t('search.recent')}</h2>
          {onClearRecent && (
            <button
              type="button"
              onClick={() => {
                onClearRecent();
                field.current?.focus();
              }}
            >
              {t('search.clearRecent')}
            </button>
          )}
        </div>
      )}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={isEmpty ? t('search.recent') : t('search.list')}
        aria-busy={busy}
        hidden={!open}
      >
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <div
            key={row.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(row.id)}
          >
            <EntityRow row={row} />
          </div>
        ))}
      </div>
      <p class={isNone ? 'search-none' : 'unseen'} role="status">
        {isEmpty || busy || !props.rows
          ? ''
          : props.rows.length > 0
            ? t.count('search.results', props.rows.length)
            : kinds && kinds.length > 0
              ? t('search.noneOfKind', query.trim())
              : t('search.none', query.trim())}
      </p>
    </search>
  );
}
