import type { Fact, Predicate, Source, Value } from '../facts/pack-format.ts';
import type { Kind } from '../facts/vocabulary.ts';
import type { PoliteFetch } from '../network/polite-fetch.ts';
import {
  type Candidate,
  type ExtensionProperty,
  extend,
  offersExtension,
  proposeProperties,
  type ReconciliationService,
  viewOf,
} from '../network/reconciliation.ts';
import type { ExtensionValue } from '../network/reconciliation-format.ts';
import { cleanText } from '../sources/clean-text.ts';
import { KINDS_OF_SCHEMATA } from '../sources/followthemoney/names.ts';
import { kindOfClass } from '../sources/wikidata/kinds.ts';
import type { FetchedEntry } from './look-up-facts.ts';

/** Properties that are asked for at most; a service may propose hundreds. */
const MOST_PROPERTIES = 40;
/** Values of one property that become facts. */
const MOST_VALUES = 20;
const DAY = /^\d{4}-\d{2}-\d{2}/u;

/**
 * What a service tells of a candidate: its name, what it is, and the properties
 * that the service proposes for its type, where it offers any.
 *
 * @param today - YYYY-MM-DD, when the service was asked
 * @throws NetworkError
 */
export async function fetchFromService(
  service: ReconciliationService,
  candidate: Candidate,
  { polite, today }: { readonly polite: PoliteFetch; readonly today: string },
): Promise<FetchedEntry> {
  const id = localId(service, candidate.id);
  const page = viewOf(service, candidate.id);
  const source: Source = {
    id: `${id}#source`,
    title: candidate.name,
    publisher: service.manifest.name,
    url: page ?? service.url,
    accessed: today,
  };
  const properties = await propertiesOf(service, candidate, polite);
  const values = await valuesOf(service, candidate.id, properties, polite);
  const facts = values.map(
    ([property, value], at): Fact => ({
      id: `${id}#${at + 1}`,
      subject: id,
      predicate: predicateId(service, property),
      value,
      sources: [source.id],
    }),
  );
  const used = new Set(facts.map(({ predicate }) => predicate));
  const description = candidate.description === undefined ? '' : cleanText(candidate.description);
  return {
    entity: {
      id,
      kind: kindOf(candidate),
      names: [{ text: cleanText(candidate.name) || candidate.id }],
      ...(description !== '' && { summary: { en: description } }),
      ...(page !== undefined && { links: { page } }),
    },
    facts,
    sources: [source],
    predicates: properties
      .map((property): Predicate => {
        const name = cleanText(property.name) || property.id;
        return { id: predicateId(service, property), label: { en: name }, topic: 'other' };
      })
      .filter((predicate) => used.has(predicate.id)),
  };
}

/** An id that no other service's can be: of white space there is none in ids of packs. */
export function localId({ url }: ReconciliationService, id: string): string {
  return `${new URL(url).host}:${encodeURIComponent(id)}`.slice(0, LONGEST_ID);
}

const LONGEST_ID = 160;

function predicateId(service: ReconciliationService, { id }: ExtensionProperty): string {
  return localId(service, id);
}

function kindOf({ types }: Candidate): Kind {
  for (const { id, name = '' } of types) {
    const kind = kindOfClass(id) ?? KINDS_OF_SCHEMATA.get(id) ?? KINDS_OF_SCHEMATA.get(name);
    if (kind) return kind;
  }
  return 'other';
}

async function propertiesOf(
  service: ReconciliationService,
  { types: [type] }: Candidate,
  polite: PoliteFetch,
): Promise<readonly ExtensionProperty[]> {
  const isOffered = offersExtension(service) && service.manifest.extend?.propose_properties;
  if (!isOffered || !type) return [];
  const proposed = await proposeProperties(polite, service, type.id);
  return proposed.slice(0, MOST_PROPERTIES);
}

async function valuesOf(
  service: ReconciliationService,
  id: string,
  properties: readonly ExtensionProperty[],
  polite: PoliteFetch,
): Promise<(readonly [ExtensionProperty, Value])[]> {
  if (properties.length === 0) return [];
  const ids = properties.map((property) => property.id);
  const row = (await extend(polite, service, [id], ids)).values.get(id);
  return properties.flatMap((property) =>
    (row?.get(property.id) ?? []).slice(0, MOST_VALUES).flatMap((value) => {
      const read = readValue(value);
      return read === undefined ? [] : [[property, read] as const];
    }),
  );
}

function readValue(value: ExtensionValue): Value | undefined {
  switch (value.kind) {
    case 'number':
      return value.number;
    case 'date': {
      const day = DAY.exec(value.date)?.[0];
      return day === undefined ? textValue(value.date) : { date: day };
    }
    case 'entity':
      return textValue(value.name);
    case 'text':
      return textValue(value.text);
  }
}

function textValue(text: string): Value | undefined {
  const clean = cleanText(text);
  return clean === '' ? undefined : { en: clean };
}
