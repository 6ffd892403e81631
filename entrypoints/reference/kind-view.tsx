import { useWords } from '../../components/use-words.ts';
import { PART } from '../../facts/part.ts';
import type { Kind } from '../../facts/vocabulary.ts';
import type { ReferenceBackend } from './backend.ts';
import { Frame } from './frame.tsx';
import { Parts } from './parts.tsx';
import { RowLinks } from './row-links.tsx';
import { Trouble } from './trouble.tsx';
import { usePageAnswer } from './use-page-answer.ts';

export interface KindViewProps {
  backend: ReferenceBackend;
  kind: Kind;
  part: number;
}

/** The entities of a kind, the most prominent first. */
export function KindView({ backend, kind, part }: KindViewProps) {
  const t = useWords();
  const answer = usePageAnswer(
    () => backend.ask('browse', { kind, from: (part - 1) * PART.rows }),
    `${kind} ${part}`,
  );
  if (answer.problem !== undefined) return <Trouble answer={answer} />;
  const { rows, total } = answer.value ?? { rows: [], total: 0 };
  return (
    <Frame title={answer.value && t(`reference.kindTitle.${kind}`)}>
      <p class="aside">
        {total === 0
          ? t('reference.noneOfKind')
          : `${t.count('reference.entities', total)} · ${t('reference.byProminence')}`}
      </p>
      <RowLinks rows={rows} />
      <Parts
        part={part}
        more={part * PART.rows < total}
        of={Math.ceil(total / PART.rows)}
        routeTo={(next) => ({ page: 'kind', kind, part: next })}
      />
    </Frame>
  );
}
