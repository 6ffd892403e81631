import { useState } from 'preact/hooks';
import { Confirm } from '../../components/confirm.tsx';
import { ExternalLink } from '../../components/external-link.tsx';
import { KindMark } from '../../components/kind-mark.tsx';
import { Problem } from '../../components/problem.tsx';
import { count } from '../../components/quantities.ts';
import { useReturnFocus } from '../../components/use-focus.ts';
import type { OwnEntity, OwnEntries } from './backend.ts';
import { EntityForm } from './entity-form.tsx';
import { ProvenanceLine } from './provenance-line.tsx';
import { useAction } from './use-action.ts';

export interface OwnEntityRowProps {
  backend: OwnEntries;
  entity: OwnEntity;
  onChanged: (words: string) => void;
}

/** An entry of the reader's own, as it is and while it is edited. */
export function OwnEntityRow({ backend, entity, onChanged }: OwnEntityRowProps) {
  const { id, name, otherNames, kind, summary, url, facts, from, createdAt } = entity;
  const [editing, setEditing] = useState(false);
  const edit = useReturnFocus(editing);
  const action = useAction();
  if (editing) {
    return (
      <li>
        <EntityForm
          entity={entity}
          isSaved
          action={action}
          save={(draft) => backend.saveEntity(id, draft)}
          onSaved={(saved) => {
            setEditing(false);
            onChanged(`${saved} is saved.`);
          }}
          onClose={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li>
      <p>
        <b>
          <bdi dir="auto">{name}</bdi>
        </b>
        {otherNames.map((other) => (
          <span key={other} class="figure aside">
            <bdi dir="auto">{other}</bdi>
          </span>
        ))}
      </p>
      <p class="figures">
        <KindMark kind={kind} />
        {entity.private && <span class="figure">private</span>}
        {facts > 0 && <span class="figure">{count(facts, 'fact', 'facts')}</span>}
        {url !== '' && (
          <span class="figure">
            <ExternalLink url={url}>
              <bdi>{URL.parse(url)?.host ?? url}</bdi>
            </ExternalLink>
          </span>
        )}
      </p>
      {summary !== '' && <p dir="auto">{summary}</p>}
      <ProvenanceLine from={from} createdAt={createdAt} />
      <div class="row-actions">
        <button
          ref={edit}
          type="button"
          class="quiet"
          aria-label={`Edit: ${name}`}
          onClick={() => setEditing(true)}
        >
          Edit
        </button>
        <Confirm
          label="Delete"
          of={name}
          question={
            <>
              Delete <bdi>{name}</bdi>
              {facts > 0 && ` with its ${count(facts, 'fact', 'facts')}`}? Notes about it stay.
            </>
          }
          yes="Delete it"
          no="Keep it"
          onConfirm={() =>
            action.run(
              () => backend.deleteEntity(id),
              () => onChanged(`${name} is deleted.`),
            )
          }
        />
      </div>
      {action.problem !== undefined && (
        <Problem
          what="That was not done."
          kept="The entry is as it was. Press it again in a moment."
          reason={action.problem}
        />
      )}
    </li>
  );
}
