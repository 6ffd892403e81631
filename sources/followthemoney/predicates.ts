import type { Predicate } from '../../facts/pack-format.ts';
import type { Topic } from '../../facts/vocabulary.ts';

interface Words {
  readonly label: string;
  readonly phrase: string;
  readonly sentence: string;
  readonly topic: Topic;
  readonly inverse?: string;
  readonly inversePhrase?: string;
}

/** What FollowTheMoney says and no property of Wikidata does, in our own words. */
const OWN = {
  'listed-as': {
    label: 'listed as',
    phrase: 'listed as {value}',
    sentence: '{subject}, listed as {value}',
    topic: 'other',
  },
  sanctioned: {
    label: 'sanctioned by',
    phrase: 'sanctioned by {value}',
    sentence: '{subject}, sanctioned by {value}',
    topic: 'event',
  },
  'described-as': {
    label: 'position, as the source words it',
    phrase: '{value}',
    sentence: '{subject}: {value}',
    topic: 'role',
  },
  country: {
    label: 'country',
    phrase: 'country: {value}',
    sentence: '{subject}, country: {value}',
    topic: 'location',
  },
  'has-held': {
    label: 'has held',
    inverse: 'holder, now or formerly',
    phrase: 'has held: {object}',
    inversePhrase: 'holder, now or formerly: {subject}',
    sentence: '{subject}, now or formerly {object}',
    topic: 'other',
  },
  'director-of': {
    label: 'director of',
    inverse: 'director',
    phrase: 'director of {object}',
    inversePhrase: 'director: {subject}',
    sentence: '{subject} as director of {object}',
    topic: 'role',
  },
  'relative-of': {
    label: 'relative',
    inverse: 'relative',
    phrase: 'relative of {object}',
    inversePhrase: 'relative of {subject}',
    sentence: '{subject} and {object}, relatives',
    topic: 'relation',
  },
  'associate-of': {
    label: 'associate',
    inverse: 'associate',
    phrase: 'associate of {object}',
    inversePhrase: 'associate of {subject}',
    sentence: '{subject} and {object}, associates',
    topic: 'relation',
  },
  'linked-to': {
    label: 'linked to',
    inverse: 'linked to',
    phrase: 'linked to {object}',
    inversePhrase: 'linked to {subject}',
    sentence: 'link of {subject} to {object}',
    topic: 'relation',
  },
  represents: {
    label: 'represents',
    inverse: 'represented by',
    phrase: 'represents {object}',
    inversePhrase: 'represented by {subject}',
    sentence: '{subject} for {object}',
    topic: 'relation',
  },
  paid: {
    label: 'paid',
    inverse: 'paid by',
    phrase: 'payment to {object}',
    inversePhrase: 'payment from {subject}',
    sentence: 'payment of {subject} to {object}',
    topic: 'holding',
  },
} as const satisfies Record<string, Words>;

export type OwnPredicate = keyof typeof OWN;

/** Whether a predicate is one of these, or a property of Wikidata. */
export function isOwn(name: string): name is OwnPredicate {
  return Object.hasOwn(OWN, name);
}

/** One of our own predicates as a pack of that id has it. */
export function ownPredicate(pack: string, name: OwnPredicate): Predicate {
  const words: Words = OWN[name];
  return {
    id: `${pack}:${name}`,
    label: { en: words.label },
    ...(words.inverse !== undefined && { inverse: { en: words.inverse } }),
    phrase: { en: words.phrase },
    ...(words.inversePhrase !== undefined && { inversePhrase: { en: words.inversePhrase } }),
    sentence: { en: words.sentence },
    topic: words.topic,
  };
}
