import * as v from 'valibot';
import type { Fact, Source } from '../../facts/pack-format.ts';
import { slugOf, UniqueIds } from '../clean-text.ts';
import type { ConvertOptions } from '../converter.ts';
import { endsBeforeStart, givenDate } from '../given-date.ts';
import { fileStem, packId, publisherOf } from '../pack-header.ts';
import type { PackWriter } from '../pack-writer.ts';
import { isQId, wikidataPage } from '../wikidata-ids.ts';
import { countryNames } from './countries.ts';
import { type FtmEntity, FtmEntitySchema, firstOf, valuesOf } from './entity.ts';
import { KINDS_OF_SCHEMATA, namesOf } from './names.ts';
import { isOwn, ownPredicate } from './predicates.ts';
import { RELATIONS, type Relation } from './relations.ts';
import { TOPIC_WORDS } from './topics.ts';

const OPEN_SANCTIONS = 'https://www.opensanctions.org';
const WEB_ADDRESS = /^https?:\/\/[^\s/]+/iu;
/** More than this is prose of the source and not a title. */
const LONGEST_TITLE = 200;
/** A language of which nothing is known (BCP 47). */
const UNKNOWN_LANGUAGE = 'und';

const DATES = [
  ['birthDate', 'P569'],
  ['deathDate', 'P570'],
  ['incorporationDate', 'P571'],
  ['dissolutionDate', 'P576'],
] as const;

/**
 * The id in a pack of an entity of FollowTheMoney. It follows from its own id
 * alone, as relations may come before what they connect and a delta names what it
 * deletes by that only.
 */
export function entityId(pack: string, ftmId: string): string {
  return isQId(ftmId) ? ftmId : `${pack}:${ftmId}`;
}

/** How the ids of all facts begin that are made from one entity of FollowTheMoney. */
export function factPrefix(ftmId: string): string {
  return `${ftmId}#`;
}

/** Makes lines of a pack from entities of FollowTheMoney, each by itself. */
export class EntityConverter {
  readonly #options: ConvertOptions;
  readonly #writer: PackWriter;
  readonly #pack: string;
  readonly #isOpenSanctions: boolean;
  /** Schemata that cards do not show, with how many were passed over and where first. */
  readonly #passedOver = new Map<string, { readonly line: number; count: number }>();
  #hasToldOfSources = false;

  constructor(options: ConvertOptions, writer: PackWriter) {
    this.#options = options;
    this.#writer = writer;
    this.#pack = packId(options);
    this.#isOpenSanctions = isOpenSanctions(options);
  }

  /** Converts one entity, as parsed from JSON; what is not one becomes a problem. */
  convert(line: number, json: unknown): void {
    const parsed = v.safeParse(FtmEntitySchema, json);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      this.#writer.problem(
        line,
        `is not an entity of FollowTheMoney: ${v.getDotPath(issue) ?? 'the line'} ${issue.message}`,
        'write {"id":"…","schema":"Person","properties":{"name":["…"]}}',
      );
      return;
    }
    const entity = parsed.output;
    const relation = RELATIONS.get(entity.schema);
    if (relation) this.#relation(line, entity, relation);
    else if (entity.schema === 'Sanction') this.#sanction(line, entity);
    else if (KINDS_OF_SCHEMATA.has(entity.schema)) this.#named(line, entity);
    else {
      const known = this.#passedOver.get(entity.schema);
      if (known) known.count++;
      else this.#passedOver.set(entity.schema, { line, count: 1 });
    }
  }

  /** Tells once for each schema how many entities of it were passed over. */
  end(): void {
    for (const [schema, { line, count }] of this.#passedOver) {
      this.#writer.problem(
        line,
        `${count} of the schema "${schema}" passed over, the first on this line: cards show nothing of the kind`,
        'nothing is to be done',
      );
    }
  }

  #named(line: number, entity: FtmEntity): void {
    const kind = KINDS_OF_SCHEMATA.get(entity.schema) ?? 'other';
    const names = namesOf(entity, kind);
    if (names.length === 0) {
      this.#writer.problem(
        line,
        `${entity.schema} "${entity.id}" has no name`,
        'give it the property "name" or delete the line',
      );
      return;
    }
    const id = entityId(this.#pack, entity.id);
    const links = this.#links(entity);
    this.#writer.entity(line, {
      id,
      kind,
      names,
      ...(Object.keys(links).length > 0 && { links }),
    });
    this.#life(line, entity, id, kind === 'person');
  }

  #links(entity: FtmEntity): Record<string, string> {
    const wikidata = [entity.id, ...valuesOf(entity, 'wikidataId')].find(isQId);
    const website = valuesOf(entity, 'website').find((url) => WEB_ADDRESS.test(url));
    return {
      ...(wikidata !== undefined && { wikidata: wikidataPage(wikidata) }),
      ...(website !== undefined && !/\s/u.test(website) && { website }),
      ...(this.#isOpenSanctions && {
        opensanctions: `${OPEN_SANCTIONS}/entities/${encodeURIComponent(entity.id)}/`,
      }),
    };
  }

  /** What an entity says of itself: dates, countries, positions, topics. */
  #life(line: number, entity: FtmEntity, subject: string, isPerson: boolean): void {
    const facts: [string, string, Fact['value']][] = [];
    for (const [property, predicate] of DATES) {
      for (const date of this.#dates(line, entity, property)) {
        facts.push([`${property}-${date}`, predicate, { date }]);
      }
    }
    for (const [property, predicate] of [
      ['nationality', 'P27'],
      ['citizenship', 'P27'],
      ['jurisdiction', 'country'],
      ['country', 'country'],
    ] as const) {
      // A person's country is where they live or come from, and their citizenship says it better.
      if (isPerson && predicate === 'country') continue;
      for (const code of valuesOf(entity, property)) {
        const value = countryNames(code, this.#options.languages);
        if (value) facts.push([`${predicate}-${slugOf(code)}`, predicate, value]);
      }
    }
    for (const title of valuesOf(entity, 'position')) {
      if (title.length > LONGEST_TITLE) continue;
      facts.push([`position-${slugOf(title)}`, 'described-as', { [UNKNOWN_LANGUAGE]: title }]);
    }
    for (const topic of valuesOf(entity, 'topics')) {
      const words = TOPIC_WORDS.get(topic);
      facts.push([`topic-${topic}`, 'listed-as', { en: words ?? `“${topic}”` }]);
    }
    if (facts.length === 0) return;
    const sources = this.#sources(line, entity);
    if (sources.length === 0) {
      this.#tellOfSources(line);
      return;
    }
    const ids = new UniqueIds();
    const written = new Set<string>();
    for (const [name, predicate, value] of facts) {
      const key = `${predicate} ${JSON.stringify(value)}`;
      if (written.has(key)) continue;
      written.add(key);
      const id = ids.give(`${factPrefix(entity.id)}${name}`);
      this.#fact(line, { id, subject, predicate, ...(value && { value }), sources });
    }
  }

  #relation(line: number, entity: FtmEntity, relation: Relation): void {
    const subjects = valuesOf(entity, relation.subject);
    const objects = valuesOf(entity, relation.object);
    if (subjects.length === 0 || objects.length === 0) {
      const missing = subjects.length === 0 ? relation.subject : relation.object;
      this.#writer.problem(
        line,
        `${entity.schema} "${entity.id}" does not say its "${missing}"`,
        `give it the property "${missing}" with the id of an entity`,
      );
      return;
    }
    const times = this.#times(line, entity);
    const sources = this.#sourcesOrProblem(line, entity);
    if (!times || sources.length === 0) return;
    const words = relation.notes.flatMap((property) => valuesOf(entity, property));
    const note = [...words, ...amountOf(entity)]
      .filter((word) => word.length <= LONGEST_TITLE)
      .join(', ');
    const predicate =
      entity.schema === 'Occupancy' && isPastOrUnknown(entity, times)
        ? 'has-held'
        : relation.predicate;
    const ids = new UniqueIds();
    for (const subject of subjects) {
      for (const object of objects) {
        this.#fact(line, {
          id: ids.give(`${factPrefix(entity.id)}${predicate}`),
          subject: entityId(this.#pack, subject),
          predicate,
          object: entityId(this.#pack, object),
          ...times,
          sources,
          // An amount alone is in our own words.
          ...(note !== '' && { note: { [words.length > 0 ? UNKNOWN_LANGUAGE : 'en']: note } }),
        });
      }
    }
  }

  /** Who put somebody under sanctions, from when to when, under which programme; not why, in others' words. */
  #sanction(line: number, entity: FtmEntity): void {
    const subjects = valuesOf(entity, 'entity');
    const by = firstOf(entity, 'authority') ?? firstOf(entity, 'program');
    if (subjects.length === 0 || by === undefined) {
      this.#writer.problem(
        line,
        `Sanction "${entity.id}" does not say ${by === undefined ? 'its authority' : 'whom it is on'}`,
        `give it the property "${by === undefined ? 'authority' : 'entity'}"`,
      );
      return;
    }
    const times = this.#times(line, entity, ['startDate', 'listingDate', 'date']);
    const sources = this.#sourcesOrProblem(line, entity);
    if (!times || sources.length === 0) return;
    const programme = valuesOf(entity, 'program').find(
      (text) => text !== by && text.length <= LONGEST_TITLE,
    );
    const ids = new UniqueIds();
    for (const subject of subjects) {
      this.#fact(line, {
        id: ids.give(`${factPrefix(entity.id)}sanctioned`),
        subject: entityId(this.#pack, subject),
        predicate: 'sanctioned',
        value: { [UNKNOWN_LANGUAGE]: by },
        ...times,
        sources,
        ...(programme !== undefined && { note: { [UNKNOWN_LANGUAGE]: programme } }),
      });
    }
  }

  /** When a relation held; undefined, with a problem written, when it ended before it began. */
  #times(
    line: number,
    entity: FtmEntity,
    startProperties: readonly string[] = ['startDate'],
  ): Pick<Fact, 'start' | 'end' | 'at'> | undefined {
    const start = startProperties.flatMap((property) => this.#dates(line, entity, property)).at(0);
    const end = this.#dates(line, entity, 'endDate').at(-1);
    const at = this.#dates(line, entity, 'date').at(0);
    if (start === undefined && end === undefined) return at === undefined ? {} : { at };
    if (!endsBeforeStart(start, end)) {
      return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
    }
    this.#writer.problem(
      line,
      `${entity.schema} "${entity.id}" ends (${end}) before it starts (${start})`,
      'correct one of the two dates from the source',
    );
    return undefined;
  }

  /** The dates of a property, the earliest first, without those that a more precise one stands for. */
  #dates(line: number, entity: FtmEntity, property: string): string[] {
    const dates = new Set<string>();
    for (const text of valuesOf(entity, property)) {
      const date = givenDate(text);
      if (date !== undefined) dates.add(date);
      else {
        this.#writer.problem(
          line,
          `${property} "${text.slice(0, 40)}" of "${entity.id}" was left out: it is not a date`,
          'write 2014, 2014-09 or 2014-09-08',
        );
      }
    }
    return [...dates]
      .filter((date) => ![...dates].some((other) => other !== date && other.startsWith(date)))
      .sort();
  }

  #fact(line: number, fact: Fact): void {
    const { predicate } = fact;
    if (!isOwn(predicate)) {
      this.#writer.property(line, predicate);
      this.#writer.fact(line, fact);
      return;
    }
    const own = ownPredicate(this.#pack, predicate);
    this.#writer.predicate(line, own);
    this.#writer.fact(line, { ...fact, predicate: own.id });
  }

  #sourcesOrProblem(line: number, entity: FtmEntity): string[] {
    const sources = this.#sources(line, entity);
    if (sources.length === 0) {
      this.#writer.problem(
        line,
        `no source can be given for ${entity.schema} "${entity.id}"`,
        'say where the file comes from, or give it the property "sourceUrl"',
      );
    }
    return sources;
  }

  #tellOfSources(line: number): void {
    if (this.#hasToldOfSources) return;
    this.#hasToldOfSources = true;
    this.#writer.problem(
      line,
      'no source can be given for what this entity says of itself, nor for others after it: only names are kept',
      'say where the file comes from, or give the entities the property "sourceUrl"',
    );
  }

  /** Datasets of OpenSanctions, else the page that the entity names, else the file itself. */
  #sources(line: number, entity: FtmEntity): string[] {
    const { url, today, header } = this.#options;
    const seen = header?.asOf ?? givenDate(entity.last_seen ?? '');
    const dates = { ...(seen !== undefined && { published: seen }), accessed: today };
    const datasets = [...new Set(entity.datasets)].filter((name) => /^[\w-]{1,100}$/u.test(name));
    const page = valuesOf(entity, 'sourceUrl').find((one) => /^https?:\/\/[^\s/]\S*$/iu.test(one));
    const sources: Source[] = [];
    if (this.#isOpenSanctions) {
      for (const name of datasets) {
        sources.push({
          id: `dataset-${name}`,
          title: `OpenSanctions: ${name}`,
          publisher: 'OpenSanctions',
          url: `${OPEN_SANCTIONS}/datasets/${name}/`,
          ...dates,
        });
      }
    }
    if (sources.length === 0 && page !== undefined) {
      const id = `${factPrefix(entity.id)}source`;
      const host = hostOf(page);
      this.#writer.sourceOfOne(line, { id, title: host, publisher: host, url: page, ...dates });
      return [id];
    }
    if (sources.length === 0 && url !== undefined) {
      sources.push({
        id: 'file',
        title: fileStem(this.#options),
        publisher: publisherOf(this.#options),
        url,
        ...(header?.asOf !== undefined && { published: header.asOf }),
        accessed: today,
      });
    }
    for (const source of sources) this.#writer.source(line, source);
    return sources.map(({ id }) => id);
  }
}

function isOpenSanctions({ url, header }: ConvertOptions): boolean {
  const host = url === undefined ? '' : hostOf(url);
  return (
    host === 'opensanctions.org' ||
    host.endsWith('.opensanctions.org') ||
    header?.publisher?.toLowerCase() === 'opensanctions'
  );
}

function hostOf(url: string): string {
  return (/^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/iu.exec(url)?.[1] ?? url).toLowerCase();
}

/** An office that is not known to be held now, and of which no end is known either. */
function isPastOrUnknown(entity: FtmEntity, times: Pick<Fact, 'end'>): boolean {
  const status = firstOf(entity, 'status');
  return times.end === undefined && (status === 'ended' || status === 'unknown');
}

/** What was paid, in the currency it was paid in where that is told: "113,969.15 EUR". */
function amountOf(entity: FtmEntity): string[] {
  for (const [property, currency] of [
    ['amount', firstOf(entity, 'currency') ?? ''],
    ['amountEur', 'EUR'],
    ['amountUsd', 'USD'],
  ] as const) {
    const amount = Number(firstOf(entity, property) ?? Number.NaN);
    if (!Number.isFinite(amount)) continue;
    return [`${amount.toLocaleString('en', { maximumFractionDigits: 2 })} ${currency}`.trim()];
  }
  return [];
}
