import { CopyCitation } from '../../components/copy-citation.tsx';
import { ExternalLink } from '../../components/external-link.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { useWords } from '../../components/use-words.ts';
import { PART } from '../../facts/part.ts';
import type { SourcePage } from '../../facts/reference.ts';
import type { ReferenceBackend } from './backend.ts';
import { FactPart } from './fact-part.tsx';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { Parts } from './parts.tsx';
import { hashOf } from './routes.ts';
import { Trouble } from './trouble.tsx';
import { usePageAnswer } from './use-page-answer.ts';

export interface SourceViewProps {
  backend: ReferenceBackend;
  /** Led by its pack's id. */
  source: string;
  part: number;
}

/** What a source is, and the facts that cite it. */
export function SourceView({ backend, source, part }: SourceViewProps) {
  const t = useWords();
  const answer = usePageAnswer(
    () => backend.ask('sourcePage', { source, from: (part - 1) * PART.facts }),
    `${source} ${part}`,
  );
  if (answer.problem !== undefined) return <Trouble answer={answer} />;
  const page = answer.value?.page;
  if (answer.value && !page) return <NotFound backend={backend} said={source} isAddress={false} />;
  return (
    <Frame
      title={page?.source.title}
      heading={page && <bdi>{page.source.title}</bdi>}
      above={t('reference.sourceLabel')}
    >
      {page && (
        <>
          <About page={page} />
          <section aria-labelledby="facts-title">
            <h2 id="facts-title">{t('reference.sourceFacts')}</h2>
            {page.facts.length === 0 && <p class="aside">{t('reference.sourceNone')}</p>}
            <FactPart facts={page.facts} sources={page.sources} />
            <Parts
              part={part}
              more={page.more}
              routeTo={(next) => ({ page: 'source', source, part: next })}
            />
          </section>
        </>
      )}
    </Frame>
  );
}

function About({ page: { source, pack, licence } }: { page: SourcePage }) {
  const t = useWords();
  const { id, title, publisher, url, published, accessed, archived } = source;
  return (
    <>
      <p class="lead">
        <bdi>{publisher}</bdi>
      </p>
      <p>
        {published !== undefined
          ? t('reference.sourcePublished', published)
          : accessed !== undefined && t('reference.sourceAccessed', accessed)}
      </p>
      <p class="address">
        <ExternalLink url={url}>
          <bdi>{url}</bdi>
        </ExternalLink>
      </p>
      <p class="aside">
        <Phrase
          of="reference.sourcePack"
          values={[
            <a key="pack" class="act" href={hashOf({ page: 'pack', pack, part: 1 })}>
              <bdi>{source.pack}</bdi>
            </a>,
          ]}
        />
        {licence !== undefined && <> · {t('reference.sourceLicence', licence)}</>}
      </p>
      <div class="cite">
        {archived !== undefined && (
          <ExternalLink url={archived}>{t('reference.archived')}</ExternalLink>
        )}
        <CopyCitation source={id} title={title} />
      </div>
    </>
  );
}
