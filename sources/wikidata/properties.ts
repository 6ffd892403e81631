import type { Predicate } from '../../facts/pack-format.ts';
import { PROPERTIES_OF_ORGANISATIONS } from './properties-of-organisations.ts';
import { PROPERTIES_OF_PEOPLE } from './properties-of-people.ts';
import { PROPERTIES_OF_PLACES_AND_EVENTS } from './properties-of-places.ts';
import type { DateProperty, ItemProperty } from './property.ts';

const DATE_PROPERTIES: readonly DateProperty[] = [
  {
    id: 'P569',
    label: 'date of birth',
    phrase: 'born {value}',
    sentence: 'birth of {subject}: {value}',
    topic: 'life',
  },
  {
    id: 'P570',
    label: 'date of death',
    phrase: 'died {value}',
    sentence: 'death of {subject}: {value}',
    topic: 'life',
  },
  {
    id: 'P571',
    label: 'inception',
    phrase: 'founded {value}',
    sentence: 'founding of {subject}: {value}',
    topic: 'other',
  },
  {
    id: 'P576',
    label: 'dissolved',
    phrase: 'dissolved {value}',
    sentence: 'end of {subject}: {value}',
    topic: 'other',
  },
  {
    id: 'P580',
    label: 'start',
    phrase: 'began {value}',
    sentence: 'beginning of {subject}: {value}',
    topic: 'event',
  },
  {
    id: 'P582',
    label: 'end',
    phrase: 'ended {value}',
    sentence: 'end of {subject}: {value}',
    topic: 'event',
  },
  {
    id: 'P585',
    label: 'point in time',
    phrase: 'took place {value}',
    sentence: '{subject}: {value}',
    topic: 'event',
  },
  {
    id: 'P577',
    label: 'publication date',
    phrase: 'published {value}',
    sentence: 'publication of {subject}: {value}',
    topic: 'other',
  },
];

/**
 * The properties of Wikidata that facts are made from, in the order in which an
 * entity's facts are written; all others are left out.
 */
export const PROPERTIES: readonly (DateProperty | ItemProperty)[] = [
  ...DATE_PROPERTIES,
  ...PROPERTIES_OF_PEOPLE,
  ...PROPERTIES_OF_ORGANISATIONS,
  ...PROPERTIES_OF_PLACES_AND_EVENTS,
];

const BY_ID = new Map(PROPERTIES.map((property) => [property.id, property]));

/** Whether a property's values are items rather than dates. */
export function namesItems(property: DateProperty | ItemProperty): property is ItemProperty {
  return 'object' in property;
}

/** @throws RangeError when the table has no such property */
export function propertyOf(id: string): DateProperty | ItemProperty {
  const property = BY_ID.get(id);
  if (!property) throw new RangeError(`${id} is not in the table of properties`);
  return property;
}

export function predicateOf(property: DateProperty | ItemProperty): Predicate {
  const { id, label, phrase, sentence, topic } = property;
  return {
    id,
    label: { en: label },
    ...(namesItems(property) && {
      inverse: { en: property.inverse },
      inversePhrase: { en: property.inversePhrase },
    }),
    phrase: { en: phrase },
    sentence: { en: sentence },
    topic,
  };
}
