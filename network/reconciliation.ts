import * as v from 'valibot';
import { parseAnswer } from './json-answer.ts';
import { NetworkError } from './network-error.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import {
  CandidateSchema,
  CellSchema,
  type EntityType,
  ExtendResponseSchema,
  type ExtensionValue,
  type Manifest,
  ManifestSchema,
  PropertyProposalSchema,
  ResultBatchSchema,
  SuggestionSchema,
  SuggestResponseSchema,
} from './reconciliation-format.ts';

/** A service that looks names up: Wikidata's, or one on a newsroom's own machine. */
export interface ReconciliationService {
  /** Where it answers, after redirects. */
  readonly url: string;
  readonly manifest: Manifest;
}

export interface ReconciliationQuery {
  /** A name. */
  readonly query: string;
  /** Id of the type wanted, in the service's own terms. */
  readonly type?: string;
  /** How many candidates at most. */
  readonly limit?: number;
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  /** Higher is better; scales differ from service to service. */
  readonly score: number;
  /** Whether the service is sure. */
  readonly match: boolean;
  readonly description?: string;
  readonly types: readonly EntityType[];
}

export interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly types: readonly EntityType[];
}

export interface ExtensionProperty {
  readonly id: string;
  readonly name: string;
  /** The type of the entities that it leads to, where it leads to entities. */
  readonly type?: string;
}

export interface Extension {
  readonly properties: readonly ExtensionProperty[];
  /** Values by entity id, then by property id. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, readonly ExtensionValue[]>>;
}

const LIMIT = 10;
/** Names in one request; services set limits of their own, and 50 is the lowest that one states. */
const BATCH = 50;

/**
 * Asks a service for its description.
 *
 * @param url - its address, http or https, of the local machine too
 * @throws NetworkError, also when it does not speak version 0.2 or wants a key
 */
export async function openService(
  polite: PoliteFetch,
  url: string,
  signal?: AbortSignal,
): Promise<ReconciliationService> {
  const answer = await polite.text({ url, accept: 'application/json', signal });
  const manifest = parseAnswer(
    ManifestSchema,
    answer.text,
    url,
    'a Reconciliation API 0.2 service',
  );
  if (manifest.authentication !== undefined) {
    throw new NetworkError({
      fault: 'refused',
      url,
      meaning: `${manifest.name} wants a key, which Backgrounder cannot give`,
      mend: 'Use a service that is open to you without one',
    });
  }
  return { url: answer.url, manifest };
}

/** The candidates for one name, the service's best first. */
export async function reconcile(
  polite: PoliteFetch,
  service: ReconciliationService,
  query: ReconciliationQuery,
  signal?: AbortSignal,
): Promise<readonly Candidate[]> {
  const [candidates] = await reconcileAll(polite, service, [query], signal);
  return candidates ?? [];
}

/**
 * The candidates for each of some names, in their order, in as few requests as
 * services take.
 *
 * @throws NetworkError, or the signal's reason
 */
export async function reconcileAll(
  polite: PoliteFetch,
  service: ReconciliationService,
  queries: readonly ReconciliationQuery[],
  signal?: AbortSignal,
): Promise<readonly (readonly Candidate[])[]> {
  const found: (readonly Candidate[])[] = [];
  for (let start = 0; start < queries.length; start += BATCH) {
    const batch = queries.slice(start, start + BATCH);
    const asked = Object.fromEntries(
      batch.map((query, index) => [`q${index}`, { limit: LIMIT, ...query }]),
    );
    const text = await post(polite, service, { queries: JSON.stringify(asked) }, signal);
    const read = parseAnswer(ResultBatchSchema, text, service.url, 'a reconciliation result');
    for (const index of batch.keys()) {
      found.push(readEach(CandidateSchema, read[`q${index}`]?.result ?? []).map(candidateOf));
    }
  }
  return found;
}

/** Whether it can be asked for the properties of entities. */
export function offersExtension({ manifest }: ReconciliationService): boolean {
  return manifest.extend !== undefined;
}

/**
 * Properties of entities. Values that cannot be read are left out.
 *
 * @param ids - of entities, as `reconcile` gives them
 * @param properties - ids of properties, as `proposeProperties` or `suggest` give them
 * @throws NetworkError, also when the service does not offer it
 */
export async function extend(
  polite: PoliteFetch,
  service: ReconciliationService,
  ids: readonly string[],
  properties: readonly string[],
  signal?: AbortSignal,
): Promise<Extension> {
  if (!offersExtension(service)) throw notOffered(service, 'properties of entities');
  const query = { ids, properties: properties.map((id) => ({ id })) };
  const text = await post(polite, service, { extend: JSON.stringify(query) }, signal);
  const { meta, rows } = parseAnswer(ExtendResponseSchema, text, service.url, 'an extension');
  return {
    properties: meta.map(({ id, name, type }) => ({
      id,
      name,
      ...(type ? { type: type.id } : {}),
    })),
    values: new Map(
      Object.entries(rows).map(([id, row]) => [
        id,
        new Map(
          Object.entries(row).map(([property, cells]) => [
            property,
            // An empty object stands for "no value".
            readEach(
              CellSchema,
              cells.filter((cell) => !isEmptyObject(cell)),
            ),
          ]),
        ),
      ]),
    ),
  };
}

/**
 * The properties that a service proposes for a type.
 *
 * @throws NetworkError, also when the service does not offer it
 */
export async function proposeProperties(
  polite: PoliteFetch,
  service: ReconciliationService,
  type: string,
  signal?: AbortSignal,
): Promise<readonly ExtensionProperty[]> {
  const address = service.manifest.extend?.propose_properties;
  if (!address) throw notOffered(service, 'proposals of properties');
  const url = addressOf(service, address, { type });
  const { text } = await polite.text({ url, accept: 'application/json', signal });
  return parseAnswer(PropertyProposalSchema, text, url, 'a list of properties').properties;
}

/**
 * Entities, properties or types whose names begin as the reader typed.
 *
 * @throws NetworkError, also when the service does not offer it
 */
export async function suggest(
  polite: PoliteFetch,
  service: ReconciliationService,
  what: 'entity' | 'property' | 'type',
  prefix: string,
  signal?: AbortSignal,
): Promise<readonly Suggestion[]> {
  const address = service.manifest.suggest?.[what];
  if (!address) throw notOffered(service, 'suggestions');
  const url = addressOf(service, address, { prefix });
  const { text } = await polite.text({ url, accept: 'application/json', signal });
  const { result } = parseAnswer(SuggestResponseSchema, text, url, 'a list of suggestions');
  return readEach(SuggestionSchema, result).map(({ id, name, description, notable }) => ({
    id,
    name,
    ...(description ? { description } : {}),
    types: notable,
  }));
}

/** Where an entity can be read about; undefined when the service does not say, or not on the web. */
export function viewOf({ manifest }: ReconciliationService, id: string): string | undefined {
  const template = manifest.view?.url;
  if (!template?.includes('{{id}}')) return undefined;
  // Some services use whole addresses as ids.
  const text = template.replaceAll('{{id}}', () =>
    template === '{{id}}' ? id : encodeURIComponent(id),
  );
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
}

async function post(
  polite: PoliteFetch,
  { url }: ReconciliationService,
  form: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<string> {
  return (await polite.text({ url, accept: 'application/json', form, signal })).text;
}

function addressOf(
  service: ReconciliationService,
  address: {
    readonly service_url?: string | undefined;
    readonly service_path?: string | undefined;
  },
  parameters: Readonly<Record<string, string>>,
): string {
  const text = `${address.service_url ?? service.url}${address.service_path ?? ''}`;
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

function candidateOf(read: v.InferOutput<typeof CandidateSchema>): Candidate {
  const { id, name, score, match, description, type } = read;
  return { id, name, score, match, ...(description ? { description } : {}), types: type };
}

function readEach<S extends v.GenericSchema>(
  schema: S,
  list: readonly unknown[],
): v.InferOutput<S>[] {
  return list.flatMap((item) => {
    const parsed = v.safeParse(schema, item);
    return parsed.success ? [parsed.output] : [];
  });
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function notOffered({ url, manifest }: ReconciliationService, what: string): NetworkError {
  return new NetworkError({
    fault: 'refused',
    url,
    meaning: `${manifest.name} does not offer ${what}`,
    mend: 'Add what you know by hand, or use another service',
  });
}
