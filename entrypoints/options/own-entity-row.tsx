import { ExternalLink } from '../../components/external-link.tsx';
import { KindMark } from '../../components/kind-mark.tsx';
import { count } from '../../components/quantities.ts';
import type { OwnEntity, OwnEntries } from './backend.ts';
import { EntityForm } from './entity-form.tsx';
import { OwnRow } from './own-row.tsx';
import { ProvenanceLine } from './provenance-line.tsx';

export interface OwnEntityRowProps {
  backend: OwnEntries;
  entity: OwnEntity;
  onChanged: (words: string) => void;
}

/** An entry of the reader's own. */
export function OwnEntityRow({ backend, entity, onChanged }: OwnEntityRowProps) {
  const { id, name, otherNames, kind, summary, url, facts, from, createdAt } = entity;
  return (
    <OwnRow
      what="entry"
      of={name}
      question={
        <>
          Delete <bdi>{name}</bdi>
          {facts > 0 && ` with its ${count(facts, 'fact', 'facts')}`}? Notes about it stay.
        </>
      }
      remove={() => backend.deleteEntity(id)}
      onRemoved={() => onChanged(`${name} is deleted.`)}
      form={(close) => (
        <EntityForm
          label={`Edit: ${name}`}
          entity={entity}
          save={(draft) => backend.saveEntity(id, draft)}
          onSaved={(saved) => {
            close();
            onChanged(`${saved} is saved.`);
          }}
          onClose={close}
        />
      )}
    >
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
    </OwnRow>
  );
}
