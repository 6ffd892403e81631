import type { Entity } from '../../facts/pack-format.ts';
import type { ReadLine } from '../../facts/read-pack.ts';
import type { Converter, ConvertOptions, Format } from '../converter.ts';
import { wikidataPage } from '../wikidata-ids.ts';
import { located } from './dump.ts';
import { convertItem, type ItemContext, type Keep, type Outcome } from './entity.ts';
import { textsIn, type WantedLanguage, wantedLanguages } from './languages.ts';
import { partNamesakes } from './namesakes.ts';
import { wikidataHeader } from './pack-header.ts';
import { dayOfTimestamp } from './references.ts';
import type { Refusal } from './statements.ts';
import { member } from './wikibase-json.ts';

/**
 * Converts an answer of `wbgetentities` or a page of `Special:EntityData`:
 *
 *     {"entities": {"Q42": {"type": "item", "id": "Q42", "labels": …, "claims": …}, …},
 *      "labels": {"Q145": {"en": "United Kingdom"}, …}}
 *
 * `labels` is optional and ours: names of items that the entities' facts and
 * references name. Such an item is written with its name alone, which then needs
 * context. An entity that was asked for by an old id comes under the id it has now.
 *
 * @param keep - which items to take, all when absent
 */
export function documentConverter(options: ConvertOptions, keep?: Keep): Converter {
  const texts: string[] = [];
  let firstLine = 1;
  return {
    lines(lines, first) {
      if (texts.length === 0) firstLine = first;
      for (const line of lines) texts.push(line);
      return [];
    },
    end: () => convertDocument(texts.join('\n'), firstLine, options, keep),
  };
}

function convertDocument(
  text: string,
  line: number,
  options: ConvertOptions,
  keep: Keep | undefined,
): readonly ReadLine[] {
  const entities = entitiesOf(text);
  if ('refusal' in entities) {
    return located(line, [{ kind: 'pack', pack: wikidataHeader(options) }, entities.refusal]);
  }
  const newest = entities.list
    .flatMap(({ json }) => {
      const modified = member(json, 'modified');
      return dayOfTimestamp(typeof modified === 'string' ? modified : undefined) ?? [];
    })
    .toSorted()
    .at(-1);
  const wanted = wantedLanguages(options.languages);
  const present = new Set(entities.list.map(({ json }) => member(json, 'id')));
  const context: ItemContext = {
    today: options.today,
    wanted,
    keep,
    ...labelsOf(entities, present, wanted),
    predicates: new Set(),
  };
  const converted = new Set<unknown>();
  const outcomes = entities.list.flatMap(({ key, json }): Outcome[] => {
    const id = member(json, 'id');
    // The same item under its own id and under one that redirects to it.
    if (typeof id === 'string' && converted.has(id)) return [];
    converted.add(id);
    if (id === undefined && member(json, 'missing') !== undefined) {
      return [{ message: `Wikidata has no ${key}`, mend: 'ask for an id that exists' }];
    }
    return convertItem(json, context);
  });
  const header: Outcome = { kind: 'pack', pack: wikidataHeader(options, newest) };
  return partNamesakes(located(line, [header, ...outcomes]));
}

interface Entities {
  readonly list: readonly { readonly key: string; readonly json: unknown }[];
  readonly labels: unknown;
}

function entitiesOf(text: string): Entities | { readonly refusal: Refusal } {
  const mend = 'expected an answer of wbgetentities or Special:EntityData: {"entities":{"Q…":{…}}}';
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { refusal: { message: `the document is not JSON (${reason})`, mend } };
  }
  const entities = member(json, 'entities');
  if (typeof entities !== 'object' || entities === null) {
    return { refusal: { message: 'the document has no "entities"', mend } };
  }
  return {
    list: Object.entries(entities).map(([key, one]) => ({ key, json: one })),
    labels: member(json, 'labels'),
  };
}

/** Names of items from the document's entities and its map of labels. */
function labelsOf(
  { list, labels }: Entities,
  present: ReadonlySet<unknown>,
  wanted: readonly WantedLanguage[],
): Pick<ItemContext, 'labelOf' | 'stubOf'> {
  const byId = new Map(
    list.map(({ json }) => [member(json, 'id'), member(json, 'labels')] as const),
  );
  const written = new Set<string>();
  return {
    labelOf: (id) => textsIn(byId.get(id) ?? member(labels, id), wanted)[0]?.text,
    stubOf: (id, property): Entity | undefined => {
      if (present.has(id) || written.has(id)) return undefined;
      const names = textsIn(member(labels, id), wanted);
      if (names.length === 0) return undefined;
      written.add(id);
      return {
        id,
        kind: property.object,
        names: names.map((name) => ({ ...name, needs: 'context' })),
        links: { wikidata: wikidataPage(id) },
      };
    },
  };
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
