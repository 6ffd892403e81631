import { useEffect, useRef } from 'preact/hooks';
import { Disclosure } from '../../components/disclosure.tsx';
import { ExternalLink } from '../../components/external-link.tsx';
import { FactGroups } from '../../components/fact-groups.tsx';
import { KindMark } from '../../components/kind-mark.tsx';
import { LocalText } from '../../components/local-text.tsx';
import { SourceList } from '../../components/source-list.tsx';
import { directionOf } from '../../components/text-direction.ts';
import { ThenAndNow } from '../../components/then-and-now.tsx';
import { useWords } from '../../components/use-words.ts';
import type { EntityPage } from '../../facts/reference.ts';
import { AsOf } from './as-of.tsx';
import type { ReferenceBackend } from './backend.ts';
import { EntityActions } from './entity-actions.tsx';
import { EntityPictures } from './entity-pictures.tsx';
import { Frame } from './frame.tsx';
import { NamesSection } from './names-section.tsx';
import { Gone, NotFound } from './not-found.tsx';
import { NotesSection } from './notes-section.tsx';
import { rememberEntity } from './recent.ts';
import { hashOf } from './routes.ts';
import { Trouble } from './trouble.tsx';
import { usePageAnswer } from './use-page-answer.ts';
import { VisitsSection } from './visits-section.tsx';

export interface EntityViewProps {
  backend: ReferenceBackend;
  entity: string;
  /** As of which day, ISO 8601; undefined for today. */
  day: string | undefined;
  onDay: (day: string | undefined) => void;
}

/** All that is known of an entity. */
export function EntityView({ backend, entity, day, onDay }: EntityViewProps) {
  const answer = usePageAnswer(
    () => backend.ask('entityPage', { entity, ...(day !== undefined && { date: day }) }),
    `${entity} ${day}`,
  );
  const page = answer.value?.page;
  const before = useRef<EntityPage>(undefined);
  useEffect(() => {
    if (page) before.current = page;
  }, [page]);
  const isKnown = page !== undefined;
  useEffect(() => {
    if (isKnown) rememberEntity(localStorage, entity);
  }, [isKnown, entity]);

  if (answer.problem !== undefined && !page) return <Trouble answer={answer} />;
  if (answer.value && !page) {
    const known = before.current?.card.name.text;
    return known === undefined ? (
      <NotFound backend={backend} said={entity} isAddress={false} />
    ) : (
      <Gone backend={backend} name={known} />
    );
  }
  return (
    <Frame
      title={page?.card.name.text}
      heading={page && <LocalText value={page.card.name} />}
      above={page && <KindMark kind={page.card.kind} />}
    >
      {page && <Known page={page} backend={backend} day={day} onDay={onDay} />}
    </Frame>
  );
}

interface KnownProps extends Omit<EntityViewProps, 'entity'> {
  page: EntityPage;
}

function Known({ page: { card, names, notes, hasMore }, backend, day, onDay }: KnownProps) {
  const t = useWords();
  const sources = new Map(card.sources.map((source) => [source.id, source]));
  const hasState =
    card.rolesThen.length > 0 || (card.rolesNow?.length ?? 0) > 0 || card.since.length > 0;
  const isBare = card.factCount === 0 && !card.summary && !hasState;
  return (
    <>
      {card.otherNames.length > 0 && (
        <p class="other-names">
          {card.otherNames.map((other) => (
            <span key={`${other.lang} ${other.text}`}>
              <LocalText value={other} />
            </span>
          ))}
        </p>
      )}
      {card.summary && (
        <p class="lead" dir={directionOf(card.summary.lang)} lang={card.summary.lang}>
          {card.summary.text}
        </p>
      )}
      {isBare && <p class="aside">{t('entity.nothingMore')}</p>}
      <section aria-labelledby="then-title">
        <h2 id="then-title">{t('entity.thenAndNow')}</h2>
        <AsOf day={day} onDay={onDay} />
        {card.distance !== undefined && (
          <p class="aside">
            <bdi>{card.distance}</bdi>
          </p>
        )}
        <ThenAndNow card={card} sources={sources} />
      </section>
      {card.facts.length > 0 && (
        <section aria-labelledby="facts-title">
          <h2 id="facts-title">{t('entity.facts')}</h2>
          <FactGroups facts={card.facts} sources={sources} by="topic" />
          {hasMore && (
            <p>
              <a class="act" href={hashOf({ page: 'facts', entity: card.id, part: 1 })}>
                {t('entity.allFacts')}
              </a>
            </p>
          )}
        </section>
      )}
      <EntityPictures
        ask={backend.ask}
        entity={card.id}
        kind={card.kind}
        name={card.name}
        date={day}
        onOpenEntity={(entity) => {
          location.hash = hashOf({ page: 'entity', entity });
        }}
      />
      <NamesSection names={names} />
      <VisitsSection ask={backend.ask} entity={card.id} />
      <NotesSection backend={backend} entity={card.id} notes={notes} />
      <section aria-labelledby="known-title">
        <h2 id="known-title">{t('entity.known')}</h2>
        <ul class="known">
          {card.packs.map(({ id, title, version, asOf }) => (
            <li key={id}>
              <a class="act" href={hashOf({ page: 'pack', pack: id, part: 1 })}>
                <bdi>{t('entity.packLine', title, version, asOf)}</bdi>
              </a>
            </li>
          ))}
          {card.links.map(({ label, url }) => (
            <li key={url}>
              <ExternalLink url={url}>{label}</ExternalLink>
            </li>
          ))}
        </ul>
        {card.sources.length > 0 && (
          <Disclosure label={t.count('reference.sources', card.sources.length)}>
            {() => <SourceList sources={card.sources} />}
          </Disclosure>
        )}
      </section>
      <EntityActions backend={backend} entity={card.id} day={day} />
    </>
  );
}
