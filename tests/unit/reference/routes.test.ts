import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hashOf, isDay, type Route, routeOf } from '../../../entrypoints/reference/routes.ts';
import { ORDERS } from '../../../facts/fact-order.ts';
import { KINDS } from '../../../facts/vocabulary.ts';

/** Ids as packs may have them: anything without white space. */
const id = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).map((text) => {
  const solid = text.replace(/\s/gu, '');
  return solid === '' ? 'Q1' : solid;
});
const pack = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/u);
const part = fc.integer({ min: 1, max: 9_999_999 });
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const optional = <T>(name: string, some: fc.Arbitrary<T>) =>
  fc
    .option(some, { nil: undefined })
    .map((value) => (value === undefined ? {} : { [name]: value }));

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constant<Route>({ page: 'home' }),
  fc
    .tuple(id, optional('day', day))
    .map(([entity, rest]): Route => ({ page: 'entity', entity, ...rest })),
  fc.record({ page: fc.constant('facts' as const), entity: id, part }),
  fc.record({ page: fc.constant('kind' as const), kind: fc.constantFrom(...KINDS), part }),
  fc.tuple(pack, id, part).map(
    ([first, second, number]): Route => ({
      page: 'source',
      source: `${first}/${second}`,
      part: number,
    }),
  ),
  fc.record({ page: fc.constantFrom('pack' as const, 'sources' as const), pack, part }),
  fc.record({
    page: fc.constant('predicate' as const),
    predicate: id,
    order: fc.constantFrom(...ORDERS),
    part,
  }),
  fc.record({ page: fc.constant('search' as const), query: fc.string({ unit: 'grapheme' }) }),
  fc.record({ page: fc.constant('compare' as const), a: id, b: fc.oneof(fc.constant(''), id) }),
  fc.record({
    page: fc.constant('connect' as const),
    a: fc.oneof(
      fc.constant(''),
      id.filter((one) => one !== '-'),
    ),
    b: fc.oneof(fc.constant(''), id),
  }),
);

describe('addresses of the reference', () => {
  it('lead to the pages that they were made for', () => {
    fc.assert(
      fc.property(route, (to) => {
        expect(routeOf(hashOf(to))).toEqual(to);
      }),
      { numRuns: 1_000 },
    );
  });

  it('survive what a browser makes of them', () => {
    fc.assert(
      fc.property(route, (to) => {
        const { hash } = new URL(`moz-extension://x/reference.html${hashOf(to)}`);
        expect(routeOf(hash)).toEqual(to);
      }),
    );
  });

  it('may be anything, and lead somewhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const to = routeOf(`#${text}`);
        expect(routeOf(hashOf(to)).page).toBe(to.page);
      }),
    );
  });

  test.each<[string, Route]>([
    ['', { page: 'home' }],
    ['#', { page: 'home' }],
    ['#/', { page: 'home' }],
    ['#/entity/Q5933752', { page: 'entity', entity: 'Q5933752' }],
    [
      '#/entity/us-iran:amir-saeid-iravani?asof=2024-11-15',
      { page: 'entity', entity: 'us-iran:amir-saeid-iravani', day: '2024-11-15' },
    ],
    ['#/entity/Q1?asof=2024-02-30', { page: 'entity', entity: 'Q1' }],
    ['#/source/us-iran/a/b', { page: 'source', source: 'us-iran/a/b', part: 1 }],
    ['#/kind/person?part=0', { page: 'kind', kind: 'person', part: 1 }],
    ['#/predicate/P39?order=up', { page: 'predicate', predicate: 'P39', order: 'newest', part: 1 }],
    ['#/search/%E0%A4%A', { page: 'search', query: '%E0%A4%A' }],
    ['#/compare', { page: 'compare', a: '', b: '' }],
    ['#/compare/Q1', { page: 'compare', a: 'Q1', b: '' }],
    ['#/kind/dragon', { page: 'unknown', said: 'dragon' }],
    ['#/entity/', { page: 'unknown', said: '' }],
    ['#/nowhere/Elon%20Musk', { page: 'unknown', said: 'Elon Musk' }],
    ['#content', { page: 'home' }],
  ])('%j', (hash, to) => {
    expect(routeOf(hash)).toEqual(to);
  });
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-13-01', false],
  ['24-01-01', false],
  ['', false],
])('%j is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
