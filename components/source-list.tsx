import type { ShownSource } from '../facts/card.ts';
import { CopyCitation } from './copy-citation.tsx';
import { ExternalLink } from './external-link.tsx';
import { Phrase } from './phrase.tsx';
import { SourcePageLink } from './source-page-link.tsx';
import { useWords } from './use-words.ts';

export interface SourceListProps {
  sources: readonly ShownSource[];
}

/** Sources as a list: publisher and day, title with its link, the copy in an archive, whose pack cites it. */
export function SourceList({ sources }: SourceListProps) {
  const words = useWords();
  return (
    <ul class="sources">
      {sources.map(({ id, publisher, title, url, archived, published, accessed, pack }) => (
        <li key={id}>
          <span class="source-by">
            <Publisher name={publisher} published={published} accessed={accessed} />
          </span>
          <ExternalLink url={url}>
            <bdi>{title}</bdi>
          </ExternalLink>
          <span class="source-from">
            <bdi>{pack}</bdi>
          </span>
          <div class="cite">
            {archived !== undefined && (
              <ExternalLink url={archived}>{words('card.archived')}</ExternalLink>
            )}
            <CopyCitation source={id} title={title} />
            <SourcePageLink source={id} title={title} />
          </div>
        </li>
      ))}
    </ul>
  );
}

interface PublisherProps extends Pick<ShownSource, 'published' | 'accessed'> {
  name: string;
}

/** Who published it and when, else when it was read. */
function Publisher({ name, published, accessed }: PublisherProps) {
  const by = (
    <b>
      <bdi>{name}</bdi>
    </b>
  );
  if (published !== undefined) return <Phrase of="card.source.dated" values={[by, published]} />;
  if (accessed !== undefined) return <Phrase of="card.source.undated" values={[by, accessed]} />;
  return by;
}
