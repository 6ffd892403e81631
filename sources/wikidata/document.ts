import type { Entity } from '../../facts/pack-format.ts';
import type { ReadLine } from '../../facts/read-pack.ts';
import type { Converter, ConvertOptions, Format } from '../converter.ts';
import { type JsonDocument, jsonDocumentConverter } from '../json-document.ts';
import { wikidataPage } from '../wikidata-ids.ts';
import { located } from './dump.ts';
import { convertItem, type ItemContext, type Outcome } from './entity.ts';
import { textsIn, type WantedLanguage, wantedLanguages } from './languages.ts';
import { partNamesakes } from './namesakes.ts';
import { wikidataHeader } from './pack-header.ts';
import { dayOfTimestamp } from './references.ts';
import type { Refusal } from './statements.ts';
import { member } from './wikibase-json.ts';

/**
 * Converts an answer of `wbgetentities` or a page of `Special:EntityData`:
 *
 *     {"entities": {"Q42": {"type": "item", "id": "Q42", "labels": …, "claims": …}, …}}
 *
 * An item without the member "claims", as `wbgetentities` gives with
 * `props=labels`, is there to name what others' facts and references name: it is
 * written with its name alone, which then needs context. An entity that was asked
 * for by an old id comes under the id it has now.
 */
export function documentConverter(options: ConvertOptions): Converter {
  return jsonDocumentConverter((document) => convertDocument(document, options));
}

function convertDocument(document: JsonDocument, options: ConvertOptions): readonly ReadLine[] {
  const entities = entitiesOf(document);
  if ('message' in entities) {
    return located(1, [{ kind: 'pack', pack: wikidataHeader(options) }, entities]);
  }
  const newest = entities.list
    .flatMap(({ json }) => {
      const modified = member(json, 'modified');
      return dayOfTimestamp(typeof modified === 'string' ? modified : undefined) ?? [];
    })
    .toSorted()
    .at(-1);
  const wanted = wantedLanguages(options.languages);
  const names = new NamesInDocument(entities.list, wanted);
  const context: ItemContext = {
    today: options.today,
    wanted,
    labelOf: (id) => names.labelOf(id),
    stubOf: (id, property) => names.stubOf(id, property.object),
    predicates: new Set(),
  };
  const converted = new Set<unknown>();
  const convert = ({ key, json }: Listed): Outcome[] => {
    const id = member(json, 'id');
    // The same item under its own id and under one that redirects to it.
    if (typeof id === 'string' && converted.has(id)) return [];
    converted.add(id);
    if (id === undefined && member(json, 'missing') !== undefined) {
      return [{ message: `Wikidata has no ${key}`, mend: 'ask for an id that exists' }];
    }
    return convertItem(json, context);
  };
  const isNamed = ({ json }: Listed): boolean => names.isWritten(member(json, 'id'));
  const outcomes = [
    ...entities.list.filter(({ json }) => !isNameAlone(json)).flatMap(convert),
    // Those that no fact has named stand for themselves.
    ...entities.list.filter((one) => isNameAlone(one.json) && !isNamed(one)).flatMap(convert),
  ];
  const header: Outcome = { kind: 'pack', pack: wikidataHeader(options, newest) };
  return partNamesakes(located(1, [header, ...outcomes]));
}

/** An entity, and the id that it was asked for by. */
interface Listed {
  readonly key: string;
  readonly json: unknown;
}

function entitiesOf(document: JsonDocument): { readonly list: readonly Listed[] } | Refusal {
  const mend = 'expected an answer of wbgetentities or Special:EntityData: {"entities":{"Q…":{…}}}';
  if ('fault' in document) return { message: `the document ${document.fault}`, mend };
  const entities = member(document.json, 'entities');
  if (typeof entities !== 'object' || entities === null) {
    return { message: 'the document has no "entities"', mend };
  }
  return { list: Object.entries(entities).map(([key, json]) => ({ key, json })) };
}

function isNameAlone(json: unknown): boolean {
  return member(json, 'type') === 'item' && member(json, 'claims') === undefined;
}

/** Names of the items in a document. */
class NamesInDocument {
  readonly #wanted: readonly WantedLanguage[];
  readonly #byId: ReadonlyMap<unknown, unknown>;
  readonly #written = new Set<unknown>();

  constructor(list: readonly Listed[], wanted: readonly WantedLanguage[]) {
    this.#wanted = wanted;
    this.#byId = new Map(list.map(({ json }) => [member(json, 'id'), json]));
  }

  labelOf(id: string): string | undefined {
    return textsIn(member(this.#byId.get(id), 'labels'), this.#wanted)[0]?.text;
  }

  /** An entity line for an item that has its name alone, the first time that a fact names it. */
  stubOf(id: string, kind: Entity['kind']): Entity | undefined {
    const json = this.#byId.get(id);
    if (!isNameAlone(json) || this.#written.has(id)) return undefined;
    const names = textsIn(member(json, 'labels'), this.#wanted);
    if (names.length === 0) return undefined;
    this.#written.add(id);
    return {
      id,
      kind,
      names: names.map((name) => ({ ...name, needs: 'context' })),
      links: { wikidata: wikidataPage(id) },
    };
  }

  isWritten(id: unknown): boolean {
    return this.#written.has(id);
  }
}

/** An answer of Wikidata's API, or the JSON page of an entity. */
export const wikidataDocument: Format = {
  id: 'wikidata-entities',
  name: 'Wikidata entities (JSON)',
  shape: 'document',
  recognises: (sample) =>
    /^\uFEFF?\s*\{/u.test(sample) &&
    /"entities"\s*:\s*(?:\{\s*(?:\}|"[A-Z]\d+"\s*:\s*\{)|\[\s*\])/u.test(sample),
  converter: (options) => documentConverter(options),
};
