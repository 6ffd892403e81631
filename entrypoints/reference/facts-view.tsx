import { LocalText } from '../../components/local-text.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { useWords } from '../../components/use-words.ts';
import { PART } from '../../facts/part.ts';
import type { ReferenceBackend } from './backend.ts';
import { FactPart } from './fact-part.tsx';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { Parts } from './parts.tsx';
import { hashOf } from './routes.ts';
import { Trouble } from './trouble.tsx';
import { usePageAnswer } from './use-page-answer.ts';

export interface FactsViewProps {
  backend: ReferenceBackend;
  entity: string;
  part: number;
}

/** Every fact about an entity, part by part. */
export function FactsView({ backend, entity, part }: FactsViewProps) {
  const t = useWords();
  const answer = usePageAnswer(
    () => backend.ask('entityFacts', { entity, from: (part - 1) * PART.facts }),
    `${entity} ${part}`,
  );
  if (answer.problem !== undefined) return <Trouble answer={answer} />;
  const page = answer.value?.page;
  if (answer.value && !page) return <NotFound backend={backend} said={entity} isAddress={false} />;
  const name = page && <LocalText value={page.title} />;
  return (
    <Frame
      title={page && t('entity.factsTitle', page.title.text)}
      heading={<Phrase of="entity.factsTitle" values={[name]} />}
    >
      {page && (
        <>
          <p>
            <a class="act" href={hashOf({ page: 'entity', entity })}>
              <Phrase of="entity.back" values={[name]} />
            </a>{' '}
            <span class="aside">{t('entity.factsLead')}</span>
          </p>
          <FactPart facts={page.facts} sources={page.sources} />
          <Parts
            part={part}
            more={page.more}
            routeTo={(next) => ({ page: 'facts', entity, part: next })}
          />
        </>
      )}
    </Frame>
  );
}
