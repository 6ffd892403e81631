import { useState } from 'preact/hooks';
import { IconButton } from '../../components/icon-button.tsx';
import { KindMark } from '../../components/kind-mark.tsx';
import { LocalText } from '../../components/local-text.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
import type { Ask } from '../../messages/ask.ts';

export interface ConnectEndProps {
  /** "From" or "To". */
  label: string;
  ask: Ask;
  entity: string | undefined;
  onChoose: (entity: string | undefined) => void;
}

const MOST_ROWS = 8;

/** One of the two things that are connected: chosen with a search box, and shown once it is. */
export function ConnectEnd({ label, ask, entity, onChoose }: ConnectEndProps) {
  const t = useWords();
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const { value, busy } = useAnswer(
    () => ask('lookup', { query, limit: MOST_ROWS }),
    wanted === '' ? undefined : wanted,
  );
  const { value: shown } = useAnswer(
    () => ask('card', { entity: entity ?? '', page: [], facts: 0 }),
    entity,
  );
  if (entity === undefined) {
    return (
      <div class="connect-end">
        <SearchBox
          label={label}
          query={query}
          rows={value?.rows}
          busy={busy}
          onQuery={setQuery}
          onChoose={(id) => {
            setQuery('');
            onChoose(id);
          }}
        />
      </div>
    );
  }
  const card = shown?.card;
  return (
    <div class="connect-end chosen">
      <span class="aside">{label}</span>{' '}
      {card && (
        <>
          <b>
            <LocalText value={card.name} />
          </b>{' '}
          <KindMark kind={card.kind} />
        </>
      )}
      <IconButton
        icon="close"
        name={t('connect.clear', card?.name.text ?? '')}
        onPress={() => onChoose(undefined)}
      />
    </div>
  );
}
