import type { Key } from '../words/words.ts';
import type { Card, ShownRole, TextPart } from './card.ts';
import { attributionInside, attributionOf, isContested, stancesBy } from './claims.ts';
import { type DatedFact, momentOf } from './dated-facts.ts';
import { formatDate, possibleDays } from './dates.ts';
import type { Day } from './days.ts';
import { START_TIME } from './predicates.ts';
import { entityPart, factParts } from './sentence.ts';
import { disagreementOf, type Showing } from './show-fact.ts';
import { existedOn, isBegun, otherEnd, type Prepared, sideIn, stateOn } from './state.ts';
import { notKnownUntil, reachWords, termWords } from './time-words.ts';
import type { Kind } from './vocabulary.ts';

/** Roles told of one day; an office with more holders is a parliament. */
const MOST_ROLES = 20;

const STATE_OF: Readonly<Partial<Record<Kind, Card['stateOf']>>> = {
  person: 'roles',
  office: 'holders',
  agreement: 'parties',
};

type States = Pick<Card, 'stateOf' | 'rolesThen' | 'rolesNow'>;

export interface Role {
  /** That of the fact it comes from, which tells whether it is the same on another day. */
  readonly id: string;
  readonly shown: ShownRole;
  /** That the entity is over, which says little without its date. */
  readonly isEnd?: boolean;
  /** Who says so, as it stands inside a sentence. */
  readonly saidBy?: string | undefined;
}

/** The roles of the article's day and of today; `before` and `now` as `rolesThen` and `rolesNow` of a card. */
export interface Roles {
  readonly before: readonly Role[];
  readonly now?: readonly Role[];
}

/**
 * What an entity was on the article's day and is today. Nothing is said twice: what
 * held then and is not known to have ended stands under today, with the day its
 * sources reach to where that is past. `rolesNow` is absent when nothing has changed
 * since the article's day, or there is none.
 */
export function thenAndNow(prepared: Prepared, showing: Showing): States {
  const { before, now } = rolesThenAndNow(prepared, showing);
  return {
    stateOf: STATE_OF[prepared.material.entity.kind] ?? 'people',
    rolesThen: before.map(({ shown }) => shown),
    ...(now && { rolesNow: now.map(({ shown }) => shown) }),
  };
}

/** The same with what a list's line says of roles. */
export function rolesThenAndNow(prepared: Prepared, showing: Showing): Roles {
  const { article, today } = showing.view;
  const now = rolesOn(today, prepared, showing);
  if (article === undefined) return { before: now };
  const then = rolesOn(article, prepared, showing);
  // Of an event still to come, how far off it was is said elsewhere.
  if (prepared.material.entity.kind === 'event' && then.length === 0) return { before: [] };
  const still = new Set(now.map(({ id }) => id));
  const ended = then.filter(({ id }) => !still.has(id));
  return ended.length === 0 && then.length === now.length
    ? { before: now }
    : { before: ended, now };
}

/** What held on a day, and what did when its sources last spoke; the newest first. */
function rolesOn(day: Day, prepared: Prepared, showing: Showing): Role[] {
  const { beginnings, endings, material } = prepared;
  const { kind } = material.entity;
  const over = endings
    .filter((one) => isPast(one, day))
    .map((one) => milestone(one, OVER, kind, day, showing));
  const isOver = over.length > 0 && over.length === endings.length;
  if (isOver) return over;
  const held = stateOn(prepared, day).held.flatMap(({ dated }) =>
    isBegun(dated, day) && !isContestedOn(day, dated) ? [dated] : [],
  );
  const isThere = existedOn(prepared, day) !== 'no';
  const begun = beginnings
    .filter(({ fact }) => (isThere ? fact.predicate === START_TIME : kind !== 'event'))
    .map((one) => milestone(one, isThere ? THERE : NOT_YET, kind, day, showing));
  const rivals = prepared.inOffice.filter(
    (one) =>
      isBegun(one, day) &&
      held.some(({ fact }) => showing.disagreements.get(fact.id)?.includes(one.fact.id)),
  );
  const roles = [...held.slice(0, MOST_ROLES), ...rivals].map((one) =>
    roleOf(one, day, prepared, showing),
  );
  // Where packs date an end before the day and after it, what held may hold, and both stand there.
  return [...begun.slice(0, 1), ...over, ...besideTheirOthers(roles, showing)];
}

/** What was denied only later held that day, to whoever read of it. */
function isContestedOn(day: Day, { fact: { stances } }: DatedFact): boolean {
  return stances !== undefined && isContested({ stances: [...stancesBy(stances, day)] });
}

function isPast({ fact }: DatedFact, day: Day): boolean {
  const days = possibleDays(momentOf(fact) ?? '');
  return days !== null && day >= days.latest;
}

type WordsByPredicate = Readonly<Record<string, (kind: Kind) => Key>>;

const OVER: WordsByPredicate = {
  P570: () => 'facts.died',
  P576: (kind) => (kind === 'agreement' ? 'facts.noLongerInForce' : 'facts.dissolved'),
  P582: (kind) => (kind === 'agreement' ? 'facts.noLongerInForce' : 'facts.ended'),
};
const NOT_YET: WordsByPredicate = {
  P569: () => 'facts.notYet.born',
  P571: (kind) => (kind === 'agreement' ? 'facts.notYet.concluded' : 'facts.notYet.founded'),
  P580: (kind) => (kind === 'agreement' ? 'facts.notYet.inForce' : 'facts.notYet.begun'),
};
const THERE: WordsByPredicate = {
  P580: (kind) => (kind === 'agreement' ? 'facts.inForce' : 'facts.goingOn'),
};

/** A word on whether the entity is there, with the date it was or will be so. */
function milestone(
  one: DatedFact,
  keys: WordsByPredicate,
  kind: Kind,
  day: Day,
  showing: Showing,
): Role {
  const { words } = showing.view;
  const { fact } = one;
  const date = formatDate(momentOf(fact) ?? '', showing.view);
  const key = keys[fact.predicate]?.(kind);
  const [mark, when] =
    keys === THERE
      ? ['#there', words('facts.since', date)]
      : keys === NOT_YET
        ? ['#not-yet', words('facts.until', date)]
        : ['', date];
  return {
    id: `${fact.id}${mark}`,
    isEnd: keys === OVER,
    saidBy: saidBy(one, day, showing),
    shown: {
      parts: [{ text: key === undefined ? '' : words(key), lang: words.tag }],
      date: when,
      ...aside(one, day, showing),
    },
  };
}

function roleOf(one: DatedFact, day: Day, prepared: Prepared, showing: Showing): Role {
  const { named, view } = showing;
  const date = termWords(one, named.sources, view);
  const asOf = reachWords(one, named, day, view);
  return {
    id: one.fact.id,
    saidBy: saidBy(one, day, showing),
    shown: {
      parts: partsOf(one, prepared, showing),
      ...(date !== undefined && { date }),
      ...(asOf !== undefined && { asOf }),
      ...aside(one, day, showing),
    },
  };
}

/**
 * Holders and parties are told by their names alone: the heading says what they are. Of
 * whom another pack has in a person's office both ends are named.
 */
function partsOf(
  one: DatedFact,
  { inOffice, material }: Prepared,
  { wording }: Showing,
): TextPart[] {
  if (inOffice.includes(one)) return factParts(one.fact, 'both', wording);
  const { entity } = material;
  const other = otherEnd(one.fact, entity.id);
  return other !== undefined && (entity.kind === 'office' || entity.kind === 'agreement')
    ? [entityPart(other, wording)]
    : factParts(one.fact, sideIn(one, material), wording);
}

function saidBy({ fact }: DatedFact, day: Day, { wording }: Showing): string | undefined {
  return fact.stances && attributionInside(stancesBy(fact.stances, day), wording);
}

/** Who said so up to a day, since when it is known, which pack, from which sources. */
function aside(
  one: DatedFact,
  day: Day,
  showing: Showing,
): Omit<ShownRole, 'parts' | 'date' | 'asOf'> {
  const { view, wording } = showing;
  const attribution = one.fact.stances && attributionOf(stancesBy(one.fact.stances, day), wording);
  const known = notKnownUntil(one, view.article, view);
  const { pack } = disagreementOf(one, showing);
  return {
    ...(attribution !== undefined && { attribution }),
    ...(known !== undefined && { notKnownUntil: known }),
    ...(pack !== undefined && { pack }),
    sources: [...one.fact.sources],
  };
}

/** Roles of which packs say different things, next to each other. */
function besideTheirOthers(roles: readonly Role[], { disagreements }: Showing): Role[] {
  const left = new Set(roles);
  return roles.flatMap((role) => {
    if (!left.delete(role)) return [];
    const others = roles.filter(({ id }) => disagreements.get(role.id)?.includes(id));
    return [role, ...others.filter((other) => left.delete(other))];
  });
}
