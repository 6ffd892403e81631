import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { EntityRow as Row } from '../facts/card.ts';
import type { Words } from '../words/words.ts';
import { EntityRow } from './entity-row.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './use-words.ts';

export interface SearchBoxProps {
  /** What is searched, in words: "Look up a person, organisation or place". */
  label: string;
  query: string;
  /** The answer to `query`; absent while it is on its way and none came before. */
  rows: readonly Row[] | undefined;
  /** The rows still belong to an earlier query. */
  busy: boolean;
  onQuery: (query: string) => void;
  onChoose: (entity: string) => void;
  /** Takes the focus when it appears. */
  focusOnOpen?: boolean | undefined;
}

/**
 * Search as you type: a combobox with a list after the ARIA Authoring Practices.
 * The focus stays in the field; arrow keys move the active option, Enter opens
 * it, Escape clears.
 */
export function SearchBox(props: SearchBoxProps) {
  const { label, query, rows = [], busy, onQuery, onChoose, focusOnOpen = false } = props;
  const id = useId();
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const entered = useRef(false);
  const open = query.trim() !== '' && rows.length > 0;
  const current = open ? Math.min(active, rows.length - 1) : -1;

  useEffect(() => {
    if (focusOnOpen) field.current?.focus();
  }, [focusOnOpen]);
  // Enter outran the answer: the best match is opened when it comes.
  useEffect(() => {
    const best = rows[0];
    if (!entered.current || busy || !best) return;
    entered.current = false;
    onChoose(best.id);
  }, [busy, rows, onChoose]);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  /** Each query starts at its best match, and an Enter meant the query before. */
  function ask(next: string) {
    setActive(0);
    entered.current = false;
    onQuery(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Keys pressed while a word is being composed belong to the input method.
    if (event.isComposing) return;
    const row = rows[current];
    if (event.key === 'ArrowDown' && open) setActive((current + 1) % rows.length);
    else if (event.key === 'ArrowUp' && open) setActive((current - 1 + rows.length) % rows.length);
    else if (event.key === 'Enter' && busy) entered.current = true;
    else if (event.key === 'Enter' && row) onChoose(row.id);
    else if (event.key === 'Escape' && query !== '') ask('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

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
          aria-activedescendant={open ? `${id}-${current}` : undefined}
          autocomplete="off"
          spellcheck={false}
          // An empty one has the page's direction, as its placeholder does.
          dir={query === '' ? undefined : 'auto'}
          placeholder={label}
          value={query}
          onInput={(event) => ask(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={words('search.results')}
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
      <p
        class={query.trim() !== '' && !busy && rows.length === 0 ? 'search-none' : 'unseen'}
        role="status"
      >
        {announcement(query, props.rows, busy, words)}
      </p>
    </search>
  );
}

function announcement(
  query: string,
  rows: readonly Row[] | undefined,
  busy: boolean,
  words: Words,
): string {
  if (query.trim() === '' || busy || !rows) return '';
  if (rows.length === 0) return words('search.nothing', query.trim());
  return words.count('search.found', rows.length);
}
