import type { ShownSource } from '../facts/card.ts';
import { CopyCitation } from './copy-citation.tsx';
import { ExternalLink } from './external-link.tsx';
import { SourcePageLink } from './source-page-link.tsx';

export interface SourceListProps {
  sources: readonly ShownSource[];
}

/** Sources as a list: publisher and day, title with its link, the copy in an archive, whose pack cites it. */
export function SourceList({ sources }: SourceListProps) {
  return (
    <ul class="sources">
      {sources.map(({ id, publisher, title, url, archived, published, accessed, pack }) => (
        <li key={id}>
          <span class="source-by">
            <b>
              <bdi>{publisher}</bdi>
            </b>
            {published !== undefined
              ? `, ${published}`
              : accessed !== undefined && `, no date, read ${accessed}`}
          </span>
          <ExternalLink url={url}>
            <bdi>{title}</bdi>
          </ExternalLink>
          <span class="source-from">
            <bdi>{pack}</bdi>
          </span>
          <div class="cite" dir="ltr">
            {archived !== undefined && <ExternalLink url={archived}>Archived copy</ExternalLink>}
            <CopyCitation source={id} title={title} />
            <SourcePageLink source={id} title={title} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** How many sources there are, in words. */
export function countOf(sources: readonly unknown[]): string {
  return sources.length === 1 ? '1 source' : `${sources.length} sources`;
}
