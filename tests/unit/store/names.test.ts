import { describe, expect, it } from 'vitest';
import { type NamedEntities, searchableNames, searchNames } from '../../../store/names.ts';

type Named = NamedEntities['entities'][number];
const person = (id: string, prominence: number, ...texts: string[]): Named => ({
  id,
  kind: 'person',
  prominence,
  names: texts.map((text) => ({ text, lang: 'en' })),
});

const PACKS: readonly NamedEntities[] = [
  {
    pack: 'a',
    entities: [
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
      {
        id: 'us',
        kind: 'place',
        prominence: 1,
        names: [{ text: 'US' }, { text: 'United States' }],
      },
      { id: 'unranked', kind: 'other', names: [{ text: 'Unranked' }] },
    ],
  },
];

const idsOf = (query: string, limit = 10) =>
  searchNames(searchableNames(PACKS), query, limit).map(({ id }) => id);

describe('searching names', () => {
  it.each<[what: string, query: string, ids: string[]]>([
    ['a whole name before names that contain it', 'trump', ['trump', 'melania', 'trump-jr']],
    ['a whole name before names that start with it', 'Donald Trump', ['trump', 'trump-jr']],
    ['the start of a name', 'elo', ['musk']],
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
    ['full-width letters', 'Ｍｕｓｋ', ['musk']],
    ['dots in an acronym', 'U.S.', ['us']],
    ['an apostrophe', 'o’brien', ['obrien']],
    ['space around', '  musk \n', ['musk']],
    ['nothing', '', []],
    ['space alone', ' \t\u00A0', []],
    ['marks alone', '.*?+^$()[]{}|\\/', []],
    ['an entity without prominence', 'unranked', ['unranked']],
    ['markup around a word is words of the query', '<b>musk</b>', []],
    ['markup whose words a name has', '<elon>musk</elon>', ['musk']],
    ['a script', '<script>alert(1)</script>', []],
    ['characters of regular expressions are not special', 'm.sk', []],
    ['an open bracket', '[standard', ['cpp']],
    ['a star', 'musk*', ['musk']],
    ['members that every object has', '__proto__ constructor', []],
  ])('finds %s', (_what, query, ids) => {
    expect(idsOf(query)).toEqual(ids);
  });

  it('gives whole names before starts, starts before the rest, whatever their prominence', () => {
    const names = searchableNames([
      {
        pack: 'a',
        entities: [
          person('inside', 1, 'The Firefly'),
          person('start', 1, 'Firefly Rufus'),
          { id: 'whole', kind: 'person', names: [{ text: 'Firefly' }] },
          { id: 'later-start', kind: 'person', names: [{ text: 'Firefly Chico' }] },
        ],
      },
    ]);
    expect(searchNames(names, 'firefly', 10).map(({ id }) => id)).toEqual([
      'whole',
      'start',
      'later-start',
      'inside',
    ]);
  });

  it.each<[what: string, query: string]>([
    ['a dotted acronym', 'U.S.'],
    ['two spaces', 'U  S'],
    ['a dash', 'u-s'],
  ])('takes %s for the whole name', (_what, query) => {
    const names = searchableNames([
      {
        pack: 'a',
        entities: [
          person('steel', 1, query === 'U.S.' ? 'US Steel' : 'U S Steel'),
          person('whole', 0, query === 'U.S.' ? 'US' : 'U S'),
        ],
      },
    ]);
    expect(searchNames(names, query, 10).map(({ id }) => id)).toEqual(['whole', 'steel']);
  });

  it('gives the name that was matched, the best of an entity and each entity once', () => {
    const found = (query: string) => searchNames(searchableNames(PACKS), query, 10);
    expect(found('маск')).toEqual([{ id: 'musk', name: { text: 'Илон Маск', lang: 'en' } }]);
    expect(found('trump')[0]).toEqual({ id: 'trump', name: { text: 'Trump', lang: 'en' } });
    expect(found('united')).toEqual([{ id: 'us', name: { text: 'United States', lang: '' } }]);
  });

  it('gives an entity that two packs know once, with the better of its names', () => {
    const names = searchableNames([
      { pack: 'a', entities: [person('Q1', 0.2, 'Rufus Firefly')] },
      { pack: 'b', entities: [person('Q1', 0.9, 'Rufus T. Firefly'), person('Q2', 0.5, 'Rufus')] },
    ]);
    expect(searchNames(names, 'firefly', 10)).toEqual([
      { id: 'Q1', name: { text: 'Rufus T. Firefly', lang: 'en' } },
    ]);
    expect(searchNames(names, 'rufus', 10).map(({ id }) => id)).toEqual(['Q2', 'Q1']);
  });

  it('gives the best when there are more than wanted', () => {
    expect(idsOf('trump', 2)).toEqual(['trump', 'melania']);
    expect(idsOf('trump', 0)).toEqual([]);
  });

  it.each<[what: string, query: string, ids: string[]]>([
    ['one word', 'a'.repeat(10_000), []],
    ['one name again and again', 'Musk '.repeat(2_000), ['musk']],
    ['other words', 'x y z '.repeat(1_667), []],
    ['Chinese', '马斯克'.repeat(3_334), ['musk']],
    ['marks', '('.repeat(10_000), []],
    ['dots', 'A.'.repeat(5_000), []],
    ['joining marks', `e${'\u0301'.repeat(10_000)}lon`, ['musk']],
  ])('answers 10,000 characters of %s', { timeout: 2_000 }, (_what, query, ids) => {
    expect(query.length).toBeGreaterThanOrEqual(10_000);
    expect(idsOf(query)).toEqual(ids);
  });
});
