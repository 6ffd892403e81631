import { Problem } from '../../components/problem.tsx';
import { size } from '../../components/quantities.ts';
import type { Answer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
import type { InstalledPack, PackKeeper } from './backend.ts';
import { PackRow } from './pack-row.tsx';
import { linkTo } from './routes.ts';
import { Section } from './section.tsx';
import type { Importing } from './use-import.ts';

export interface PacksViewProps {
  backend: PackKeeper;
  packs: Answer<readonly InstalledPack[]>;
  importing: Importing;
  /** Told in words what has changed. */
  onChanged: (words: string) => void;
}

/** What is installed. */
export function PacksView({ backend, packs, importing, onChanged }: PacksViewProps) {
  const words = useWords();
  const list = packs.value;
  return (
    <Section
      title={words('packs.title')}
      lead={list && list.length > 0 ? <Total packs={list} /> : undefined}
    >
      {packs.problem !== undefined && (
        <Problem
          what={words('card.unavailable')}
          kept={words('problem.packsKept')}
          reason={packs.problem}
          onRetry={packs.retry}
        />
      )}
      {list?.length === 0 && (
        <div class="state">
          <p>{words('packs.none')}</p>
          <p class="buttons">
            <a class="press main" href={linkTo('add')}>
              {words('packs.add.title')}
            </a>
          </p>
        </div>
      )}
      {list && list.length > 0 && (
        <ul class="rows">
          {list.map((pack) => (
            <PackRow
              key={pack.id}
              backend={backend}
              pack={pack}
              importing={importing}
              onChanged={onChanged}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** How much it is in all. */
function Total({ packs }: { packs: readonly InstalledPack[] }) {
  const words = useWords();
  const sum = (of: (pack: InstalledPack) => number) =>
    packs.reduce((total, pack) => total + of(pack), 0);
  const bytes = sum(({ bytes, previousVersion }) => bytes + (previousVersion?.bytes ?? 0));
  return words(
    'packs.total',
    words.count('packs.count.packs', packs.length),
    words.count(
      'packs.count.entities',
      sum(({ entities }) => entities),
    ),
    words.count(
      'packs.count.facts',
      sum(({ facts }) => facts),
    ),
    size(bytes, words.tag),
  );
}
