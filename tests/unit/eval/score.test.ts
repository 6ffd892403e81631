import { describe, expect, it } from 'vitest';
import type { GoldRecord } from '../../eval/gold.ts';
import { figures, judge, pooled, tally } from '../../eval/score.ts';

const TEXT = 'The Bank of France in Paris said so.';
const BANK_OF_FRANCE = [4, 18] as const;
const BANK = [4, 8] as const;
const FRANCE = [12, 18] as const;
const PARIS = [22, 27] as const;
const SAID = [28, 32] as const;

type Place = readonly [start: number, end: number];

const mention = ([start, end]: Place, entity: string) => ({
  start,
  end,
  entity,
  name: entity,
  types: 'OTHER',
});
const found = ([start, end]: Place, entity: string) => ({
  start,
  end,
  entity,
  score: 0.5,
  reasons: [],
});
const record = (
  mentions: ReturnType<typeof mention>[],
  more: Partial<GoldRecord> = {},
): GoldRecord => ({
  id: 1,
  text: TEXT,
  evaluated: { start: 0, end: TEXT.length },
  mentions,
  ignored: [],
  ...more,
});
const kinds = (...of: Parameters<typeof judge>) => judge(...of).mistakes.map(({ kind }) => kind);

describe('a prediction', () => {
  const gold = record([mention(BANK_OF_FRANCE, 'Q1'), mention(PARIS, 'Q90')]);

  it('is right if stretch and entity are the same', () => {
    expect(judge(gold, [found(BANK_OF_FRANCE, 'Q1'), found(PARIS, 'Q90')])).toEqual({
      right: 2,
      found: 2,
      gold: 2,
      mistakes: [],
    });
  });

  it('is a wrong namesake if only the stretch is the same', () => {
    const judged = judge(gold, [found(BANK_OF_FRANCE, 'Q1'), found(PARIS, 'Q830149')]);
    expect(judged).toMatchObject({ right: 1, found: 2, gold: 2 });
    expect(judged.mistakes).toEqual([
      {
        kind: 'wrong namesake',
        found: found(PARIS, 'Q830149'),
        gold: mention(PARIS, 'Q90'),
      },
    ]);
  });

  it('has a wrong span if it only overlaps, whoever it names', () => {
    const others = [found(PARIS, 'Q90')];
    expect(kinds(gold, [found(FRANCE, 'Q142'), ...others])).toEqual(['wrong span']);
    expect(kinds(gold, [found(BANK, 'Q1'), ...others])).toEqual(['wrong span']);
  });

  it('is not an entity where the gold has nothing', () => {
    const judged = judge(gold, [found(BANK_OF_FRANCE, 'Q1'), found(SAID, 'Q2')]);
    expect(judged).toMatchObject({ right: 1, found: 2 });
    expect(judged.mistakes).toEqual([
      { kind: 'not an entity', found: found(SAID, 'Q2') },
      { kind: 'missed', gold: mention(PARIS, 'Q90') },
    ]);
  });

  it('that touches a name is not in it', () => {
    const next = [18, 22] as const;
    expect(
      kinds(gold, [found(BANK_OF_FRANCE, 'Q1'), found(PARIS, 'Q90'), found(next, 'Q2')]),
    ).toEqual(['not an entity']);
  });

  it('spoils a name once, in two pieces as well', () => {
    const judged = judge(gold, [found(BANK, 'Q1'), found(FRANCE, 'Q142'), found(PARIS, 'Q90')]);
    expect(judged).toMatchObject({ right: 1, found: 3, gold: 2 });
    expect(judged.mistakes.map(({ kind }) => kind)).toEqual(['wrong span', 'wrong span']);
  });
});

describe('what is left out', () => {
  it('is a prediction that reaches out of the evaluated stretch', () => {
    const gold = record([], { evaluated: { start: 0, end: PARIS[1] - 1 } });
    expect(judge(gold, [found(FRANCE, 'Q142'), found(PARIS, 'Q90')])).toMatchObject({ found: 1 });
  });

  it('is a prediction that overlaps an ignored stretch', () => {
    const gold = record([], { ignored: [{ start: BANK_OF_FRANCE[0], end: BANK_OF_FRANCE[1] }] });
    const judged = judge(gold, [found(FRANCE, 'Q142'), found(PARIS, 'Q90')]);
    expect(judged).toMatchObject({ found: 1, gold: 0 });
    expect(judged.mistakes).toEqual([{ kind: 'not an entity', found: found(PARIS, 'Q90') }]);
  });
});

describe('nested gold', () => {
  const gold = record([mention(BANK_OF_FRANCE, 'Q1'), mention(FRANCE, 'Q142')]);

  it('counts each, and either is right', () => {
    expect(judge(gold, [found(BANK_OF_FRANCE, 'Q1')])).toMatchObject({ right: 1, gold: 2 });
    expect(judge(gold, [found(FRANCE, 'Q142')])).toMatchObject({ right: 1, gold: 2 });
  });

  it('misses the other', () => {
    expect(judge(gold, [found(FRANCE, 'Q142')]).mistakes).toEqual([
      { kind: 'missed', gold: mention(BANK_OF_FRANCE, 'Q1') },
    ]);
  });
});

describe('figures', () => {
  it('are micro averages: over mentions, not over texts', () => {
    const gold = [mention(BANK_OF_FRANCE, 'Q1'), mention(PARIS, 'Q90')];
    const all = tally([
      judge(record(gold), [found(BANK_OF_FRANCE, 'Q1'), found(PARIS, 'Q90')]),
      judge(record([mention(PARIS, 'Q90')]), [found(SAID, 'Q2'), found(FRANCE, 'Q142')]),
    ]);
    expect(all).toEqual({
      right: 2,
      found: 4,
      gold: 3,
      mistakes: { missed: 1, 'wrong namesake': 0, 'wrong span': 0, 'not an entity': 2 },
    });
    const { precision, recall, f1 } = figures(all);
    expect(precision).toBe(0.5);
    expect(recall).toBeCloseTo(2 / 3);
    expect(f1).toBeCloseTo(4 / 7);
  });

  it('have no precision where nothing was found', () => {
    expect(figures({ right: 0, found: 0, gold: 3 })).toEqual({ recall: 0 });
  });

  it('are nought where nothing is right', () => {
    expect(figures({ right: 0, found: 2, gold: 3 })).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  it('take the precision from sets that mark everything', () => {
    const { precision, recall, f1 } = pooled([
      { right: 3, found: 4, gold: 6, recallOnly: false },
      { right: 3, found: 90, gold: 4, recallOnly: true },
    ]);
    expect(precision).toBe(0.75);
    expect(recall).toBe(0.6);
    expect(f1).toBeCloseTo(2 / 3);
  });
});
