import type { ShownFact, ShownSource } from '../facts/card.ts';
import { Claims, OneClaim } from './claims.tsx';
import { PackName } from './disagreement.tsx';
import { Disclosure } from './disclosure.tsx';
import { LocalText } from './local-text.tsx';
import { NotPublic } from './not-public.tsx';
import { Phrase } from './phrase.tsx';
import { SourceList } from './source-list.tsx';
import { StatusMark } from './status-mark.tsx';
import { type OpenEntity, Part, sentenceDirection, TextParts } from './text-parts.tsx';
import { useWords } from './use-words.ts';

export interface FactLineProps {
  fact: ShownFact;
  /** The card's sources by id. */
  sources: ReadonlyMap<string, ShownSource>;
  onOpenEntity?: OpenEntity | undefined;
  /** Says in words that the fact touches the page; for lists not grouped by that. */
  markOnPage?: boolean | undefined;
  /** Leaves its note, the names of its sources and who takes which stance to the press. */
  brief?: boolean | undefined;
}

/**
 * One fact: its date in front, what its standing is, the sentence, and the sources a press
 * away. Where somebody takes a stance on it, all who do stand under it.
 */
export function FactLine(props: FactLineProps) {
  const { fact, sources, onOpenEntity, markOnPage = false, brief = false } = props;
  const { date, distance, status, attribution, claims, parts, note } = fact;
  const words = useWords();
  const shown = sourcesOf(fact, sources);
  const only = claims.length === 1 ? claims[0] : undefined;
  const isNamed = status === 'said' && only !== undefined;
  // News of who says what: the sentence itself has the words for it.
  const isTold = brief && !isNamed && claims.length > 0 && attribution === undefined;
  const more = note && (
    <p class="note" dir="auto">
      <LocalText value={note} />
    </p>
  );
  const list = claims.length > (brief ? 0 : 1) && (
    <Claims claims={claims} sources={sources} onOpenEntity={onOpenEntity} />
  );
  const aside = (
    <>
      {brief && !isNamed && attribution !== undefined && (
        <span class="said-by">
          <bdi>{attribution}</bdi>
        </span>
      )}
      {!brief && only && (
        <OneClaim claim={only} isNamed={isNamed} factDate={date} onOpenEntity={onOpenEntity} />
      )}
      {markOnPage && fact.onPage && <span class="on-page">{words('card.onPage')}</span>}
    </>
  );
  return (
    <li class={brief ? 'fact brief' : 'fact'}>
      <PackName title={fact.pack} />
      <p class="sentence" dir={sentenceDirection(parts)}>
        {date !== undefined && <bdi class="date">{date}</bdi>}{' '}
        {distance !== undefined && <bdi class="distance">{distance}</bdi>}{' '}
        <StatusMark status={status} isTold={isTold}>
          {isNamed && (
            <Phrase
              of="card.status.saidBy"
              values={[<Part part={only.by} onOpenEntity={onOpenEntity} />]}
            />
          )}
        </StatusMark>{' '}
        <TextParts parts={parts} onOpenEntity={onOpenEntity} />
      </p>
      {!brief && more}
      <NotPublic until={fact.notKnownUntil} />
      {!brief && list}{' '}
      {shown.length > 0 ? (
        <Disclosure before={aside} label={<SourceLabel sources={shown} named={!brief && !list} />}>
          {() => (
            <>
              {brief && more}
              {brief && list}
              <SourceList sources={shown} />
            </>
          )}
        </Disclosure>
      ) : (
        <div class="line">{aside}</div>
      )}
    </li>
  );
}

/** The fact's own sources, then those its claims rest on. */
function sourcesOf(fact: ShownFact, sources: ReadonlyMap<string, ShownSource>): ShownSource[] {
  const ids = new Set([...fact.sources, ...fact.claims.flatMap(({ source }) => source ?? [])]);
  return [...ids].flatMap((id) => sources.get(id) ?? []);
}

interface SourceLabelProps {
  sources: readonly ShownSource[];
  /** Whether the publishers are named: not where a list of claims before it does so. */
  named: boolean;
}

/** How many sources there are, and of whom. */
function SourceLabel({ sources, named }: SourceLabelProps) {
  const count = useWords().count('card.sources', sources.length);
  if (!named) return count;
  const [first, second, third] = new Set(sources.map(({ publisher }) => publisher));
  const publishers = [<bdi>{first}</bdi>, <bdi>{second}</bdi>];
  const names =
    second === undefined ? (
      publishers[0]
    ) : (
      <Phrase
        of={third === undefined ? 'card.publishers.two' : 'card.publishers.more'}
        values={publishers}
      />
    );
  return <Phrase of="card.publishers.of" values={[count, names]} />;
}
