import type { ShownSource } from '../facts/card.ts';
import { ExternalLink } from './external-link.tsx';

export interface SourceListProps {
  sources: readonly ShownSource[];
}

/** Sources as a list: publisher, day, title with its link. */
export function SourceList({ sources }: SourceListProps) {
  return (
    <ul class="sources">
      {sources.map(({ id, publisher, title, url, published, accessed }) => (
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
        </li>
      ))}
    </ul>
  );
}
