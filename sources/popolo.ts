import * as v from 'valibot';
import type { Fact, Name } from '../facts/pack-format.ts';
import type { Kind } from '../facts/vocabulary.ts';
import { cleanText, slugOf, UniqueIds } from './clean-text.ts';
import type { ConvertOptions, Format } from './converter.ts';
import { endsBeforeStart, givenDate } from './given-date.ts';
import { jsonDocumentConverter } from './json-document.ts';
import { fileStem, packHeader, packId, publisherOf } from './pack-header.ts';
import { PackWriter } from './pack-writer.ts';
import {
  POPOLO_LISTS,
  PopoloAreaSchema,
  PopoloEventSchema,
  type PopoloMembership,
  PopoloMembershipSchema,
  type PopoloNamed,
  PopoloOrganizationSchema,
  PopoloPersonSchema,
  PopoloPostSchema,
} from './popolo/document.ts';
import { isLanguageTag } from './wikidata/languages.ts';
import { partNamesakes } from './wikidata/namesakes.ts';
import { isQId, wikidataPage } from './wikidata-ids.ts';

const WEB_ADDRESS = /^https?:\/\/[^\s/]\S*$/iu;

/** People, organisations and memberships as Popolo JSON, for instance EveryPolitician's. */
export const POPOLO: Format = {
  id: 'popolo',
  name: 'Popolo (JSON)',
  shape: 'document',
  recognises: (sample) =>
    /^\uFEFF?\s*\{/u.test(sample) &&
    /"(?:persons|memberships|organizations|posts|areas|events)"\s*:\s*\[/u.test(sample) &&
    /^\uFEFF?\s*\{\s*"(?:persons|memberships|organizations|posts|areas|events|meta)"\s*:/u.test(
      sample,
    ),
  converter: (options) =>
    jsonDocumentConverter((document) => {
      const writer = new PackWriter();
      writer.header(1, packHeader(options));
      if ('fault' in document) writer.problem(1, document.fault, 'get the file again');
      else new PopoloDocument(options, writer).convert(listsOf(document.json));
      return partNamesakes(writer.take());
    }),
};

function listsOf(json: unknown): Map<string, unknown[]> {
  const members = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  return new Map(
    members.filter((member): member is [string, unknown[]] => Array.isArray(member[1])),
  );
}

interface Entry {
  readonly id: string;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** One document: ids of Popolo are kept by what they are of, as two lists may share one. */
class PopoloDocument {
  readonly #options: ConvertOptions;
  readonly #writer: PackWriter;
  readonly #pack: string;
  readonly #ids = new UniqueIds();
  readonly #factIds = new UniqueIds();
  readonly #pageIds = new UniqueIds();
  /** Ids of sources by their addresses: two long addresses may have one slug. */
  readonly #pages = new Map<string, string>();
  readonly #areas = new Map<string, Entry>();
  readonly #events = new Map<string, Entry>();
  readonly #organizations = new Map<string, Entry>();
  readonly #posts = new Map<string, Entry>();
  readonly #persons = new Map<string, Entry>();

  constructor(options: ConvertOptions, writer: PackWriter) {
    this.#options = options;
    this.#writer = writer;
    this.#pack = packId(options);
  }

  convert(document: ReadonlyMap<string, readonly unknown[]>): void {
    const read: Record<(typeof POPOLO_LISTS)[number], (json: unknown, place: string) => void> = {
      areas: (json, place) => {
        const area = this.#parse(PopoloAreaSchema, json, place);
        if (area) this.#entity(area, 'place', this.#areas, place);
      },
      events: (json, place) => {
        const event = this.#parse(PopoloEventSchema, json, place);
        if (!event) return;
        const start = this.#date(event.start_date, `${place}.start_date`);
        const end = this.#date(event.end_date, `${place}.end_date`);
        this.#entity(event, 'event', this.#events, place, { start, end });
      },
      organizations: (json, place) => {
        const one = this.#parse(PopoloOrganizationSchema, json, place);
        const entry = one && this.#entity(one, 'organisation', this.#organizations, place);
        if (!entry) return;
        this.#dated(one, entry.id, 'P571', one.founding_date, `${place}.founding_date`);
        this.#dated(one, entry.id, 'P576', one.dissolution_date, `${place}.dissolution_date`);
      },
      posts: (json, place) => {
        const post = this.#parse(PopoloPostSchema, json, place);
        if (!post) return;
        this.#entity(
          { ...post, name: post.label ?? post.role ?? post.name },
          'office',
          this.#posts,
          place,
        );
      },
      persons: (json, place) => {
        const person = this.#parse(PopoloPersonSchema, json, place);
        const entry = person && this.#entity(person, 'person', this.#persons, place);
        if (!entry) return;
        this.#dated(person, entry.id, 'P569', person.birth_date, `${place}.birth_date`);
        this.#dated(person, entry.id, 'P570', person.death_date, `${place}.death_date`);
      },
      memberships: (json, place) => {
        const membership = this.#parse(PopoloMembershipSchema, json, place);
        if (membership) this.#membership(membership, place);
      },
    };
    for (const list of POPOLO_LISTS) {
      for (const [at, json] of (document.get(list) ?? []).entries()) {
        read[list](json, `${list}[${at}]`);
      }
    }
  }

  #problem(place: string, message: string, mend: string): void {
    this.#writer.problem(1, `${place} ${message}`, mend);
  }

  #parse<Schema extends v.GenericSchema>(
    schema: Schema,
    json: unknown,
    place: string,
  ): v.InferOutput<Schema> | undefined {
    const parsed = v.safeParse(schema, json);
    if (parsed.success) return parsed.output;
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    this.#problem(
      `${place}${path ? `.${path}` : ''}`,
      issue.message,
      'see the Popolo specification',
    );
    return undefined;
  }

  #entity(
    record: PopoloNamed,
    kind: Kind,
    known: Map<string, Entry>,
    place: string,
    dates: Omit<Entry, 'id'> = {},
  ): Entry | undefined {
    const names = namesOf(record, kind);
    if (names.length === 0) {
      this.#problem(place, `("${record.id}") has no name`, 'give it a "name" or delete it');
      return undefined;
    }
    if (known.has(record.id)) {
      this.#problem(place, `has the id "${record.id}", which another has`, 'merge the two');
      return undefined;
    }
    const wikidata = [
      ...record.identifiers
        .filter(({ scheme }) => scheme === 'wikidata')
        .map((one) => one.identifier),
      record.id,
    ].find(isQId);
    if (wikidata !== undefined && this.#ids.has(wikidata)) {
      // Both are the same to Wikidata: what is said of this one is said of the first.
      known.set(record.id, { id: wikidata, ...dates });
      this.#problem(
        place,
        `is ${wikidata}, as another is; the two are taken for one`,
        'merge them',
      );
      return undefined;
    }
    const slug = slugOf(record.id.replace(/^.*\//su, '')) || 'unnamed';
    const id = this.#ids.give(wikidata ?? `${this.#pack}:${slug}`);
    const entry = { id, ...dates };
    known.set(record.id, entry);
    this.#writer.entity(1, {
      id,
      kind,
      names,
      ...(wikidata !== undefined && { links: { wikidata: wikidataPage(wikidata) } }),
    });
    return entry;
  }

  #date(text: string | null | undefined, place: string): string | undefined {
    if (text === undefined || text === null || text.trim() === '') return undefined;
    const date = givenDate(text);
    if (date === undefined) {
      this.#problem(
        place,
        `"${cleanText(text).slice(0, 40)}" was left out: it is not a date`,
        'write 2014, 2014-09 or 2014-09-08',
      );
    }
    return date;
  }

  #dated(
    record: PopoloNamed,
    subject: string,
    predicate: string,
    text: string | null | undefined,
    place: string,
  ): void {
    const date = this.#date(text, place);
    if (date === undefined) return;
    const source = this.#source(record.sources, subject, place);
    if (source === undefined) return;
    this.#fact(predicate, { subject, value: { date }, sources: [source] });
  }

  #membership(membership: PopoloMembership, place: string): void {
    const personId = membership.person_id ?? '';
    const person = this.#persons.get(personId)?.id;
    if (person === undefined) {
      this.#problem(
        place,
        `names the unknown person "${cleanText(personId)}"`,
        'add the person or correct "person_id"',
      );
      return;
    }
    const post = this.#known(this.#posts, membership.post_id);
    const organization = this.#known(this.#organizations, membership.organization_id);
    const party = this.#known(this.#organizations, membership.on_behalf_of_id);
    if (post === undefined && organization === undefined && party === undefined) {
      this.#problem(
        place,
        'names no post and no organisation that is in the file',
        'add it or correct the id',
      );
      return;
    }
    const period = this.#events.get(membership.legislative_period_id ?? '');
    const start = this.#date(membership.start_date, `${place}.start_date`) ?? period?.start;
    const end = this.#date(membership.end_date, `${place}.end_date`) ?? period?.end;
    if (endsBeforeStart(start, end)) {
      this.#problem(
        place,
        `ends (${end}) before it starts (${start})`,
        'correct one of the two dates',
      );
      return;
    }
    const source = this.#source(membership.sources, person, place);
    if (source === undefined) return;
    const area = this.#known(this.#areas, membership.area_id);
    const role = cleanText(membership.role ?? '');
    const shared = {
      subject: person,
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      sources: [source],
    };
    const there = {
      ...shared,
      ...(area !== undefined && { place: area }),
      ...(role !== '' && role !== 'member' && { note: { und: role } }),
    };
    if (post !== undefined) this.#fact('P39', { ...there, object: post });
    else if (organization !== undefined) this.#fact('P463', { ...there, object: organization });
    if (party !== undefined) this.#fact('P102', { ...shared, object: party });
  }

  /** The entity that an id stands for, if the file has it. */
  #known(entries: ReadonlyMap<string, Entry>, id: string | null | undefined): string | undefined {
    return id === undefined || id === null ? undefined : entries.get(id)?.id;
  }

  #fact(predicate: string, fact: Omit<Fact, 'id' | 'predicate'>): void {
    const parts = [fact.subject, predicate, fact.object, fact.start].filter(
      (part) => part !== undefined,
    );
    this.#writer.property(1, predicate);
    this.#writer.fact(1, { id: this.#factIds.give(parts.join('/')), predicate, ...fact });
  }

  /** The page that a record names, else the file, else the Wikidata page of whom it is about. */
  #source(
    sources: readonly { readonly url: string }[],
    subject: string,
    place: string,
  ): string | undefined {
    const { url, today, header } = this.#options;
    const page = sources.map((one) => one.url.trim()).find((one) => WEB_ADDRESS.test(one));
    const dates = {
      ...(header?.asOf !== undefined && { published: header.asOf }),
      accessed: today,
    };
    const title = fileStem(this.#options);
    if (page !== undefined) {
      const id = this.#pages.get(page) ?? this.#pageIds.give(`page-${slugOf(page)}`);
      this.#pages.set(page, id);
      this.#writer.source(1, {
        id,
        title: page,
        publisher: publisherOf({ ...this.#options, header: {}, url: page }),
        url: page,
        ...dates,
      });
      return id;
    }
    if (url !== undefined) {
      this.#writer.source(1, {
        id: 'file',
        title,
        publisher: publisherOf(this.#options),
        url,
        ...dates,
      });
      return 'file';
    }
    if (isQId(subject)) {
      const id = `wikidata-${subject}`;
      this.#writer.source(1, {
        id,
        title: `${subject}, by way of ${title}`,
        publisher: 'Wikidata',
        url: wikidataPage(subject),
        ...dates,
      });
      return id;
    }
    this.#problem(place, 'has no source that can be given', 'say where the file comes from');
    return undefined;
  }
}

/** The names of a record. A post's title is that of many posts, so it needs context. */
function namesOf({ name, other_names: others }: PopoloNamed, kind: Kind): Name[] {
  const names = new Map<string, Name>();
  for (const one of [{ name: name ?? '', lang: undefined, note: undefined }, ...others]) {
    const text = cleanText(one.name);
    const lang = one.lang?.trim().replaceAll('_', '-');
    const tag = lang !== undefined && isLanguageTag(lang) ? lang : undefined;
    const key = `${tag ?? ''} ${text}`;
    if (text === '' || names.has(key)) continue;
    names.set(key, {
      text,
      ...(tag !== undefined && { lang: tag }),
      ...(/former|maiden|birth/iu.test(one.note ?? '') && { use: 'former' }),
      ...(kind === 'office' && { needs: 'context' }),
    });
  }
  return [...names.values()];
}
