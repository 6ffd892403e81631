import { useState } from 'preact/hooks';
import { ExternalLink } from '../../components/external-link.tsx';
import { Problem } from '../../components/problem.tsx';
import { useWords } from '../../components/use-words.ts';
import type { Candidate, LookUp } from './backend.ts';
import { useAction } from './use-action.ts';

export interface CandidateRowProps {
  backend: LookUp;
  service: string;
  candidate: Candidate;
  onAdded: (words: string) => void;
}

/** What a service takes a name for, and the button that adds it. */
export function CandidateRow({ backend, service, candidate, onAdded }: CandidateRowProps) {
  const { id, name, description, types, url } = candidate;
  const [facts, setFacts] = useState<number>();
  const words = useWords();
  const action = useAction();
  return (
    <li class="candidate">
      <div>
        <p>
          <b>
            {url === undefined ? (
              <bdi dir="auto">{name}</bdi>
            ) : (
              <ExternalLink url={url}>
                <bdi dir="auto">{name}</bdi>
              </ExternalLink>
            )}
          </b>
          {candidate.match && <span class="figure aside">{words('own.lookUp.best')}</span>}
        </p>
        {description !== undefined && description !== '' && <p dir="auto">{description}</p>}
        <p class="figures">
          {types.map((type) => (
            <span key={type} class="figure">
              <bdi>{type}</bdi>
            </span>
          ))}
          <span class="figure">
            <bdi>{id}</bdi>
          </span>
          {candidate.known && <span class="figure">{words('own.lookUp.known')}</span>}
          {facts !== undefined && (
            <span class="figure">{words.count('own.lookUp.addedWith', facts)}</span>
          )}
        </p>
        {action.problem !== undefined && (
          <Problem
            what={words('own.lookUp.notAdded')}
            kept={words('own.lookUp.notAddedNext')}
            reason={action.problem}
          />
        )}
      </div>
      <button
        type="button"
        class="press"
        aria-disabled={action.busy || facts !== undefined}
        aria-label={words(
          'app.actOn',
          words(facts === undefined ? 'own.lookUp.add' : 'own.lookUp.added'),
          name,
        )}
        onClick={() => {
          if (facts !== undefined) return;
          action.run(
            () => backend.addCandidate(service, id),
            (added) => {
              setFacts(added.facts);
              onAdded(words.count('own.lookUp.addedSaid', added.facts, name));
            },
          );
        }}
      >
        {words(
          action.busy
            ? 'own.lookUp.adding'
            : facts === undefined
              ? 'own.lookUp.add'
              : 'own.lookUp.added',
        )}
      </button>
    </li>
  );
}
