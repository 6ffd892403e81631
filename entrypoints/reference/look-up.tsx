import { useState } from 'preact/hooks';
import { SearchBox } from '../../components/search-box.tsx';
import { useWords } from '../../components/use-words.ts';
import type { ReferenceBackend } from './backend.ts';
import { hashOf } from './routes.ts';
import { usePageAnswer } from './use-page-answer.ts';

/** Rows under the box; all others are a link away. */
const RESULTS = 8;

export interface LookUpProps {
  backend: ReferenceBackend;
  label: string;
  /** What stands in the box at first. */
  initial?: string | undefined;
  focusOnOpen?: boolean | undefined;
  /** Goes to the entity's page when left out. */
  onChoose?: ((entity: string) => void) | undefined;
}

/** Looks names up as they are typed. */
export function LookUp({ backend, label, initial = '', focusOnOpen, onChoose }: LookUpProps) {
  const t = useWords();
  const [query, setQuery] = useState(initial);
  const asked = query.trim();
  const answer = usePageAnswer(
    () => backend.ask('lookup', { query: asked.slice(0, 10_000), limit: RESULTS }),
    asked === '' ? undefined : asked,
  );
  return (
    <div class="look-up">
      <SearchBox
        label={label}
        query={query}
        rows={answer.value?.rows}
        busy={answer.busy}
        onQuery={setQuery}
        onChoose={(entity) => {
          setQuery('');
          if (onChoose) onChoose(entity);
          else location.hash = hashOf({ page: 'entity', entity });
        }}
        focusOnOpen={focusOnOpen}
      />
      {asked !== '' && !onChoose && (
        <p class="search-all">
          <a class="act" href={hashOf({ page: 'search', query: asked })}>
            {t('reference.searchAll', asked)}
          </a>
        </p>
      )}
    </div>
  );
}
