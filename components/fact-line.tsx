import type { ShownFact, ShownSource } from '../facts/card.ts';
import { Claims, OneClaim } from './claims.tsx';
import { Disclosure } from './disclosure.tsx';
import { LocalText } from './local-text.tsx';
import { SourceList } from './source-list.tsx';
import { StatusMark } from './status-mark.tsx';
import { type OpenEntity, Part, sentenceDirection, TextParts } from './text-parts.tsx';
import { Words } from './words.tsx';

export interface FactLineProps {
  fact: ShownFact;
  /** The card's sources by id. */
  sources: ReadonlyMap<string, ShownSource>;
  onOpenEntity?: OpenEntity | undefined;
  /** Says in words that the fact touches the page; for lists not grouped by that. */
  markOnPage?: boolean | undefined;
  /** Says how many its sources are, and leaves their names to the press. */
  brief?: boolean | undefined;
}

/**
 * One fact: its date in front, what its standing is, the sentence, and the sources a press
 * away. Where somebody takes a stance on it, all who do stand under it.
 */
export function FactLine(props: FactLineProps) {
  const { fact, sources, onOpenEntity, markOnPage = false, brief = false } = props;
  const { date, distance, status, claims, parts, note, notKnownUntil, pack } = fact;
  const shown = sourcesOf(fact, sources);
  const only = claims.length === 1 ? claims[0] : undefined;
  const isNamed = status === 'said' && only !== undefined;
  const aside = (only || (markOnPage && fact.onPage)) && (
    <>
      {only && (
        <OneClaim
          // Among the changes since the article, all is after it.
          claim={brief ? { ...only, later: false } : only}
          isNamed={isNamed}
          factDate={date}
          onOpenEntity={onOpenEntity}
        />
      )}
      {markOnPage && fact.onPage && <span class="on-page">On this page</span>}
    </>
  );
  return (
    <li class="fact">
      {pack !== undefined && (
        <p class="fact-pack">
          <bdi>{pack}</bdi>
        </p>
      )}
      <p class="sentence" dir={sentenceDirection(parts)}>
        {date !== undefined && <bdi class="date">{date}</bdi>}{' '}
        {distance !== undefined && <bdi class="distance">{distance}</bdi>}{' '}
        <StatusMark status={status}>
          {isNamed && (
            <>
              <Part part={only.by} onOpenEntity={onOpenEntity} /> said
            </>
          )}
        </StatusMark>{' '}
        <TextParts parts={parts} onOpenEntity={onOpenEntity} />
      </p>
      {note && (
        <p class="note" dir="auto">
          <LocalText value={note} />
        </p>
      )}
      {notKnownUntil !== undefined && (
        <p class="note">
          <Words>
            Not public until <bdi>{notKnownUntil}</bdi>
          </Words>
        </p>
      )}
      {claims.length > 1 && (
        <Claims
          claims={brief ? claims.map((claim) => ({ ...claim, later: false })) : claims}
          sources={sources}
          onOpenEntity={onOpenEntity}
        />
      )}
      {shown.length > 0 ? (
        <Disclosure before={aside} label={sourceLabel(shown, !brief && claims.length < 2)}>
          {() => <SourceList sources={shown} />}
        </Disclosure>
      ) : (
        aside && <div class="line">{aside}</div>
      )}
    </li>
  );
}

/** The fact's own sources, then those its claims rest on. */
function sourcesOf(fact: ShownFact, sources: ReadonlyMap<string, ShownSource>): ShownSource[] {
  const ids = new Set([...fact.sources, ...fact.claims.flatMap(({ source }) => source ?? [])]);
  return [...ids].flatMap((id) => sources.get(id) ?? []);
}

/** Names the publishers unless a list of claims before it already does. */
function sourceLabel(sources: readonly ShownSource[], named: boolean): string {
  const count = sources.length === 1 ? '1 source' : `${sources.length} sources`;
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))];
  return named
    ? `${count}: ${publishers.slice(0, 2).join(', ')}${publishers.length > 2 ? ' …' : ''}`
    : count;
}
