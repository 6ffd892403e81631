import type { ShownClaim, ShownFact, ShownSource } from '../facts/card.ts';
import type { StanceKind } from '../facts/vocabulary.ts';
import { Disclosure } from './disclosure.tsx';
import { LocalText } from './local-text.tsx';
import { SourceList } from './source-list.tsx';
import { StatusMark } from './status-mark.tsx';
import { type OpenEntity, Part, sentenceDirection, TextParts } from './text-parts.tsx';
import { Words } from './words.tsx';

const STANCE_WORDS: Record<StanceKind, string> = {
  reports: 'reports',
  says: 'says so',
  confirms: 'confirms',
  denies: 'denies',
  disputes: 'disputes',
  'declines-to-comment': 'declined to comment',
};

export interface FactLineProps {
  fact: ShownFact;
  /** The card's sources by id. */
  sources: ReadonlyMap<string, ShownSource>;
  onOpenEntity?: OpenEntity | undefined;
  /** Says in words that the fact touches the page; for lists not grouped by that. */
  markOnPage?: boolean | undefined;
}

/** One fact: its date in front, the sentence, who says so, and the sources a press away. */
export function FactLine({ fact, sources, onOpenEntity, markOnPage = false }: FactLineProps) {
  const dir = sentenceDirection(fact.parts);
  const shown = sourcesOf(fact, sources);
  const aside = (fact.status !== 'stated' ||
    fact.claims.length > 0 ||
    (markOnPage && fact.onPage)) && (
    <span class="said-by">
      <StatusMark status={fact.status} />
      {fact.claims.length > 0 && <Claims claims={fact.claims} onOpenEntity={onOpenEntity} />}
      {markOnPage && fact.onPage && <span class="on-page">On this page</span>}
    </span>
  );
  return (
    <li class="fact">
      <p class="sentence" dir={dir}>
        {fact.date !== undefined && <bdi class="date">{fact.date}</bdi>}
        {fact.date !== undefined && ' '}
        <TextParts parts={fact.parts} onOpenEntity={onOpenEntity} />
      </p>
      {fact.note && (
        <p class="note" dir="auto">
          <LocalText value={fact.note} />
        </p>
      )}
      {shown.length > 0 ? (
        <Disclosure before={aside} label={sourceLabel(shown, fact.claims.length === 0)}>
          {() => <SourceList sources={shown} />}
        </Disclosure>
      ) : (
        aside && <div class="line">{aside}</div>
      )}
    </li>
  );
}

function Claims({
  claims,
  onOpenEntity,
}: {
  claims: readonly ShownClaim[];
  onOpenEntity: OpenEntity | undefined;
}) {
  return (
    <>
      {claims.map(({ by, stance, date }, index) => (
        <span key={index} class="claim">
          <Words>
            <Part part={by} onOpenEntity={onOpenEntity} /> {STANCE_WORDS[stance]}
            {date !== undefined && (
              <>
                , <bdi>{date}</bdi>
              </>
            )}
          </Words>
        </span>
      ))}
    </>
  );
}

/** The fact's own sources, then those its claims rest on. */
function sourcesOf(fact: ShownFact, sources: ReadonlyMap<string, ShownSource>): ShownSource[] {
  const ids = new Set([...fact.sources, ...fact.claims.flatMap(({ source }) => source ?? [])]);
  return [...ids].flatMap((id) => sources.get(id) ?? []);
}

/** Names the publishers unless the claims before it already do. */
function sourceLabel(sources: readonly ShownSource[], named: boolean): string {
  const count = sources.length === 1 ? '1 source' : `${sources.length} sources`;
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))];
  return named
    ? `${count}: ${publishers.slice(0, 2).join(', ')}${publishers.length > 2 ? ' …' : ''}`
    : count;
}
