import type { ComponentChildren } from 'preact';
import { ExternalLink } from '../../components/external-link.tsx';
import { LocalText } from '../../components/local-text.tsx';
import { useWords } from '../../components/use-words.ts';
import { PART } from '../../facts/part.ts';
import type { PackPage } from '../../facts/reference.ts';
import type { ReferenceBackend } from './backend.ts';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { Parts } from './parts.tsx';
import { hashOf } from './routes.ts';
import { RowLinks } from './row-links.tsx';
import { Trouble } from './trouble.tsx';
import { usePageAnswer } from './use-page-answer.ts';

export interface PackViewProps {
  backend: ReferenceBackend;
  pack: string;
  part: number;
}

/** What a pack is, its entities by prominence, and what its facts say. */
export function PackView({ backend, pack, part }: PackViewProps) {
  const t = useWords();
  const answer = usePageAnswer(() => backend.ask('packPage', { pack, from: 0 }), pack);
  const page = answer.value?.page;
  const isShown = page !== undefined && !page.off;
  const list = usePageAnswer(
    () => backend.ask('browse', { pack, from: (part - 1) * PART.rows }),
    isShown ? `${pack} ${part}` : undefined,
  );
  if (answer.problem !== undefined) return <Trouble answer={answer} />;
  if (answer.value && !page) return <NotFound backend={backend} said={pack} isAddress={false} />;
  const { rows, total } = list.value ?? { rows: [], total: 0 };
  return (
    <Frame
      title={page?.title.text}
      heading={page && <LocalText value={page.title} />}
      above={t('reference.packLabel')}
    >
      {page && <About page={page} />}
      <Trouble answer={list} />
      {isShown && (
        <section aria-labelledby="entities-title">
          <h2 id="entities-title">{t('reference.packEntities')}</h2>
          <RowLinks rows={rows} />
          <Parts
            part={part}
            more={part * PART.rows < total}
            of={Math.ceil(total / PART.rows)}
            routeTo={(next) => ({ page: 'pack', pack, part: next })}
          />
        </section>
      )}
      {page && page.predicates.length > 0 && <Predicates page={page} />}
    </Frame>
  );
}

function About({ page }: { page: PackPage }) {
  const t = useWords();
  const { version, asOf, licence, publisher, homepage, languages, counts, off } = page;
  return (
    <>
      {off && <p class="lead">{t('reference.packIsOff')}</p>}
      <dl class="figures">
        <Figure name={t('reference.holds')}>
          {t.count('reference.entities', counts.entities)},{' '}
          {t.count('reference.facts', counts.facts)},{' '}
          <a class="act" href={hashOf({ page: 'sources', pack: page.id, part: 1 })}>
            {t.count('reference.sources', counts.sources)}
          </a>
        </Figure>
        <Figure name={t('reference.version')}>
          <bdi>{version}</bdi>
        </Figure>
        <Figure name={t('reference.asOf')}>{asOf}</Figure>
        <Figure name={t('reference.publisher')}>
          <bdi>{publisher}</bdi>
        </Figure>
        <Figure name={t('reference.licence')}>
          <bdi>{licence}</bdi>
        </Figure>
        <Figure name={t('reference.languages')}>
          {new Intl.ListFormat(t.tag, { type: 'unit' }).format(languages)}
        </Figure>
        {homepage !== undefined && (
          <Figure name={t('reference.website')}>
            <ExternalLink url={homepage}>
              <bdi>{homepage}</bdi>
            </ExternalLink>
          </Figure>
        )}
      </dl>
    </>
  );
}

function Figure({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Predicates({ page: { predicates, whole } }: { page: PackPage }) {
  const t = useWords();
  return (
    <section aria-labelledby="predicates-title">
      <h2 id="predicates-title">{t('reference.packPredicates')}</h2>
      <ul class="kinds">
        {predicates.map(({ id, label }) => (
          <li key={id}>
            <a href={hashOf({ page: 'predicate', predicate: id, order: 'newest', part: 1 })}>
              <LocalText value={label} />
            </a>
          </li>
        ))}
      </ul>
      {!whole && <p class="aside">{t('reference.onlyPart')}</p>}
    </section>
  );
}
