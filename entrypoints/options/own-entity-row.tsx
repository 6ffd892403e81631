import { ExternalLink } from '../../components/external-link.tsx';
import { KindMark } from '../../components/kind-mark.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { useWords } from '../../components/use-words.ts';
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
  const words = useWords();
  const { id, name, otherNames, kind, summary, url, facts, from, createdAt } = entity;
  return (
    <OwnRow
      of={name}
      question={
        facts > 0 ? (
          <Phrase
            of="own.deleteWithFacts"
            values={[<bdi>{name}</bdi>, words.count('packs.count.facts', facts)]}
          />
        ) : (
          <Phrase of="own.deleteEntry" values={[<bdi>{name}</bdi>]} />
        )
      }
      remove={() => backend.deleteEntity(id)}
      kept={words('own.entryKept')}
      onRemoved={() => onChanged(words('own.deleted', name))}
      form={(close) => (
        <EntityForm
          label={words('app.actOn', words('own.edit'), name)}
          entity={entity}
          save={(draft) => backend.saveEntity(id, draft)}
          onSaved={(saved) => {
            close();
            onChanged(words('own.saved', saved));
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
        {entity.private && <span class="figure">{words('card.private')}</span>}
        {facts > 0 && <span class="figure">{words.count('packs.count.facts', facts)}</span>}
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
