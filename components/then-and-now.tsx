import { useId } from 'preact/hooks';
import type { Card, ShownRole, ShownSource } from '../facts/card.ts';
import { withDisagreeing } from './disagreeing.ts';
import { FactList, type FactListProps } from './fact-list.tsx';
import { FoldButton } from './fold-button.tsx';
import { type OpenEntity, sentenceDirection, TextParts } from './text-parts.tsx';
import { useFold } from './use-fold.ts';
import { Words } from './words.tsx';

const FIRST_CHANGES = 3;
/** How many of a state are shown at first; parties are a few words each, in one paragraph. */
const FIRST = { roles: 3, holders: 3, parties: 12, people: 3 };

/** What the state is, above it; a person's roles need no word. */
const TITLES = { roles: undefined, holders: 'Held by', parties: 'Parties', people: 'People' };
const NONE_KNOWN = {
  roles: 'No role known',
  holders: 'Nobody known',
  parties: 'None known',
  people: 'Nobody known',
};

export interface ThenAndNowProps {
  card: Card;
  /** The card's sources by id. */
  sources: ReadonlyMap<string, ShownSource>;
  /** The card stands for a page: without a date of it, it says which day it speaks of. */
  ofPage: boolean;
  onOpenEntity: OpenEntity;
}

/**
 * Who this was on the article's day, what has changed since, and who it is now. Nothing is
 * said twice: what still holds stands under now.
 */
export function ThenAndNow({ card, sources, ofPage, onOpenEntity }: ThenAndNowProps) {
  const { articleDate, stateOf, rolesThen, rolesNow, since } = card;
  const id = useId();
  const hasThen = rolesThen.length > 0;
  const hasState = hasThen || (rolesNow?.length ?? 0) > 0;
  const hasChanged = hasThen && rolesNow !== undefined;
  if (!hasState && since.length === 0) return null;
  const title = hasState ? TITLES[stateOf] : undefined;
  const shared = { stateOf, onOpenEntity };
  return (
    <>
      {title && <h3 id={id}>{title}</h3>}
      <dl class="roles" aria-labelledby={title && id}>
        {hasThen && (
          <div>
            {hasChanged ? (
              <Label word="Then" date={articleDate} />
            ) : (
              <Label word={articleDate === undefined ? 'Now' : 'Then and now'} />
            )}
            <RoleList roles={rolesThen} {...shared} />
          </div>
        )}
        {since.length > 0 && (
          <div class="since">
            {hasChanged ? <Label word="Since then" /> : <Label word="Since" date={articleDate} />}
            <Since facts={since} sources={sources} onOpenEntity={onOpenEntity} />
          </div>
        )}
        {rolesNow && hasState && (
          <div>
            <Label word="Now" />
            <RoleList roles={rolesNow} {...shared} />
          </div>
        )}
      </dl>
      {ofPage && articleDate === undefined && (
        <p class="note" dir="ltr">
          This page has no date: this is what holds today.
        </p>
      )}
    </>
  );
}

function Label({ word, date }: { word: string; date?: string | undefined }) {
  return (
    <dt>
      <Words>{word}</Words> {date !== undefined && <bdi class="whole">{date}</bdi>}
    </dt>
  );
}

/** The changes since the article's day, the first few of them before the reader asks for more. */
function Since({ facts, ...rest }: FactListProps) {
  const fold = useFold(withDisagreeing(facts), FIRST_CHANGES);
  return (
    <dd>
      <FactList facts={fold.shown.flat()} brief {...rest} />
      {fold.rest > 0 && (
        <FoldButton label={`${fold.rest} more`} open={fold.open} onToggle={fold.toggle} />
      )}
    </dd>
  );
}

interface RoleListProps {
  roles: readonly ShownRole[];
  stateOf: Card['stateOf'];
  onOpenEntity: OpenEntity;
}

function RoleList({ roles, stateOf, onOpenEntity }: RoleListProps) {
  const fold = useFold(roles, FIRST[stateOf]);
  const [first] = roles;
  if (!first) return <dd class="aside">{NONE_KNOWN[stateOf]}</dd>;
  const button = fold.rest > 0 && (
    <FoldButton label={`${fold.rest} more`} open={fold.open} onToggle={fold.toggle} />
  );
  // Parties that joined together: the same date after each of them would hide who they are.
  const isOneTime = roles.every(({ date, asOf }) => date === first.date && asOf === first.asOf);
  if (stateOf === 'parties' && isOneTime) {
    return (
      <dd>
        {fold.shown.map(({ parts }, index) => (
          <span key={index}>
            {index > 0 && ' · '}
            <TextParts parts={parts} onOpenEntity={onOpenEntity} />
          </span>
        ))}
        <RoleTime role={first} />
        {button}
      </dd>
    );
  }
  return (
    <>
      {fold.shown.map((role, index) => (
        <dd key={index} dir={sentenceDirection(role.parts)}>
          <TextParts parts={role.parts} onOpenEntity={onOpenEntity} />
          <RoleTime role={role} />
        </dd>
      ))}
      {button && <dd>{button}</dd>}
    </>
  );
}

/** When a role was held, and how far its sources reach. */
function RoleTime({ role: { date, asOf } }: { role: ShownRole }) {
  return (
    <>
      {date !== undefined && (
        <span class="aside">
          {' '}
          <bdi class="whole">{date}</bdi>
        </span>
      )}
      {asOf !== undefined && (
        <span class="aside">
          {' '}
          <span class="whole" dir="ltr">
            (as of <bdi>{asOf}</bdi>)
          </span>
        </span>
      )}
    </>
  );
}
