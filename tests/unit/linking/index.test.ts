import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../../../facts/days.ts';
import { KINDS } from '../../../facts/vocabulary.ts';
import { buildNameIndex } from '../../../linking/build-index.ts';
import { USES } from '../../../linking/index-layout.ts';
import type { NamedEntity } from '../../../linking/index-source.ts';
import { matchNames } from '../../../linking/match.ts';
import { type Candidate, type NameIndex, openNameIndex } from '../../../linking/name-index.ts';
import { candidatesIn, entity, indexOf } from './helpers.ts';

function candidatesOf(index: NameIndex, text: string): Candidate[] {
  return matchNames([index], text).flatMap(candidatesIn);
}

const [EVER, NEVER] = [0x7fff_ffff, -0x8000_0000];

describe('an index gives back what it was built from', () => {
  const id = fc.oneof(
    fc.integer({ min: 1, max: 999_999_999 }).map((number) => `Q${number}`),
    fc.constantFrom(
      'Q0',
      'Q01',
      'Q3000000000',
      'Q9999999999',
      'Q',
      'q1',
      'pack:slug',
      'en',
      'test',
      'قطر',
      '😀',
    ),
    fc.string({ minLength: 1, unit: 'binary' }),
  );

  it('of a candidate, every field', () => {
    const described = fc.record({
      id,
      kind: fc.constantFrom(...KINDS),
      prominence: fc.option(fc.integer({ min: 0, max: 1_000 }), { nil: undefined }),
      use: fc.constantFrom(...USES),
      lang: fc.option(fc.constantFrom('en', 'zh-Hant', 'fa', 'x-a-very-long-tag'), {
        nil: undefined,
      }),
      needsContext: fc.boolean(),
    });
    const all = fc.uniqueArray(described, { maxLength: 12, selector: (one) => one.id });
    fc.assert(
      fc.property(all, fc.string(), (list, pack) => {
        const entities = list.map(
          ({ id, kind, prominence, use, lang, needsContext }, at): NamedEntity => ({
            id,
            kind,
            ...(prominence !== undefined && { prominence: prominence / 1_000 }),
            names: [
              {
                text: `Name${at} Of`,
                use: use === 'full' ? undefined : use,
                ...(lang !== undefined && { lang }),
                ...(needsContext && { needs: 'context' }),
              },
            ],
          }),
        );
        const index = indexOf(entities, { pack });
        expect(index.pack).toBe(wellFormed(pack));
        expect(index.entityCount).toBe(list.length);
        list.forEach(({ id, kind, prominence = 0, use, lang, needsContext }, at) => {
          const [candidate, ...others] = candidatesOf(index, `Name${at} Of`);
          expect(others).toEqual([]);
          expect(candidate).toMatchObject({
            entity: wellFormed(id),
            kind,
            prominence: prominence / 1_000,
            use,
            language: lang,
            needsContext,
            isExact: use === 'acronym',
            role: 'name',
            pack: wellFormed(pack),
          });
        });
      }),
    );
  });

  it('of facts, whom they tie and when offices were held', () => {
    const known = fc.uniqueArray(id.map(wellFormed), { minLength: 2, maxLength: 8 });
    const facts = (ids: string[]) =>
      fc.array(
        fc.record({
          subject: fc.constantFrom(...ids),
          object: fc.constantFrom(...ids),
          place: fc.option(fc.constantFrom(...ids), { nil: undefined }),
          predicate: fc.constantFrom('P39', 'test:chaired', 'P17'),
          start: fc.option(fc.integer({ min: 1_500, max: 2_100 }), { nil: undefined }),
        }),
        { maxLength: 30 },
      );
    const world = known.chain((ids) => fc.record({ ids: fc.constant(ids), facts: facts(ids) }));
    fc.assert(
      fc.property(world, ({ ids, facts }) => {
        const index = indexOf(
          ids.map((one) => entity(one, 'Some Name')),
          {
            facts: facts.map(({ start, place, ...fact }) => ({
              ...fact,
              ...(place !== undefined && { place }),
              ...(start !== undefined && { start: String(start) }),
            })),
            predicates: [
              { id: 'test:chaired', topic: 'role' },
              { id: 'P17', topic: 'location' },
            ],
          },
        );
        const tied = (one: string, other: string) =>
          one !== other &&
          facts.some(
            ({ subject, object, place }) =>
              (subject === one && (object === other || place === other)) ||
              (subject === other && (object === one || place === one)),
          );
        for (const one of ids) {
          expect(index.tieCount(one)).toBe(ids.filter((other) => tied(one, other)).length);
          for (const other of ids) expect(index.areTied(one, other)).toBe(tied(one, other));
          const starts = facts
            .filter(({ subject, predicate }) => subject === one && predicate !== 'P17')
            .flatMap(({ start }) => start ?? [])
            .sort((a, b) => a - b);
          expect(index.termsOf(one)).toEqual(
            starts.map((year) => ({ from: toDay(year, 1, 1), to: EVER })),
          );
        }
        expect(index.tieCount('nobody')).toBe(0);
        expect(index.areTied('nobody', 'no one')).toBe(false);
        expect(index.termsOf('nobody')).toEqual([]);
      }),
    );
  });
});

describe('terms of office', () => {
  it.each([
    [{ start: '2020-01-10', end: '2021-05' }, toDay(2020, 1, 10), toDay(2021, 5, 31)],
    [{ start: '2020?' }, toDay(2020, 1, 1), EVER],
    [{ start: '1850', end: '..' }, toDay(1850, 1, 1), EVER],
    [{ end: '2021' }, NEVER, toDay(2021, 12, 31)],
    [{ at: '2021-03' }, toDay(2021, 3, 1), toDay(2021, 3, 31)],
    [{ start: 'damaged', end: 'damaged' }, NEVER, EVER],
  ])('%j', (dates, from, to) => {
    const index = indexOf([entity('Q1', 'A B')], {
      facts: [{ subject: 'Q1', predicate: 'P39', object: 'Q2', ...dates }],
    });
    expect(index.termsOf('Q1')).toEqual([{ from, to }]);
  });

  it('are none without dates, and none of other predicates', () => {
    const index = indexOf([], {
      facts: [
        { subject: 'Q1', predicate: 'P39', object: 'Q2' },
        { subject: 'Q1', predicate: 'P26', object: 'Q2', start: '2020' },
      ],
    });
    expect(index.termsOf('Q1')).toEqual([]);
    expect(index.areTied('Q2', 'Q1')).toBe(true);
  });
});

describe('languages of names', () => {
  const languages = Array.from({ length: 300 }, (_, at) => `x-${at}`);

  it('are kept for 255 of them, and forgotten for the others', () => {
    const index = indexOf(
      languages.map((lang, at) => entity(`Q${at + 1}`, { text: `Name${at}`, lang })),
    );
    languages.forEach((lang, at) => {
      const [candidate] = candidatesOf(index, `Name${at}`);
      expect(candidate?.entity).toBe(`Q${at + 1}`);
      expect(candidate?.language).toBe(at < 255 ? lang : undefined);
    });
  });

  it('are none for a name that is the same in two', () => {
    const both = [
      { text: 'Paris', lang: 'en' },
      { text: 'Paris', lang: 'fr' },
    ];
    const index = indexOf([entity('Q1', ...both), entity('Q2', { text: 'Paris', lang: 'fr' })]);
    expect(candidatesOf(index, 'Paris').map(({ language }) => language)).toEqual([undefined, 'fr']);
  });
});

describe('candidates of one name', () => {
  it('come by prominence, and in the order of the pack where that is equal', () => {
    const prominences = Array.from({ length: 500 }, (_, at) => ((at * 7) % 20) / 20);
    const index = indexOf(
      prominences.map((prominence, at) => ({ ...entity(`Q${at + 1}`, 'Ali'), prominence })),
    );
    const expected = prominences
      .map((prominence, at) => ({ prominence, entity: `Q${at + 1}` }))
      .sort((a, b) => b.prominence - a.prominence)
      .map(({ entity }) => entity);
    expect(candidatesOf(index, 'Ali').map(({ entity }) => entity)).toEqual(expected);
  });
});

describe('many names', () => {
  it('are all found, each as its own', () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `Name${at} ${at % 7 === 0 ? '' : 'X'}`);
    const index = indexOf(names.map((name, at) => entity(`Q${at + 1}`, name)));
    const found = matchNames([index], names.join('\n\n'));
    const ids = found.map((match) => candidatesIn(match).map(({ entity }) => entity));
    expect(ids).toEqual(names.map((_, at) => [`Q${at + 1}`]));
    expect(matchNames([index], 'Name20000 Xx Name0x')).toEqual([]);
  });
});

describe('an index of little', () => {
  it('is one all the same', () => {
    for (const entities of [[], [entity('Q1')], [entity('Q1', '', '…')]]) {
      const index = indexOf(entities, { pack: 'Größe' });
      expect(index.pack).toBe('Größe');
      expect(index.entityCount).toBe(entities.length);
      expect(matchNames([index], 'Some text')).toEqual([]);
    }
  });

  it('says how long it is', () => {
    const bytes = buildNameIndex({ pack: 'test', entities: [entity('Q1', 'A')] });
    expect(openNameIndex(bytes).byteLength).toBe(bytes.byteLength);
  });
});

/** A text without lone halves of surrogate pairs, which UTF-8 cannot hold. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
