import type { Card, Explanation } from '../facts/card.ts';
import { Disclosure } from './disclosure.tsx';
import { ExternalLink } from './external-link.tsx';
import { MatchReason } from './match-reason.tsx';
import { countOf, SourceList } from './source-list.tsx';
import { Words } from './words.tsx';

export interface CardFooterProps {
  card: Card;
  explanation: Explanation | undefined;
}

/** Sources, the match's reason and the packs: quiet last lines that open. */
export function CardFooter({ card: { sources, packs, links }, explanation }: CardFooterProps) {
  return (
    <footer>
      {sources.length > 0 && (
        <Disclosure label={`${countOf(sources)} in all`}>
          {() => <SourceList sources={sources} />}
        </Disclosure>
      )}
      {explanation && (
        <Disclosure label="Why this match">
          {() => <MatchReason explanation={explanation} />}
        </Disclosure>
      )}
      {links.length > 0 && (
        <p class="links">
          {links.map(({ label, url }) => (
            <ExternalLink key={url} url={url}>
              {label}
            </ExternalLink>
          ))}
        </p>
      )}
      {packs.map(({ id, title, version, asOf }) => (
        <p key={id}>
          <Words>
            <bdi>{title}</bdi>, version {version}, as of {asOf}
          </Words>
        </p>
      ))}
    </footer>
  );
}
