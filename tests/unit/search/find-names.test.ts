import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInNames, RANK } from '../../../search/find-names.ts';
import { readQuery } from '../../../search/query.ts';
import type { SearchIndex } from '../../../search/search-index.ts';
import { syntheticEntities } from '../../bench/synthetic-names.ts';
import { builtInLines, indexOf, indexOfNames } from './built-in.ts';

const OPTIONS = { limit: 10, kinds: [] } as const;

function idsFor(index: SearchIndex, text: string, options: object = {}): string[] {
  const { words, isOpen } = readQuery(text);
  const hits = findInNames(index, words, { ...OPTIONS, isOpen, ...options });
  return hits.map(({ entity }) => index.idOf(entity));
}

describe('names of the built-in pack', () => {
  const lines = builtInLines();
  const index = indexOf(lines);
  const nameOf = new Map(
    lines.flatMap((line) =>
      line.kind === 'entity' ? [[line.entity.id, line.entity.names[0]?.text ?? '']] : [],
    ),
  );

  it.each([
    ['another spelling', 'Soleimani', 'Qassim Suleimani'],
    ['a spelling in no pack', 'Pezeshkyan', 'Masoud Pezeshkian'],
    ['Cyrillic', 'пезешкиан', 'Masoud Pezeshkian'],
    ['a beginning in Cyrillic', 'Пезешк', 'Masoud Pezeshkian'],
    ['Persian', 'نتنیاهو', 'Benjamin Netanyahu'],
    ['Arabic', 'خامنئي', 'Ali Khamenei'],
    ['Hebrew', 'נתניהו', 'Benjamin Netanyahu'],
    ['Katakana, which no name is written in', 'マスク', 'Elon Musk'],
    ['Greek, which no name is written in', 'Αραγτσί', 'Abbas Araghchi'],
    ['a German spelling', 'Chamenei', 'Ali Khamenei'],
    ['two letters swapped', 'trmup', 'Donald Trump'],
    ['a letter too few', 'washngton', 'United States'],
    ['a letter too many', 'grosssi', 'Rafael Grossi'],
    ['a wrong first letter', 'nusk', 'Elon Musk'],
    ['errors in both words', 'elom msuk', 'Elon Musk'],
    ['two errors in a long word', 'pezshkain', 'Masoud Pezeshkian'],
    ['an error in a beginning', 'khamena', 'Ali Khamenei'],
    ['a number', '2231', 'United Nations Security Council Resolution 2231'],
  ])('are found by %s', (_what, query, name) => {
    expect(nameOf.get(idsFor(index, query)[0] ?? '')).toBe(name);
  });

  it('are not found by words like none of them', () => {
    for (const query of ['zzzz', 'xylophone', 'qqqqqqqqqq', 'عععععع'])
      expect(idsFor(index, query)).toEqual([]);
  });

  it('are found among some kinds only', () => {
    const kindOf = (id: string) => index.kindOf(index.entityOf(id) ?? -1);
    const all = idsFor(index, 'iran', { limit: 100 }).map(kindOf);
    expect(new Set(all).size).toBeGreaterThan(2);
    const places = idsFor(index, 'iran', { limit: 100, kinds: ['place'] });
    expect(places.length).toBeGreaterThan(0);
    expect(new Set(places.map(kindOf))).toEqual(new Set(['place']));
  });
});

describe('ranks', () => {
  const index = indexOfNames(['Firefly Rufus', 'The Firefly', 'Firefly', 'Fireflys', 'Fairfly']);

  it('put whole names first, then beginnings, what has the word, other spellings', () => {
    expect(idsFor(index, 'firefly')).toEqual([
      'Firefly',
      'Firefly Rufus',
      'Fireflys',
      'The Firefly',
      'Fairfly',
    ]);
  });

  it('tell literal names from others', () => {
    const ranks = findInNames(index, ['fairfly'], { ...OPTIONS, isOpen: false });
    expect(ranks[0]).toMatchObject({ rank: RANK.whole, words: 'fairfly' });
    expect(ranks[1]?.rank).toBeGreaterThanOrEqual(RANK.near);
  });

  it('hold what is on the page however much else fits', () => {
    const names = Array.from({ length: 30_000 }, (_, at) => `Anna ${at}`);
    const many = indexOfNames([...names, 'Anna Zz']);
    expect(idsFor(many, 'an')).not.toContain('Anna Zz');
    expect(idsFor(many, 'an', { first: ['Anna Zz', 'no such'] })).toContain('Anna Zz');
  });
});

describe('any name', () => {
  const names = [...syntheticEntities(400)].flatMap(({ names: [first] }) => first?.text ?? []);
  const index = indexOfNames([...new Set(names)]);
  const latin = names.filter((name) => /^[A-Za-z]+( [A-Za-z]+)*$/u.test(name));

  it('is found as it is, and by each beginning of its last word', () => {
    for (const name of names) expect(idsFor(index, name)).toContain(name);
  });

  it('is found with one typing error in a word of four letters or more', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    const errors = {
      leftOut: (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
      added: (word: string, at: number, more: string) => word.slice(0, at) + more + word.slice(at),
      replaced: (word: string, at: number, more: string) =>
        word.slice(0, at) + more + word.slice(at + 1),
      swapped: (word: string, at: number) =>
        word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    };
    const kind = fc.constantFrom(...(Object.keys(errors) as (keyof typeof errors)[]));
    fc.assert(
      fc.property(fc.constantFrom(...latin), fc.nat(), kind, letter, (name, place, how, more) => {
        const words = name.split(' ');
        const long = words.findIndex((word) => word.length >= 5);
        fc.pre(long >= 0);
        const word = words[long] ?? '';
        words[long] = errors[how](word, place % word.length, more);
        expect(idsFor(index, `${words.join(' ')} `, { limit: 100 })).toContain(name);
      }),
      { numRuns: 400 },
    );
  });
});
