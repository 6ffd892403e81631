import { Problem } from '../../components/problem.tsx';
import { count, size } from '../../components/quantities.ts';
import type { Answer } from '../../components/use-answer.ts';
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
  const list = packs.value;
  return (
    <Section title="Packs" lead={list && list.length > 0 ? <Total packs={list} /> : undefined}>
      {packs.problem !== undefined && (
        <Problem
          what="The fact base did not answer."
          kept="Your packs are kept."
          reason={packs.problem}
          onRetry={packs.retry}
        />
      )}
      {list?.length === 0 && (
        <div class="state">
          <p>No pack is installed, so no name can be recognised yet.</p>
          <p class="buttons">
            <a class="press main" href={linkTo('add')}>
              Add a pack
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

function Total({ packs }: { packs: readonly InstalledPack[] }) {
  const sum = (of: (pack: InstalledPack) => number) =>
    packs.reduce((total, pack) => total + of(pack), 0);
  return (
    <>
      {count(packs.length, 'pack', 'packs')} with{' '}
      {count(
        sum(({ entities }) => entities),
        'entity',
        'entities',
      )}{' '}
      and{' '}
      {count(
        sum(({ facts }) => facts),
        'fact',
        'facts',
      )}
      , {size(sum(({ bytes, previousVersion }) => bytes + (previousVersion?.bytes ?? 0)))} on this
      machine.
    </>
  );
}
