import { SearchBox } from '../../components/search-box.tsx';
import { useWords } from '../../components/use-words.ts';
import { useSearch } from '../../extension/use-search.ts';
import type { ReferenceBackend } from './backend.ts';
import { hashOf } from './routes.ts';

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
  const { box, asked, chosen } = useSearch(backend, { initial });
  return (
    <div class="look-up">
      <SearchBox
        {...box}
        label={label}
        onChoose={(entity) => {
          chosen(entity);
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
