import { type Answer, agreed, holdsIn } from './as-of.ts';
import type { CardMaterial } from './card-material.ts';
import { isContested } from './claims.ts';
import { type DatedFact, dated, momentOf } from './dated-facts.ts';
import { possibleDays } from './dates.ts';
import type { Day } from './days.ts';
import { type Disagreements, disagreements, groups, type Seat } from './disagreements.ts';
import type { Fact } from './pack-format.ts';
import { BEGINNINGS, ENDINGS, isRole, PARTIES } from './predicates.ts';
import { datedOnce } from './same-facts.ts';
import { type Side, sideOf } from './sentence.ts';

/** What a card is made from, with dates read, packs that agree made one, and the others set against each other. */
export interface Prepared {
  readonly material: CardMaterial;
  readonly facts: readonly DatedFact[];
  /** Those that say what the entity is at a time: its roles, holders, parties, people. */
  readonly standing: ReadonlySet<DatedFact>;
  /** Those that say when it ended, and when it began. */
  readonly endings: readonly DatedFact[];
  readonly beginnings: readonly DatedFact[];
  readonly disagreements: Disagreements;
  /** Facts of others who held the offices, for what follows from them. */
  readonly inOffice: readonly DatedFact[];
}

/** One thing that an entity is on a day, surely or perhaps. */
export interface Held {
  readonly dated: DatedFact;
  readonly answer: Answer;
}

/** What an entity is on a day. */
export interface State {
  /** Whether it is there: alive, not dissolved, in force. */
  readonly exists: Answer;
  /** What is not surely otherwise, the newest first. */
  readonly held: readonly Held[];
}

export function prepare(material: CardMaterial): Prepared {
  const { entity, sources } = material;
  const facts = datedOnce(material.facts, material);
  const inOffice = (material.inOffice ?? []).map((fact) => dated(fact, material));
  const standing = new Set<DatedFact>();
  const endings: DatedFact[] = [];
  const beginnings: DatedFact[] = [];
  const packs = new Set<string>();
  for (const one of facts) {
    const { fact } = one;
    for (const pack of one.packs) packs.add(pack);
    if (isStanding(fact, material)) standing.add(one);
    const milestones = ENDINGS.has(fact.predicate)
      ? endings
      : BEGINNINGS.has(fact.predicate)
        ? beginnings
        : undefined;
    if (!milestones || fact.subject !== entity.id || isContested(fact)) continue;
    if (momentOf(fact) !== undefined) milestones.push(one);
  }
  const isOfOnePack =
    packs.size < 2 && inOffice.every((one) => one.packs.every((id) => packs.has(id)));
  return {
    material,
    facts,
    standing,
    endings,
    beginnings,
    disagreements: isOfOnePack
      ? new Map()
      : disagreements(facts, seats([...standing], inOffice, material), sources),
    inOffice,
  };
}

/** Which end of a fact is the card's entity. */
export function sideIn({ fact }: DatedFact, { entity }: CardMaterial): Side {
  return sideOf(fact, entity.id);
}

/** The entity at the other end of a fact; undefined where it has a value. */
export function otherEnd(fact: Fact, entity: string): string | undefined {
  return fact.subject === entity ? fact.object : fact.subject;
}

/**
 * Whether a fact says what the entity is at a time: a role of a person, a holder
 * of an office, a party of an agreement, a person with a role in anything else.
 */
function isStanding(fact: Fact, { entity, entities, predicates }: CardMaterial): boolean {
  if (entity.kind === 'agreement') {
    return PARTIES.has(fact.predicate) && fact.subject === entity.id && fact.object !== undefined;
  }
  if (entity.kind === 'event' || !isRole(predicates.get(fact.predicate), fact.predicate))
    return false;
  const other = otherEnd(fact, entity.id);
  const kind = other === undefined ? undefined : entities.get(other)?.kind;
  if (entity.kind === 'person') return fact.subject === entity.id || kind !== 'person';
  return entity.kind === 'office' ? other !== undefined : kind === 'person';
}

/** The offices that a card is about: its own, or those that the person held. */
function seats(
  all: readonly DatedFact[],
  inOffice: readonly DatedFact[],
  { entity, predicates }: CardMaterial,
): Seat[] {
  const standing = all.filter(({ fact }) => isRole(predicates.get(fact.predicate), fact.predicate));
  if (entity.kind === 'person') {
    return groups([...standing, ...inOffice], ({ fact }) =>
      fact.object === undefined ? undefined : `${fact.predicate} ${fact.object}`,
    ).map((facts) => ({ facts, holderOf: ({ fact }) => fact.subject }));
  }
  return groups(standing, ({ fact }) => `${fact.predicate} ${sideOf(fact, entity.id)}`).map(
    (facts) => ({
      facts,
      holderOf: ({ fact }) => otherEnd(fact, entity.id),
    }),
  );
}

/**
 * Whether an entity was there on a day: born or founded, and not dead, dissolved or
 * over. Where no end is known that is unknown from its beginning on.
 */
export function existedOn(prepared: Pick<Prepared, 'beginnings' | 'endings'>, day: Day): Answer {
  const { began, goesOn } = lifeOn(prepared, day);
  if (began === 'no' || goesOn === 'no') return 'no';
  return goesOn === 'yes' && began !== 'unknown' ? 'yes' : 'unknown';
}

/** Absent answers: no fact says so. */
interface Life {
  readonly began: Answer | undefined;
  readonly goesOn: Answer | undefined;
}

function lifeOn({ beginnings, endings }: Pick<Prepared, 'beginnings' | 'endings'>, day: Day): Life {
  return {
    began: agreedOn(beginnings, ({ earliest, latest }) =>
      day < earliest ? 'no' : day >= latest ? 'yes' : 'unknown',
    ),
    // On its last day it is over: who died that day is dead to the reader.
    goesOn: agreedOn(endings, ({ earliest, latest }) =>
      day < earliest ? 'yes' : day >= latest ? 'no' : 'unknown',
    ),
  };
}

function agreedOn(
  facts: readonly DatedFact[],
  answer: (days: { earliest: Day; latest: Day }) => Answer,
): Answer | undefined {
  const answers = facts.flatMap(({ fact }) => {
    const days = possibleDays(momentOf(fact) ?? '');
    return days ? [answer(days)] : [];
  });
  return answers.length === 0 ? undefined : agreed(answers);
}

/**
 * What an entity was on a day. A thing that is over is nothing any more; one that is not there
 * yet may have somebody named to lead it.
 */
export function stateOn(prepared: Prepared, day: Day): State {
  const exists = existedOn(prepared, day);
  const { began, goesOn } = lifeOn(prepared, day);
  if (goesOn === 'no') return { exists, held: [] };
  const isDoubtful = began === 'unknown' || goesOn === 'unknown';
  const held = [...prepared.standing].flatMap((one): Held[] => {
    const answer = holdsIn(one.term, day);
    if (answer === 'no') return [];
    return [{ dated: one, answer: isDoubtful ? 'unknown' : answer }];
  });
  return { exists, held: held.sort((a, b) => (b.dated.day ?? 0) - (a.dated.day ?? 0)) };
}

/**
 * Whether something is worth saying of a day: that it had begun is sure, and that it
 * had ended is not. Unknown because it may not have begun is a guess; unknown because
 * its news is old is worth saying.
 */
export function isBegun({ term }: DatedFact, day: Day): boolean {
  return day >= term.start.latest && day <= term.end.latest;
}
