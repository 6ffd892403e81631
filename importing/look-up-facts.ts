import * as v from 'valibot';
import type { OwnEntry } from '../facts/own.ts';
import type { Fact, PackLine } from '../facts/pack-format.ts';
import { parseAnswer } from '../network/json-answer.ts';
import type { PoliteFetch } from '../network/polite-fetch.ts';
import { documentConverter } from '../sources/wikidata/document.ts';

/** What is fetched of a candidate: an entry of the reader's own without its dates. */
export type FetchedEntry = Pick<OwnEntry, 'entity' | 'facts' | 'sources' | 'predicates'>;

export interface FetchContext {
  readonly polite: PoliteFetch;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Of names and summaries, BCP 47, the reader's first. */
  readonly languages: readonly string[];
  /** Which of some entities the base knows already. */
  known(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

export const WIKIDATA_ORIGIN = 'https://www.wikidata.org';
/** Items whose names `wbgetentities` gives at once. */
const LABELS_AT_ONCE = 50;

const DocumentSchema = v.looseObject({ entities: v.record(v.string(), v.unknown()) });
const LabelsSchema = v.object({
  entities: v.record(
    v.string(),
    v.object({ labels: v.optional(v.record(v.string(), v.object({ value: v.string() }))) }),
  ),
});

/**
 * Fetches an item of Wikidata with its facts and their sources. What a fact names
 * stays an entity where the base knows it, and is a mere name otherwise.
 *
 * @param origin - of Wikidata
 * @throws NetworkError; Error when the item has no name in the languages wanted
 */
export async function fetchWikidataItem(
  id: string,
  { polite, today, languages, known }: FetchContext,
  origin: string = WIKIDATA_ORIGIN,
): Promise<FetchedEntry> {
  const url = `${origin}/wiki/Special:EntityData/${encodeURIComponent(id)}.json`;
  const { text } = await polite.text({ url, accept: 'application/json' });
  parseAnswer(DocumentSchema, text, url, 'the data of a Wikidata item');
  const converter = documentConverter({ today, languages });
  converter.lines([text], 1);
  const read = converter.end();
  const lines = read.flatMap((one) => (one.ok ? [one.read] : []));
  const entity = pick(lines, 'entity')[0]?.entity;
  if (!entity) {
    const problem = read.find((one) => !one.ok)?.problem;
    throw new Error(problem ? `${problem.message}: ${problem.mend}.` : `Wikidata has no ${id}.`);
  }
  const facts = pick(lines, 'fact').map(({ fact }) => fact);
  const objects = [...new Set(facts.flatMap(({ object }) => object ?? []))];
  const here = await known(objects);
  const unknown = objects.filter((object) => !here.has(object));
  const labels = await labelsOf(polite, unknown, languages, origin);
  return {
    entity,
    facts: facts.flatMap((fact) => named(fact, here, labels)),
    sources: pick(lines, 'source').map(({ source }) => source),
    predicates: pick(lines, 'predicate').map(({ predicate }) => predicate),
  };
}

/** A fact whose object can be shown; nothing where its name is not to be had. */
function named(
  fact: Fact,
  here: ReadonlySet<string>,
  labels: ReadonlyMap<string, Record<string, string>>,
): Fact[] {
  const { object, ...rest } = fact;
  if (object === undefined || here.has(object)) return [fact];
  const label = labels.get(object);
  return label ? [{ ...rest, value: label }] : [];
}

/** Names of items by language, in the languages wanted. */
async function labelsOf(
  polite: PoliteFetch,
  ids: readonly string[],
  languages: readonly string[],
  origin: string,
): Promise<ReadonlyMap<string, Record<string, string>>> {
  const labels = new Map<string, Record<string, string>>();
  for (let start = 0; start < ids.length; start += LABELS_AT_ONCE) {
    const query = new URLSearchParams({
      action: 'wbgetentities',
      format: 'json',
      // The request carries no cookie, and says so: Wikidata's leave for other origins.
      origin: '*',
      props: 'labels',
      languages: [...new Set([...languages.map((one) => one.toLowerCase()), 'en', 'mul'])].join(
        '|',
      ),
      ids: ids.slice(start, start + LABELS_AT_ONCE).join('|'),
    });
    const url = `${origin}/w/api.php?${query}`;
    const { text } = await polite.text({ url, accept: 'application/json' });
    const { entities } = parseAnswer(LabelsSchema, text, url, 'names of Wikidata items');
    for (const [id, { labels: found = {} }] of Object.entries(entities)) {
      const { mul, ...own } = found;
      const texts = Object.entries(own).map(([lang, { value }]) => [lang, value] as const);
      if (texts.length > 0) labels.set(id, Object.fromEntries(texts));
      else if (mul) labels.set(id, { en: mul.value });
    }
  }
  return labels;
}

function pick<K extends PackLine['kind']>(
  lines: readonly PackLine[],
  kind: K,
): Extract<PackLine, { kind: K }>[] {
  return lines.filter((line): line is Extract<PackLine, { kind: K }> => line.kind === kind);
}
