import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPack, type Pack } from '../../../facts/check-pack.ts';
import { firstDayOf } from '../../../facts/dates.ts';
import type { Entity, Fact } from '../../../facts/pack-format.ts';
import { readPack } from '../../../facts/read-pack.ts';
import { buildWorld } from '../../../packs/world/build-world.ts';
import { COUNTRY_IDS } from '../../../packs/world/country-names.ts';
import { CLEARLY_MORE, keyOf } from '../../../packs/world/namesakes.ts';
import { isOfOnePerson } from '../../../packs/world/people.ts';
import { readTable } from '../../../packs/world/read-table.ts';

const MOST_BYTES = 3 * 2 ** 20;
const MS_PER_YEAR = 365.25 * 86_400_000;
/** A handover may take a day: both hold the office on it. */
const HANDOVER_MS = 86_400_000;

let text: string;
let pack: Pack;
let entities: ReadonlyMap<string, Entity>;

beforeAll(() => {
  text = buildWorld().text;
  const read = checkPack(readPack(text.trimEnd().split('\n')));
  expect(read.problems.slice(0, 10)).toEqual([]);
  if (!read.pack) throw new Error('The pack cannot be read.');
  pack = read.pack;
  entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
}, 60_000);

describe('the pack "world"', () => {
  it('holds what a news reader meets', () => {
    const of = (...kinds: string[]) => pack.entities.filter(({ kind }) => kinds.includes(kind));
    expect(of('person').length).toBeGreaterThanOrEqual(8_000);
    expect(of('organisation', 'group').length).toBeGreaterThanOrEqual(300);
    expect(of('agreement', 'event').length).toBeGreaterThanOrEqual(100);
    expect(of('office').length).toBeGreaterThan(1_000);
    expect(pack.entities.length).toBeGreaterThanOrEqual(12_000);
    expect(pack.facts.length).toBeGreaterThanOrEqual(40_000);
  });

  it('is small enough to come with the extension', () => {
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('names every country in at least 20 languages', () => {
    const few = readTable('countries.csv', ['iso2', 'un'])
      .filter(({ un }) => un !== '')
      .flatMap(({ iso2 = '' }) => {
        const names = entities.get(COUNTRY_IDS.get(iso2) ?? '')?.names ?? [];
        const languages = new Set(names.map(({ lang }) => lang));
        return languages.size >= 20 ? [] : [`${iso2}: ${languages.size}`];
      });
    expect(few).toEqual([]);
  });

  it('dates every fact, or the source that states it', () => {
    const published = new Set(
      pack.sources.filter((source) => source.published).map(({ id }) => id),
    );
    expect(
      told(
        pack.facts.filter(
          (fact) =>
            !fact.sources.some((id) => published.has(id)) &&
            !(fact.start ?? fact.end ?? fact.at) &&
            !isDate(fact),
        ),
      ),
    ).toEqual([]);
  });

  it('ends nothing before it starts', () => {
    const turned = pack.facts.filter(({ start, end }) => {
      const [from, to] = [dayOf(start), dayOf(end)];
      return (
        from !== undefined &&
        to !== undefined &&
        to < from &&
        !end?.startsWith(start ?? '?') &&
        !start?.startsWith(end ?? '?')
      );
    });
    expect(told(turned)).toEqual([]);
  });

  it('has nobody in office as a child, or long after death', () => {
    const born = datesOf('P569');
    const died = datesOf('P570');
    const odd = pack.facts.filter((fact) => {
      if (
        fact.predicate !== 'P39' ||
        BY_BIRTH.test(entities.get(fact.object ?? '')?.names[0]?.text ?? '')
      )
        return false;
      const [birth, death, start] = [
        born.get(fact.subject),
        died.get(fact.subject),
        dayOf(fact.start),
      ];
      if (start === undefined) return false;
      if (death !== undefined && start > death + MS_PER_YEAR) return true;
      const age = birth === undefined ? 40 : (start - birth) / MS_PER_YEAR;
      return age < 15 || age > 100;
    });
    expect(told(odd)).toEqual([]);
  });

  it('has one holder at a time in offices of one person, unless the tables list the two', () => {
    const listed = new Set(
      readTable('overlaps.csv', ['office', 'first', 'second']).map(
        ({ office, first, second }) => `${office} ${first} ${second}`,
      ),
    );
    const byOffice = new Map<string, Fact[]>();
    for (const fact of pack.facts) {
      if (fact.predicate !== 'P39' || !fact.object) continue;
      const title = entities.get(fact.object)?.names[0]?.text ?? '';
      if (!isOfOnePerson(title)) continue;
      const held = byOffice.get(fact.object);
      if (held) held.push(fact);
      else byOffice.set(fact.object, [fact]);
    }
    const overlaps = new Set<string>();
    for (const [office, held] of byOffice) {
      const dated = held
        .flatMap((fact) => {
          const start = dayOf(fact.start);
          const end = fact.end === undefined ? Number.POSITIVE_INFINITY : dayOf(fact.end);
          // A year says too little of who came first.
          const isPrecise =
            (fact.start?.length ?? 0) > 7 && (fact.end === undefined || fact.end.length > 7);
          return start === undefined || end === undefined || !isPrecise
            ? []
            : [{ subject: fact.subject, start, end }];
        })
        .sort((a, b) => a.start - b.start);
      for (const [at, one] of dated.entries())
        for (const other of dated.slice(at + 1))
          if (
            one.subject !== other.subject &&
            other.start + HANDOVER_MS < one.end &&
            one.start + HANDOVER_MS < other.end
          )
            overlaps.add(`${office} ${one.subject} ${other.subject}`);
    }
    expect([...overlaps].filter((one) => !listed.has(one)).sort()).toEqual([]);
    expect([...listed].filter((one) => !overlaps.has(one))).toEqual([]);
  });

  it('has every Wikidata id once, well-formed, and under itself', () => {
    const wrong = pack.entities.filter(({ id, links }) => {
      const link = links?.['wikidata'];
      if (!/^(Q[1-9]\d*|[a-z-]+:[^\s]+)$/.test(id)) return true;
      return link !== undefined && link !== `https://www.wikidata.org/wiki/${id}`;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(new Set(pack.entities.map(({ id }) => id)).size).toBe(pack.entities.length);
  });

  it('shares no name between two entities without context or a difference in prominence', () => {
    const bearers = new Map<string, Set<Entity>>();
    for (const entity of pack.entities)
      for (const name of entity.names) {
        if (name.needs) continue;
        const known = bearers.get(keyOf(name));
        if (known) known.add(entity);
        else bearers.set(keyOf(name), new Set([entity]));
      }
    const shared = [...bearers].filter(([, some]) => {
      const [first = 0, second = 0] = [...some]
        .map(({ prominence = 0 }) => prominence)
        .sort((a, b) => b - a);
      return some.size > 1 && first - second < CLEARLY_MORE - 1e-9;
    });
    expect(shared.map(([name, some]) => `${name}: ${[...some].map(({ id }) => id)}`)).toEqual([]);
  });

  it('sums up in 40 to 200 characters, without praise or blame', () => {
    const wrong = pack.entities.filter(({ summary }) => {
      const text = summary?.['en'] ?? '';
      return text.length < 40 || text.length > 200 || PRAISE_OR_BLAME.test(text);
    });
    expect(wrong.map(({ id, summary }) => `${id}: ${summary?.['en']}`)).toEqual([]);
  });

  it('names both sides of what is disputed', () => {
    const sides = new Map<string, Set<string>>();
    for (const { place = '', claimant = '' } of readTable('disputes.csv', ['place', 'claimant'])) {
      const known = sides.get(place);
      if (known) known.add(claimant);
      else sides.set(place, new Set([claimant]));
    }
    expect(sides.size).toBeGreaterThan(15);
    expect([...sides].filter(([, some]) => some.size < 2).map(([place]) => place)).toEqual([]);
  });
});

/** Held since childhood. */
const BY_BIRTH = /^(Dalai Lama|Duke|Prince|King|Queen|Emir|Sultan)/;

const PRAISE_OR_BLAME =
  /\b(famous|renowned|notorious|infamous|great(?!er| britain)|beloved|brutal|corrupt|brilliant|visionary|controversial|prestigious|so-called|regime\b(?! of sanctions)|disgraced|iconic|legendary|evil|heroic)\b/i;

function isDate({ value }: Fact): boolean {
  return typeof value === 'object' && 'date' in value;
}

function dayOf(date: string | undefined): number | undefined {
  const day = date === undefined ? undefined : firstDayOf(date);
  return day === undefined ? undefined : Number(day) * 86_400_000;
}

function datesOf(predicate: string): Map<string, number> {
  return new Map(
    pack.facts.flatMap(({ predicate: one, subject, value }) => {
      if (one !== predicate || typeof value !== 'object' || !('date' in value)) return [];
      const day = dayOf(value.date as string);
      return day === undefined ? [] : [[subject, day] as const];
    }),
  );
}

function told(facts: readonly Fact[]): string[] {
  return facts.slice(0, 40).map((fact) => {
    const name = entities.get(fact.subject)?.names[0]?.text;
    return `${fact.id} ${name}: ${fact.predicate} ${fact.object ?? ''} ${fact.start ?? ''}/${fact.end ?? ''}`;
  });
}
