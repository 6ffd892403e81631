import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsIn, termOf } from '../../../facts/as-of.ts';
import { changesBetween } from '../../../facts/changes.ts';
import { type DatedFact, dated } from '../../../facts/dated-facts.ts';
import { parseDate } from '../../../facts/dates.ts';
import { type Day, dayToIso } from '../../../facts/days.ts';
import type { Fact } from '../../../facts/pack-format.ts';
import { isBegun } from '../../../facts/state.ts';
import { day } from './made-packs.ts';

const FIRST = day('2019-01-01');
const LAST = day('2024-12-31');
const NAMED = {
  predicates: new Map(),
  sources: new Map([
    [
      's',
      {
        id: 's',
        title: 'S',
        publisher: 'P',
        url: 'https://s.example/',
        published: '2022-03-04',
      },
    ],
  ]),
};

/** A date of any precision, sure or not. */
const date = fc
  .record({
    day: fc.integer({ min: FIRST, max: LAST }),
    length: fc.constantFrom(4, 7, 10),
    mark: fc.constantFrom('', '', '', '~', '?'),
  })
  .map(({ day, length, mark }) => dayToIso(day).slice(0, length) + mark);

const aFact = fc
  .record({
    start: fc.option(date, { nil: undefined }),
    end: fc.oneof(date, fc.constantFrom('..', undefined)),
    id: fc.uuid(),
  })
  .map(
    ({ id, start, end }): Fact => ({
      id,
      subject: 'Q1',
      predicate: 'P39',
      object: 'Q2',
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      sources: ['s'],
    }),
  );

const facts = fc
  .uniqueArray(aFact, { maxLength: 12, selector: ({ id }) => id })
  .map((all) => all.map((fact) => dated(fact, NAMED)));
const someDay = fc.integer({ min: FIRST - 400, max: LAST + 400 });
const threeDays = fc.tuple(someDay, someDay, someDay).map((days) => days.toSorted((a, b) => a - b));

function idsOn(all: readonly DatedFact[], on: Day): string[] {
  return all.flatMap((one) => (isBegun(one, on) ? [one.fact.id] : [])).sort();
}

describe('changes', () => {
  it('make today’s state of the article’s: what held, with what began, without what ended', () => {
    fc.assert(
      fc.property(facts, threeDays, (some, [article = 0, today = 0]) => {
        // Of what has no known start there is no change to tell when it came to be known.
        const all = some.filter(({ fact }) => fact.start !== undefined);
        const state = new Set(idsOn(all, article));
        const changes = changesBetween(all, article, today);
        for (const { kind, dated: one } of changes) if (kind === 'began') state.add(one.fact.id);
        for (const { kind, dated: one } of changes) if (kind === 'ended') state.delete(one.fact.id);
        expect([...state].sort()).toEqual(idsOn(all, today));
      }),
    );
  });

  it('of two spans are those of the whole, each once', () => {
    fc.assert(
      fc.property(facts, threeDays, (all, [first = 0, middle = 0, last = 0]) => {
        const told = (after: Day, until: Day) =>
          changesBetween(all, after, until).map(({ kind, dated: one }) => `${kind} ${one.fact.id}`);
        const parts = [...told(first, middle), ...told(middle, last)];
        expect(parts.sort()).toEqual(told(first, last).sort());
        expect(new Set(parts).size).toBe(parts.length);
      }),
    );
  });

  it('of what ended on the article’s day come after it: it held to the end of that day', () => {
    const one = dated(
      {
        id: 'f',
        subject: 'Q1',
        predicate: 'P39',
        object: 'Q2',
        start: '2020',
        end: '2024-11-15',
        sources: ['s'],
      },
      NAMED,
    );
    const between = (after: string, until: string) =>
      changesBetween([one], day(after), day(until)).map(({ kind }) => kind);
    expect(idsOn([one], day('2024-11-15'))).toEqual(['f']);
    expect(between('2024-11-15', '2024-11-16')).toEqual(['ended']);
    expect(between('2024-11-14', '2024-11-15')).toEqual([]);
  });

  it('of a day to itself are none', () => {
    fc.assert(
      fc.property(facts, someDay, (all, on) => {
        expect(changesBetween(all, on, on)).toEqual([]);
      }),
    );
  });

  it('tell a later claim by its day, and not one of the day itself', () => {
    const one = dated(
      {
        id: 'f',
        subject: 'Q1',
        predicate: 'met',
        object: 'Q2',
        at: '2024-11-11',
        stances: [
          { by: 'Q3', stance: 'denies', at: '2024-11-16' },
          { by: 'Q4', stance: 'reports', at: '2024-11-11' },
          { by: 'Q5', stance: 'denies', at: '2024-11-16' },
          { by: 'Q6', stance: 'confirms' },
        ],
        sources: ['s'],
      },
      NAMED,
    );
    expect(
      changesBetween([one], day('2024-11-01'), day('2024-12-01')).map(
        ({ kind, date: at, stances }) => [kind, at, stances?.map(({ by }) => by)],
      ),
    ).toEqual([
      ['happened', '2024-11-11', undefined],
      ['claimed', '2024-11-16', ['Q3', 'Q5']],
    ]);
  });
});

describe('a claim', () => {
  it('of the day on which a term began is told with it', () => {
    const fact: Fact = {
      id: 'f',
      subject: 'Q1',
      predicate: 'P39',
      object: 'Q2',
      start: '2018-01-01',
      stances: [{ by: 'Q3', stance: 'says', at: '2018-01-01' }],
      sources: ['s'],
    };
    const changes = changesBetween([dated(fact, NAMED)], day('2017-01-01'), day('2019-01-01'));
    expect(changes.map(({ kind }) => kind)).toEqual(['began']);
  });
});

describe('answers', () => {
  const support = { from: day('2022-03-04'), until: day('2022-03-04') };

  it('go from no over unknown to yes and back, and never return', () => {
    const rank = { no: 0, unknown: 1, yes: 2 } as const;
    fc.assert(
      fc.property(aFact, (fact) => {
        const term = termOf(fact, support);
        let isFalling = false;
        let before = holdsIn(term, FIRST - 800);
        for (let on = FIRST - 800; on <= LAST + 800; on += 3) {
          const answer = holdsIn(term, on);
          if (rank[answer] < rank[before]) isFalling = true;
          else if (rank[answer] > rank[before]) expect(isFalling).toBe(false);
          before = answer;
        }
      }),
    );
  });

  it('only grow surer when a date grows more precise', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), date, someDay, (start, end, on) => {
        const exact = dayToIso(start);
        const ends = parseDate(end);
        fc.pre(ends !== null && ends.earliest >= start);
        const answers = [exact.slice(0, 4), exact.slice(0, 7), exact].map((text) =>
          holdsIn(termOf({ start: text, end }, support), on),
        );
        answers.forEach((answer, at) => {
          if (answer !== 'unknown')
            expect(answers.slice(at)).toEqual(answers.slice(at).map(() => answer));
        });
      }),
    );
  });

  it('are unknown after the last source of what has no known end, and yes up to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: support.until }), someDay, (start, on) => {
        const answer = holdsIn(termOf({ start: dayToIso(start) }, support), on);
        expect(answer).toBe(on < start ? 'no' : on <= support.until ? 'yes' : 'unknown');
      }),
    );
  });
});
