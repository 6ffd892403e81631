import { LocalText } from '../../components/local-text.tsx';
import { SourceList } from '../../components/source-list.tsx';
import { useWords } from '../../components/use-words.ts';
import { PART } from '../../facts/part.ts';
import type { ReferenceBackend } from './backend.ts';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { Parts } from './parts.tsx';
import { hashOf } from './routes.ts';
import { Trouble } from './trouble.tsx';
import { usePageAnswer } from './use-page-answer.ts';

export interface SourcesViewProps {
  backend: ReferenceBackend;
  pack: string;
  part: number;
}

/** The sources of a pack, part by part. */
export function SourcesView({ backend, pack, part }: SourcesViewProps) {
  const t = useWords();
  const answer = usePageAnswer(
    () => backend.ask('packPage', { pack, from: (part - 1) * PART.sources }),
    `${pack} ${part}`,
  );
  if (answer.problem !== undefined) return <Trouble answer={answer} />;
  const page = answer.value?.page;
  if (answer.value && !page) return <NotFound backend={backend} said={pack} isAddress={false} />;
  const total = page?.counts.sources ?? 0;
  return (
    <Frame
      title={page && t('reference.packSources')}
      above={
        page && (
          <a class="act" href={hashOf({ page: 'pack', pack, part: 1 })}>
            <LocalText value={page.title} />
          </a>
        )
      }
    >
      {page && (
        <>
          <SourceList sources={page.sources} />
          {!page.whole && <p class="aside">{t('reference.onlyPart')}</p>}
          <Parts
            part={part}
            more={page.sources.length === PART.sources && part * PART.sources < total}
            of={page.whole ? Math.ceil(total / PART.sources) : undefined}
            routeTo={(next) => ({ page: 'sources', pack, part: next })}
          />
        </>
      )}
    </Frame>
  );
}
