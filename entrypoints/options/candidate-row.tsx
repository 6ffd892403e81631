import { useState } from 'preact/hooks';
import { ExternalLink } from '../../components/external-link.tsx';
import { Problem } from '../../components/problem.tsx';
import { count } from '../../components/quantities.ts';
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
          {candidate.match && <span class="figure aside">the best match</span>}
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
          {candidate.known && <span class="figure">already in your packs</span>}
          {facts !== undefined && (
            <span class="figure">added with {count(facts, 'fact', 'facts')}</span>
          )}
        </p>
        {action.problem !== undefined && (
          <Problem
            what="It was not added."
            kept="Your entries are as they were. Press Add again in a moment."
            reason={action.problem}
          />
        )}
      </div>
      <button
        type="button"
        class="press"
        aria-disabled={action.busy || facts !== undefined}
        aria-label={facts === undefined ? `Add: ${name}` : `Added: ${name}`}
        onClick={() => {
          if (facts !== undefined) return;
          action.run(
            () => backend.addCandidate(service, id),
            (added) => {
              setFacts(added.facts);
              onAdded(
                `${name} is added with ${count(added.facts, 'fact', 'facts')}, for you alone. To have it marked on pages, edit it among your own.`,
              );
            },
          );
        }}
      >
        {action.busy ? 'Adding …' : facts === undefined ? 'Add' : 'Added'}
      </button>
    </li>
  );
}
