import * as v from 'valibot';
import type { Entity, Fact, PackLine } from '../../facts/pack-format.ts';
import { wikidataPage } from '../wikidata-ids.ts';
import { kindOf } from './kinds.ts';
import type { WantedLanguage } from './languages.ts';
import { namesOf, summaryOf } from './names.ts';
import { namesItems, PROPERTIES, predicateOf } from './properties.ts';
import type { DateProperty, ItemProperty } from './property.ts';
import {
  dayOfTimestamp,
  itemSource,
  itemSourceId,
  referenceSources,
  websiteOf,
} from './references.ts';
import { type Refusal, readStatement, type Said } from './statements.ts';
import {
  EntityHeadSchema,
  itemsOf,
  member,
  type Statement,
  statementsOf,
} from './wikibase-json.ts';

/** Says which items go into a pack, from the id and the classes (values of P31, preferred first). */
export type Keep = (id: string, classes: readonly string[]) => boolean;

/** What a converter knows beside the entity at hand. */
export interface ItemContext {
  readonly today: string;
  readonly wanted: readonly WantedLanguage[];
  readonly keep?: Keep | undefined;
  /** The name of another item, where the file has it. */
  readonly labelOf: (id: string) => string | undefined;
  /** An entity line for an item that a fact names and of which the file has only the name. */
  readonly stubOf: (id: string, property: ItemProperty) => Entity | undefined;
  /** The predicates already written; those that are added here are noted in it. */
  readonly predicates: Set<string>;
}

/** A line of the pack, or why something is not in it. */
export type Outcome = PackLine | Refusal;

/** The sitelinks at which prominence is 1: about what the best known countries have. */
const MOST_SITELINKS = 300;

/**
 * How well known an item is, 0 to 1, by the number of wikis that have a page on
 * it: log(1 + n) / log(1 + 300), so that one wiki is 0.12, ten 0.42, a hundred 0.81.
 */
export function prominenceOf(sitelinks: number): number {
  const share = Math.log1p(Math.max(0, sitelinks)) / Math.log1p(MOST_SITELINKS);
  return Math.round(Math.min(1, share) * 100) / 100;
}

/**
 * One entity of Wikibase's JSON as lines of a pack: its page as a source, itself,
 * and its facts, each after the predicate and sources it names. An item that is
 * not kept gives nothing; what is no item, has no name in the languages wanted, or
 * does not exist gives a refusal.
 */
export function convertItem(json: unknown, context: ItemContext): Outcome[] {
  const head = v.safeParse(EntityHeadSchema, json);
  if (!head.success) {
    const [issue] = head.issues;
    return [
      {
        message: `${v.getDotPath(issue) ?? 'the entity'}: ${issue.message}`,
        mend: 'expected an entity of Wikidata: {"type":"item","id":"Q…","labels":{…},"claims":{…}}',
      },
    ];
  }
  const { id, type = 'item', modified } = head.output;
  if (member(json, 'missing') !== undefined) {
    return [{ message: `Wikidata has no ${id}`, mend: 'ask for an id that exists' }];
  }
  if (type !== 'item' || !id.startsWith('Q')) {
    return [
      {
        message: `${id} is a ${type} of Wikidata, not an item`,
        mend: 'nothing is lost: packs are made from items (Q…) alone',
      },
    ];
  }
  const classes = itemsOf(json, 'P31');
  if (context.keep && !context.keep(id, classes)) return [];

  const kind = kindOf(json, classes);
  const names = namesOf(json, kind, context.wanted);
  const [name] = names;
  if (!name) return [unnamed(id, json)];
  const summary = summaryOf(json, context.wanted);
  const sitelinks = member(json, 'sitelinks');
  const website = websiteOf(statementsOf(json, 'P856').sound);
  const entity: Entity = {
    id,
    kind,
    names,
    ...(summary && { summary }),
    ...(typeof sitelinks === 'object' &&
      sitelinks !== null && { prominence: prominenceOf(Object.keys(sitelinks).length) }),
    links: { wikidata: wikidataPage(id), ...(website !== undefined && { website }) },
  };
  const day = dayOfTimestamp(modified);
  const page = itemSource(id, name.text, { modified: day, today: context.today });
  return [
    { kind: 'source', source: page },
    { kind: 'entity', entity },
    ...factLines(json, id, day ?? context.today, context),
  ];
}

function unnamed(id: string, json: unknown): Refusal {
  const labels = member(json, 'labels');
  const has = Object.keys(typeof labels === 'object' && labels !== null ? labels : {}).slice(0, 5);
  return {
    message: `${id} has no name in the languages chosen`,
    mend:
      has.length === 0
        ? 'it has none in any: give it a label in Wikidata'
        : `choose one of the languages it has, for instance ${has.join(', ')}`,
  };
}

function* factLines(
  json: unknown,
  item: string,
  day: string,
  context: ItemContext,
): Generator<Outcome> {
  const ids = new Set<string>();
  const sources = new Set<string>();
  for (const property of PROPERTIES) {
    const { sound, broken } = statementsOf(json, property.id);
    if (broken > 0) {
      yield {
        message: `${item} has ${broken} statements of ${property.id} (${property.label}) that cannot be read`,
        mend: 'expected {"mainsnak":{"snaktype":…},"rank":…} for each',
      };
    }
    for (const [at, statement] of sound.entries()) {
      const said = readStatement(property, statement);
      if (said === undefined) continue;
      if ('message' in said) {
        yield {
          message: `${item} ${property.id} (${property.label}): ${said.message}`,
          mend: said.mend,
        };
        continue;
      }
      const references = referenceSources(statement.references, {
        item,
        day,
        labelOf: context.labelOf,
      });
      yield* newLines(property, said, context);
      for (const source of references.filter((one) => !sources.has(one.id))) {
        sources.add(source.id);
        yield { kind: 'source', source };
      }
      const fact: Fact = {
        id: factId(item, property.id, statement, at, ids),
        subject: item,
        predicate: property.id,
        ...said,
        sources: [...new Set([itemSourceId(item), ...references.map(({ id }) => id)])],
      };
      yield { kind: 'fact', fact };
    }
  }
}

/** The predicate and the object's name, where they are not written yet. */
function* newLines(
  property: DateProperty | ItemProperty,
  said: Said,
  context: ItemContext,
): Generator<PackLine> {
  if (!context.predicates.has(property.id)) {
    context.predicates.add(property.id);
    yield { kind: 'predicate', predicate: predicateOf(property) };
  }
  if (said.object === undefined || !namesItems(property)) return;
  const entity = context.stubOf(said.object, property);
  if (entity) yield { kind: 'entity', entity };
}

const SHORT = 8;

/** The id of a statement's fact: "Q42-P39-f078e5b3", from the start of the statement's UUID. */
export function statementFactId(item: string, property: string, uuid: string): string {
  return `${item}-${property}-${uuid.slice(0, SHORT).toLowerCase()}`;
}

/** The same, but for statements whose ids begin alike or are missing. */
function factId(
  item: string,
  property: string,
  { id }: Statement,
  at: number,
  taken: Set<string>,
): string {
  const uuid = /\$([0-9A-Fa-f-]{8,36})$/u.exec(id ?? '')?.[1];
  const numbered = `${item}-${property}-n${at + 1}`;
  const candidates =
    uuid === undefined
      ? [numbered]
      : [statementFactId(item, property, uuid), `${item}-${property}-${uuid.toLowerCase()}`];
  const free = candidates.find((one) => !taken.has(one)) ?? numbered;
  taken.add(free);
  return free;
}
