import type { OwnPredicate } from './predicates.ts';

/** An entity of FollowTheMoney that connects two others, as a fact. */
export interface Relation {
  /** The properties that name the fact's subject and its object. */
  readonly subject: string;
  readonly object: string;
  /** A property of Wikidata or one of our own. */
  readonly predicate: OwnPredicate | `P${number}`;
  /** Properties whose words are added as a note. */
  readonly notes: readonly string[];
}

/** The schemata of FollowTheMoney that connect two entities. */
export const RELATIONS: ReadonlyMap<string, Relation> = new Map(
  Object.entries({
    Occupancy: { subject: 'holder', object: 'post', predicate: 'P39', notes: [] },
    Membership: { subject: 'member', object: 'organization', predicate: 'P463', notes: ['role'] },
    Employment: { subject: 'employee', object: 'employer', predicate: 'P108', notes: ['role'] },
    Directorship: {
      subject: 'director',
      object: 'organization',
      predicate: 'director-of',
      notes: ['role'],
    },
    Ownership: {
      subject: 'asset',
      object: 'owner',
      predicate: 'P127',
      notes: ['role', 'percentage'],
    },
    Family: {
      subject: 'person',
      object: 'relative',
      predicate: 'relative-of',
      notes: ['relationship'],
    },
    Associate: {
      subject: 'person',
      object: 'associate',
      predicate: 'associate-of',
      notes: ['relationship'],
    },
    UnknownLink: { subject: 'subject', object: 'object', predicate: 'linked-to', notes: ['role'] },
    Representation: {
      subject: 'agent',
      object: 'client',
      predicate: 'represents',
      notes: ['role'],
    },
    Succession: { subject: 'predecessor', object: 'successor', predicate: 'P1366', notes: [] },
    Payment: { subject: 'payer', object: 'beneficiary', predicate: 'paid', notes: [] },
  } satisfies Record<string, Relation>),
);
