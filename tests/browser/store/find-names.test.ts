import { expect } from 'vitest';
import type { Pack } from '../../../facts/check-pack.ts';
import { inBrowsers } from './in-browsers.ts';
import { headerOf, packOf } from './made-pack.ts';

declare const room: typeof import('./room.ts');

interface Named {
  readonly id: string;
  readonly prominence?: number;
  readonly names: readonly { readonly text: string; readonly lang?: string }[];
}

const person = (id: string, prominence: number, ...texts: string[]): Named => ({
  id,
  prominence,
  names: texts.map((text) => ({ text, lang: 'en' })),
});

function namesPack(id: string, entities: readonly Named[]): Pack {
  return packOf([
    headerOf(id),
    ...entities.map((entity) => ({ entity: { kind: 'person', ...entity } })),
  ]);
}

const PACK = namesPack('a', [
  person('trump', 1, 'Donald Trump', 'Trump'),
  person('trump-jr', 0.5, 'Donald Trump Jr.'),
  person('melania', 0.6, 'Melania Trump'),
  person('musk', 0.9, 'Elon Musk', 'Илон Маск', 'ایلان ماسک', '埃隆·马斯克'),
  person('khamenei', 0.8, 'Ali Khamenei', 'علی خامنه‌ای'),
  person('pezeshkian', 0.7, 'Masoud Pezeshkian', 'مسعود پزشکیان', 'Масуд Пезешкиан'),
  person('gromyko', 0.2, 'Фёдор Громыко', 'Fyodor Gromyko'),
  person('erdogan', 0.7, 'Recep Tayyip Erdoğan'),
  person('orsted', 0.3, 'Ørsted A/S'),
  person('weiss', 0.3, 'Weiß & Co. (Zürich)'),
  person('obrien', 0.3, "Pat O'Brien"),
  person('cpp', 0.1, 'C++ [standard] ^committee$'),
  person('astral', 0.1, '𠮷野家'),
  { id: 'us', prominence: 1, names: [{ text: 'US' }, { text: 'United States' }] },
  { id: 'unranked', names: [{ text: 'Unranked' }] },
]);

const QUERIES: readonly (readonly [what: string, query: string, ids: readonly string[]])[] = [
  ['a whole name before names that contain it', 'trump', ['trump', 'melania', 'trump-jr']],
  ['a whole name before names that start with it', 'Donald Trump', ['trump', 'trump-jr']],
  ['the start of a name', 'elo', ['musk']],
  ['two letters', 'el', ['musk']],
  ['one letter', 'e', ['musk', 'erdogan']],
  ['a middle word', 'tayyip', ['erdogan']],
  ['a last word', 'Musk', ['musk']],
  ['the start of a middle word', 'tay', ['erdogan']],
  ['not the middle of a word', 'usk', []],
  ['several words in any order', 'trump donald', ['trump', 'trump-jr']],
  ['starts of several words in any order', 'er re', ['erdogan']],
  ['a word that no name has, among others', 'donald musk', []],
  ['any case', 'eLON mUSK', ['musk']],
  ['without the accents of the name', 'erdogan', ['erdogan']],
  ['accents that the name has not', 'Élön Müsk', ['musk']],
  ['accents written as marks of their own', 'Erdog\u0306an', ['erdogan']],
  ['letters without a stroke', 'orsted', ['orsted']],
  ['ss for ß', 'WEISS', ['weiss']],
  ['Persian', 'پزشکیان', ['pezeshkian']],
  ['Persian with Arabic letters', 'علي', ['khamenei']],
  ['Persian with the joiner', 'خامنه\u200Cای', ['khamenei']],
  ['Persian without the joiner', 'خامنهای', ['khamenei']],
  ['Persian with a space for the joiner', 'خامنه ای', ['khamenei']],
  ['Persian with vowel signs', 'مَسعود', ['pezeshkian']],
  ['Cyrillic', 'маск', ['musk']],
  ['е for ё', 'федор', ['gromyko']],
  ['Chinese', '马斯克', ['musk']],
  ['one Chinese character', '隆', ['musk']],
  ['a character beyond the first plane', '𠮷', ['astral']],
  ['full-width letters', 'Ｍｕｓｋ', ['musk']],
  ['dots in an acronym', 'U.S.', ['us']],
  ['an apostrophe', 'o’brien', ['obrien']],
  ['space around', '  musk \n', ['musk']],
  ['nothing', '', []],
  ['space alone', ' \t\u00A0', []],
  ['marks alone', '.*?+^$()[]{}|\\/', []],
  ['an entity without prominence', 'unranked', ['unranked']],
  ['not an id', 'cpp', []],
  ['not a number beside a name', '0.9', []],
  ['markup around a word is words of the query', '<b>musk</b>', []],
  ['markup whose words a name has', '<elon>musk</elon>', ['musk']],
  ['a script', '<script>alert(1)</script>', []],
  ['characters of regular expressions are not special', 'm.sk', []],
  ['an open bracket', '[standard', ['cpp']],
  ['a star', 'musk*', ['musk']],
  ['members that every object has', '__proto__ constructor', []],
];

/** Queries of 10,000 characters. */
const LONG: typeof QUERIES = [
  ['one word', 'a'.repeat(10_000), []],
  ['one name again and again', 'Musk '.repeat(2_000), ['musk']],
  ['other words', 'x y z '.repeat(1_667), []],
  ['Chinese', '马斯克'.repeat(3_334), ['musk']],
  ['marks', '('.repeat(10_000), []],
  ['dots', 'A.'.repeat(5_000), []],
  ['joining marks', `e${'\u0301'.repeat(10_000)}lon`, ['musk']],
];

/** Runs in a page: the ids that queries find in some packs, by query. */
const idsFound = async (
  packs: readonly Pack[],
  queries: readonly string[],
  limit: number,
): Promise<Record<string, readonly string[]>> => {
  const base = await room.open();
  for (const pack of packs) await room.importPack(base, pack);
  const found: Record<string, readonly string[]> = {};
  for (const query of queries) {
    found[query] = (await room.findNames(base, query, limit)).map(({ id }) => id);
  }
  return found;
};

inBrowsers('looking names up', (test) => {
  for (const [what, queries] of [
    ['whatever the script and the way it is written', QUERIES],
    ['for queries of any length', LONG],
  ] as const) {
    test(`finds entities ${what}`, async (page) => {
      const texts = queries.map(([, query]) => query);
      const found = await page.evaluate(idsFound, [PACK], texts, 10);
      const byWhat = queries.map(([name, query]) => [name, found[query]]);
      expect(byWhat).toEqual(queries.map(([name, , ids]) => [name, ids]));
    });
  }

  test('finds whole names before starts, starts before the rest, whatever their prominence', async (page) => {
    const pack = namesPack('a', [
      person('inside', 1, 'The Firefly'),
      person('start', 1, 'Firefly Rufus'),
      { id: 'whole', names: [{ text: 'Firefly' }] },
      { id: 'later-start', names: [{ text: 'Firefly Chico' }] },
      person('steel', 1, 'US Steel'),
      person('us', 0, 'US'),
      person('spaced-steel', 1, 'U S Steel'),
      person('spaced', 0, 'U S'),
    ]);
    const queries = ['firefly', 'U.S.', 'U  S', 'u-s'];
    expect(await page.evaluate(idsFound, [pack], queries, 10)).toEqual({
      firefly: ['whole', 'start', 'later-start', 'inside'],
      'U.S.': ['us', 'steel'],
      'U  S': ['spaced', 'spaced-steel', 'steel'],
      'u-s': ['spaced', 'spaced-steel', 'steel'],
    });
  });

  test('finds the best when there are more than wanted', async (page) => {
    const two = await page.evaluate(idsFound, [PACK], ['trump'], 2);
    expect(two).toEqual({ trump: ['trump', 'melania'] });
    expect(await page.evaluate(idsFound, [], ['trump'], 0)).toEqual({ trump: [] });
  });

  test('gives the words of the name that was matched, the best of an entity', async (page) => {
    const found = await page.evaluate(async (pack) => {
      const base = await room.open();
      await room.importPack(base, pack);
      const queries = ['маск', 'trump', 'united', 'خامنهای'];
      const names = queries.map(async (query) => {
        const [first] = await room.findNames(base, query, 10);
        const entity = pack.entities.find(({ id }) => id === first?.id);
        return first && entity && [first.id, room.nameOfWords(entity.names, first.words)];
      });
      return Promise.all(names);
    }, PACK);
    expect(found).toEqual([
      ['musk', { text: 'Илон Маск', lang: 'en' }],
      ['trump', { text: 'Trump', lang: 'en' }],
      ['us', { text: 'United States' }],
      ['khamenei', { text: 'علی خامنه‌ای', lang: 'en' }],
    ]);
  });

  test('finds an entity that two packs know once, with the better of its names', async (page) => {
    const found = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        return [await room.findNames(base, 'firefly', 10), await room.findNames(base, 'rufus', 10)];
      },
      [
        namesPack('a', [person('Q1', 0.2, 'Rufus Firefly')]),
        namesPack('b', [person('Q1', 0.9, 'Rufus T. Firefly'), person('Q2', 0.5, 'Rufus')]),
      ],
    );
    expect(found[0]).toEqual([{ id: 'Q1', words: 'rufus t firefly' }]);
    expect(found[1]?.map(({ id }) => id)).toEqual(['Q2', 'Q1']);
  });

  test('finds what one or two letters start in however many blocks', async (page) => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const words = letters.flatMap((one) => letters.map((two) => `a${one}${two}x`));
    const last = person('last', 1, 'Azzz');
    const pack = namesPack('a', [
      ...words.map((word) => person(word, 0.5, word)),
      person('none', 1, 'Bazz'),
      last,
    ]);
    const found = await page.evaluate(idsFound, [pack], ['a', 'az', 'azz'], 1_000);
    expect(found['a']?.length).toBe(677);
    expect(found['a']?.[0]).toBe('last');
    expect(found['az']?.length).toBe(27);
    expect(found['azz']).toEqual(['last', 'azzx']);
  });

  test('finds names that were written out in several runs', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      const pack = room.makePack({ id: 'a', version: 1, entities: 500, facts: 0 });
      const sizes = room.SMALL_SIZES;
      await room.importInBatches(base, room.linesOfPack(pack), 50, { sizes });
      const keys = await base.getAllKeys('blocks');
      return {
        runs: new Set(keys.filter(([, table]) => table === 'names').map(([, , run]) => run)).size,
        found: (await room.findNames(base, 'person of', 1_000)).length,
        first: (await room.findNames(base, 'person 0', 1)).map(({ id }) => id),
        last: (await room.findNames(base, 'person 499', 1)).map(({ id }) => id),
      };
    });
    expect(found.runs).toBeGreaterThan(2);
    expect(found).toMatchObject({ found: 500, first: ['Q0'], last: ['Q499'] });
  });

  test('passes over blocks that are damaged', async (page) => {
    const found = await page.evaluate(async (pack) => {
      const base = await room.open();
      await room.importPack(base, pack);
      await room.putRows({
        blocks: [
          [[1, 'names', 0, 'trump', 0], null],
          [[1, 'names', 0, 'trump', 1], { text: 'trump without line ends' }],
          [[1, 'names', 0, 'trump', 2], { text: '\ntrump\ttrump-2\nmelania trump\tmel' }],
          [[1, 'names', 0, 'trump', 3], 7],
        ],
      });
      return room.findNames(base, 'trump', 10);
    }, PACK);
    expect(found.map(({ id }) => id)).toEqual(['trump-2', 'trump', 'melania', 'trump-jr']);
  });
});
