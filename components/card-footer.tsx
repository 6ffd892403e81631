import type { Card, Explanation } from '../facts/card.ts';
import { Disclosure } from './disclosure.tsx';
import { ExternalLink } from './external-link.tsx';
import { MatchReason } from './match-reason.tsx';
import { Phrase } from './phrase.tsx';
import { SourceList } from './source-list.tsx';
import { useWords } from './use-words.ts';

export interface CardFooterProps {
  card: Card;
  explanation: Explanation | undefined;
}

/** Sources, the match's reason and the packs: quiet last lines that open. */
export function CardFooter({ card: { sources, packs, links }, explanation }: CardFooterProps) {
  const words = useWords();
  return (
    <footer>
      {sources.length > 0 && (
        <Disclosure label={words.count('card.sourcesInAll', sources.length)}>
          {() => <SourceList sources={sources} />}
        </Disclosure>
      )}
      {explanation && (
        <Disclosure label={words('card.why')}>
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
          <Phrase of="card.packLine" values={[<bdi>{title}</bdi>, <bdi>{version}</bdi>, asOf]} />
        </p>
      ))}
    </footer>
  );
}
