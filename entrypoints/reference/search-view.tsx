import { useWords } from '../../components/use-words.ts';
import type { ReferenceBackend } from './backend.ts';
import { Frame } from './frame.tsx';
import { LookUp } from './look-up.tsx';
import { RowLinks } from './row-links.tsx';
import { Trouble } from './trouble.tsx';
import { usePageAnswer } from './use-page-answer.ts';

/** As many as one look-up gives. */
const RESULTS = 100;

export interface SearchViewProps {
  backend: ReferenceBackend;
  query: string;
}

/** All that a query finds. */
export function SearchView({ backend, query }: SearchViewProps) {
  const t = useWords();
  const asked = query.trim().slice(0, 10_000);
  const answer = usePageAnswer(
    () => backend.ask('lookup', { query: asked, limit: RESULTS }),
    `search ${asked}`,
  );
  const rows = answer.value?.rows;
  return (
    <Frame
      title={t('reference.searchTitle')}
      heading={asked === '' ? t('reference.searchTitle') : t('reference.searchFor', shown(asked))}
    >
      <LookUp backend={backend} label={t('reference.lookUp')} />
      <Trouble answer={answer} />
      <p class="aside" role="status">
        {rows && (rows.length === 0 ? t('reference.noResults', shown(asked)) : found(rows.length))}
      </p>
      {rows && <RowLinks rows={rows} />}
    </Frame>
  );

  function found(count: number): string {
    return count < RESULTS
      ? t.count('reference.results', count)
      : t('reference.firstResults', new Intl.NumberFormat(t.tag).format(count));
  }
}

const LONGEST = 80;

function shown(query: string): string {
  return query.length > LONGEST ? `${query.slice(0, LONGEST)}…` : query;
}
