import type { Entity, Name, PackLine } from '../../facts/pack-format.ts';
import type { ReadLine } from '../../facts/read-pack.ts';
import type { Kind } from '../../facts/vocabulary.ts';
import type { Converter, ConvertOptions, Format } from '../converter.ts';
import { type JsonDocument, jsonDocumentConverter } from '../json-document.ts';
import { located } from '../wikidata/dump.ts';
import { type Outcome, prominenceOf } from '../wikidata/entity.ts';
import {
  aliasesIn,
  isLanguageTag,
  languageTag,
  type TaggedText,
  textsIn,
  type WantedLanguage,
  wantedLanguages,
} from '../wikidata/languages.ts';
import { mergeNames, summaryOf } from '../wikidata/names.ts';
import { partNamesakes } from '../wikidata/namesakes.ts';
import { wikidataHeader } from '../wikidata/pack-header.ts';
import { namesItems, predicateOf, propertyOf } from '../wikidata/properties.ts';
import { itemSource, itemSourceId } from '../wikidata/references.ts';
import { member } from '../wikidata/wikibase-json.ts';
import { wikidataPage } from '../wikidata-ids.ts';
import { type Item, ItemCollector, type ItemFact, type TextsByLanguage } from './items.ts';

/**
 * Converts results of a query at Wikidata's query service (SPARQL 1.1 Query
 * Results JSON, W3C 2013) whose variables have these names. Only `?item` must be
 * there; others are ignored. Rows about the same item are put together, and a
 * fact that several rows repeat is taken once.
 *
 * | variable | what it is bound to |
 * |---|---|
 * | `?item` | the item: `http://www.wikidata.org/entity/Q42` |
 * | `?itemLabel`, `?label_fa` | its name: in the language of the literal, or of the variable (`?label_zh_hant`) |
 * | `?itemAltLabel`, `?altLabel_fa` | other names, parted by "\|" (`GROUP_CONCAT(…; separator="\|")`) |
 * | `?itemDescription`, `?description_fa` | the summary |
 * | `?kind` | a kind of the pack format ("person"), or a class of Wikidata that is known here; else a person where a row has a position, party, birth or death, else `other` |
 * | `?position`, `?positionLabel` | a position held (P39) |
 * | `?statement` | the statement of the position: its fact then has the same id as from Wikidata's JSON |
 * | `?start`, `?startPrecision`, `?end`, `?endPrecision` | from when to when the position was held, and how exactly that is known (`wikibase:timePrecision`: 11 day, 10 month, 9 year, 8 decade, 7 century) |
 * | `?party`, `?partyLabel` | a political party (P102) |
 * | `?country`, `?countryLabel` | a citizenship of a person (P27), the country of anything else (P17) |
 * | `?birth`, `?birthPrecision`, `?death`, `?deathPrecision` | days of birth (P569) and death (P570) |
 * | `?sitelinks` | `wikibase:sitelinks`, for the prominence |
 * | `?article` | a page about it, for instance on Wikipedia |
 * | `?modified` | `schema:dateModified`: the day that the item speaks for; else it is that of the import |
 */
export function sparqlConverter(options: ConvertOptions): Converter {
  return jsonDocumentConverter((document) => convertResults(document, options));
}

function convertResults(document: JsonDocument, options: ConvertOptions): readonly ReadLine[] {
  const rows = rowsOf(document);
  if ('message' in rows) {
    return located(1, [{ kind: 'pack', pack: wikidataHeader(options) }, rows]);
  }
  const collector = new ItemCollector();
  const refusals = rows.rows.flatMap((row, at) =>
    collector
      .add(row)
      .map(({ message, mend }): Outcome => ({ message: `row ${at + 1}: ${message}`, mend })),
  );
  const newest = [...collector.items.values()]
    .flatMap(({ modified }) => modified ?? [])
    .toSorted()
    .at(-1);
  const pack: PackLine = { kind: 'pack', pack: wikidataHeader(options, newest) };
  const lines = [...linesOf(collector, options)];
  return partNamesakes(located(1, [pack, ...refusals, ...lines]));
}

function rowsOf(
  document: JsonDocument,
): { readonly rows: readonly unknown[] } | { readonly message: string; readonly mend: string } {
  const mend = 'expected SPARQL results: {"head":{"vars":["item",…]},"results":{"bindings":[…]}}';
  if ('fault' in document) return { message: `the document ${document.fault}`, mend };
  const { json } = document;
  const rows = member(member(json, 'results'), 'bindings');
  if (!Array.isArray(rows)) return { message: 'the document has no rows of results', mend };
  const variables = member(member(json, 'head'), 'vars');
  if (Array.isArray(variables) && !variables.includes('item')) {
    return {
      message: `the results have no ?item, only ${variables.map((name) => `?${name}`).join(' ')}`,
      mend: 'name the variable of the item ?item in the query',
    };
  }
  return { rows };
}

function* linesOf(collector: ItemCollector, options: ConvertOptions): Generator<Outcome> {
  const wanted = wantedLanguages(options.languages);
  const predicates = new Set<string>();
  const written = new Set<string>();
  for (const [id, item] of collector.items) {
    const entity = entityOf(id, item, wanted);
    if (!entity) {
      yield {
        message: `${id} has no name`,
        mend: 'bind ?itemLabel, or a column like ?label_en, to its label',
      };
      continue;
    }
    const [name] = entity.names;
    const days = { modified: item.modified, today: options.today };
    yield { kind: 'source', source: itemSource(id, name?.text ?? id, days) };
    yield { kind: 'entity', entity };
    for (const fact of factsOf(id, item, entity.kind)) {
      const property = propertyOf(fact.predicate);
      if (!predicates.has(property.id)) {
        predicates.add(property.id);
        yield { kind: 'predicate', predicate: predicateOf(property) };
      }
      const { object } = fact;
      if (object !== undefined && !collector.items.has(object) && !written.has(object)) {
        written.add(object);
        const kind = namesItems(property) ? property.object : 'other';
        const named = namedOnly(object, collector.names.get(object)?.texts, kind, wanted);
        if (named) yield { kind: 'entity', entity: named };
      }
      yield { kind: 'fact', fact: { ...fact, subject: id, sources: [itemSourceId(id)] } };
    }
  }
}

function entityOf(id: string, item: Item, wanted: readonly WantedLanguage[]): Entity | undefined {
  const kind = item.kind ?? (item.facts.size > 0 ? 'person' : 'other');
  const labels = labelsIn(item.labels, wanted);
  if (labels.length === 0) return undefined;
  const names = mergeNames(labels, aliasesIn(item.aliases.all(), wanted), kind);
  const summary = summaryOf({ descriptions: item.descriptions.single() }, wanted);
  return {
    id,
    kind,
    names,
    ...(summary && { summary }),
    ...(item.sitelinks !== undefined && { prominence: prominenceOf(item.sitelinks) }),
    links: {
      wikidata: wikidataPage(id),
      ...(item.article !== undefined && { article: item.article }),
    },
  };
}

/** Labels in the languages wanted; where there is none, the one that the query gave. */
function labelsIn(labels: TextsByLanguage, wanted: readonly WantedLanguage[]): TaggedText[] {
  const found = textsIn(labels.single(), wanted);
  const first = labels.first();
  if (found.length > 0 || !first) return found;
  const { code, text } = first;
  return [isLanguageTag(code) && code !== 'mul' ? { text, lang: languageTag(code) } : { text }];
}

function factsOf(id: string, item: Item, kind: Kind): ItemFact[] {
  const property = kind === 'person' ? 'P27' : 'P17';
  const countries = [...item.countries].map((object) => ({
    id: `${id}-${property}-${object}`,
    predicate: property,
    object,
  }));
  return [...countries, ...item.facts.values()];
}

/** An item of which only the name is known: a position, a party, a country. */
function namedOnly(
  id: string,
  texts: TextsByLanguage | undefined,
  kind: Kind,
  wanted: readonly WantedLanguage[],
): Entity | undefined {
  const names = (texts ? labelsIn(texts, wanted) : []).map(
    (name): Name => ({ ...name, needs: 'context' }),
  );
  if (names.length === 0) return undefined;
  return { id, kind, names, links: { wikidata: wikidataPage(id) } };
}

/** Results of a query at Wikidata's query service. */
export const sparqlResults: Format = {
  id: 'sparql-results',
  name: 'SPARQL results (JSON)',
  shape: 'document',
  recognises: (sample) =>
    /^\uFEFF?\s*\{/u.test(sample) &&
    (/"head"\s*:\s*\{[^{}]*"vars"\s*:\s*\[/u.test(sample) ||
      /"results"\s*:\s*\{[^{}[\]]*"bindings"\s*:\s*\[/u.test(sample)),
  converter: sparqlConverter,
};
