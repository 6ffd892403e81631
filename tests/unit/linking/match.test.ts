import { describe, expect, it } from 'vitest';
import type { IndexedName } from '../../../linking/index-source.ts';
import { matchNames } from '../../../linking/match.ts';
import { candidatesIn, entity, found, indexOf } from './helpers.ts';

/**
 * Names, and a text in which ⟦ and ⟧ stand around what is found; after the
 * BurntSushi way of testing matchers (github.com/BurntSushi/aho-corasick).
 */
type Row = readonly [names: readonly (string | IndexedName)[], text: string];

const acronym = (text: string): IndexedName => ({ text, use: 'acronym' });
const unless = (text: string, ...phrases: string[]): IndexedName => ({ text, unless: phrases });
const when = (text: string, ...phrases: string[]): IndexedName => ({
  text,
  needs: 'context',
  when: phrases,
});
const words = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `W${from + at}`).join(' ');

const RULES: Record<string, readonly Row[]> = {
  basics: [
    [[], ''],
    [[], 'Iran'],
    [['Iran'], ''],
    [['Iran'], '⟦Iran⟧'],
    [['Iran'], 'in ⟦Iran⟧, ⟦Iran⟧. ⟦Iran⟧'],
    [['Iran'], '⟦Iran⟧ ⟦Iran⟧'],
    [['Iran', 'Iraq'], '⟦Iraq⟧ and ⟦Iran⟧'],
    [['Elon Musk'], 'Elon ⟦Elon Musk⟧ Musk'],
    [['Elon Musk'], 'Elon, Musk and Elon'],
    [['', ' ', '…', '😀'], 'a … b 😀 c'],
  ],
  'whole words': [
    [['Iran'], 'Iranian, Tirana, xIran, Iran2, Iran\u0301ian'],
    [['Iran'], '(⟦Iran⟧) “⟦Iran⟧” ⟦Iran⟧’s _⟦Iran⟧_ 😀⟦Iran⟧😀 #⟦Iran⟧'],
    [['Iran'], 'US-⟦Iran⟧-Iraq'],
    [['New York'], 'New Yorkers in ⟦New York⟧-based firms'],
  ],
  'leftmost, then longest': [
    [['York', 'New York', 'New York Times'], '⟦New York Times⟧ in ⟦New York⟧, ⟦York⟧'],
    [['New York', 'York Times'], '⟦New York⟧ Times'],
    [['A B', 'B C D E'], '⟦A B⟧ C D E'],
    [['A', 'A B C'], '⟦A⟧ B D'],
    [['A B C D', 'B C', 'C'], 'A ⟦B C⟧ E ⟦C⟧'],
    [['A', 'A B', 'A B C', 'A B C D'], '⟦A B C⟧ ⟦A B⟧ ⟦A⟧ ⟦A B C D⟧ ⟦A B C⟧'],
    [['A A'], '⟦A A⟧ A'],
    [['A A', 'A A A'], '⟦A A A⟧ ⟦A A⟧'],
  ],
  'what may stand inside a name': [
    [['Elon Musk'], '⟦Elon\u00A0Musk⟧ ⟦Elon\n   Musk⟧ ⟦Elon-Musk⟧ ⟦Elon   Musk⟧'],
    [['Elon Musk'], 'Elon\n\nMusk, Elon, Musk; Elon. Musk; Elon (Musk) Elon 😀 Musk'],
    [['Tel Aviv', 'Abd-al-Aziz'], '⟦Tel-Aviv⟧ ⟦Tel‑Aviv⟧ ⟦Abd al Aziz⟧ ⟦Abd–al–Aziz⟧'],
    [['Johnson & Johnson', 'AT&T'], '⟦Johnson & Johnson⟧ ⟦AT&T⟧ ⟦AT & T⟧ A T&T'],
    [['Elon Musk'], '⟦Elon\r\nMusk⟧, Elon\r\n\r\nMusk'],
    [['תל אביב', "ג'ורג' בוש"], '⟦תל־אביב⟧ ⟦תל אביב⟧ ⟦ג׳ורג׳ בוש⟧ ⟦ג’ורג’ בוש⟧'],
    [['Donald J. Trump'], '⟦Donald J. Trump⟧ ⟦Donald J Trump⟧ Donald J... Trump'],
    [['St. Petersburg'], '⟦St Petersburg⟧ ⟦St. Petersburg⟧'],
    [['Coeur-de-Lion'], '⟦Cœur-de-Lion⟧ coeur de Lion'],
  ],
  'signs that part names stand in a name that is listed with them': [
    [['Washington, DC'], '⟦Washington, DC⟧ ⟦Washington, D.C.⟧ ⟦Washington,DC⟧ Washington (DC)'],
    [['Washington DC'], 'Washington, DC'],
    [['A B C', 'A, B, C'], '⟦A, B, C⟧ ⟦A B C⟧ A B, C'],
    [['Amazon.com'], 'on ⟦Amazon.com⟧. Amazon: com, Amazon com'],
    [['Halo: Reach', 'Halo'], '⟦Halo: Reach⟧, ⟦Halo⟧ Reach, ⟦Halo⟧, Reach'],
    [['Congo (Brazzaville)', 'Congo'], '⟦Congo (Brazzaville⟧), ⟦Congo⟧, Brazzaville'],
    [['Henry C. "Hank" Johnson, Jr.'], 'Mr. ⟦Henry C. "Hank" Johnson, Jr⟧. left'],
    [['Panic! at the Disco'], '⟦Panic! at the Disco⟧, Panic at the Disco'],
    [['ジャン＝ジャック・ルソー'], '哲学者⟦ジャン＝ジャック・ルソー⟧は'],
    [['MGM+', 'Canal+'], '⟦MGM⟧+ on ⟦Canal⟧+'],
    [['Alex. Brown & Sons'], 'at ⟦Alex. Brown & Sons⟧ and Alex, Brown & Sons'],
    [['Cocos (Keeling) Islands'], 'the ⟦Cocos (Keeling) Islands⟧'],
  ],
  'what is not seen, and other forms of letters': [
    [
      ['Elon Musk'],
      '⟦E\u00ADlon Mu\u200Bsk⟧\u200B ⟦Ｅｌｏｎ\u3000Ｍｕｓｋ⟧ \u200F⟦Elon \u2067Musk⟧\u2069',
    ],
    [['Musk'], 'the 𝐄𝐥𝐨𝐧 ⟦𝐌𝐮𝐬𝐤⟧ 👨‍👩‍👧⟦Musk⟧👨‍👩‍👧 ⟦𝕸𝖚𝖘𝖐⟧'],
    [['Erdoğan'], '⟦Erdogan⟧ ⟦Erdog\u0306an⟧ ⟦ERDOĞAN⟧'],
    [['İzmir', 'Isparta'], '⟦Izmir⟧ ⟦IZMIR⟧ ⟦İsparta⟧ ⟦ISPARTA⟧'],
    [['Τσίπρας'], '⟦ΤΣΙΠΡΑΣ⟧ ⟦Τσίπρας⟧'],
    [['Café', 'محمد'], '⟦Cafe\u0301⟧. ⟦محمدٌ⟧'],
    [['Müller', 'Åland'], '⟦Muller⟧ ⟦Mueller⟧ ⟦Müller⟧ ⟦Aaland⟧ ⟦Aland⟧'],
    [['Горбачёв'], '⟦Горбачев⟧ ⟦Горбачёв⟧'],
  ],
  apostrophes: [
    [["Ali Khamene'i"], '⟦Ali Khamene’i⟧ ⟦Ali Khameneʼi⟧ ⟦Ali Khamenei⟧’s'],
    [["O'Neill"], '⟦O’Neill⟧ and ⟦ONeill⟧'],
    [['Trump'], "⟦Trump⟧’s ⟦Trump⟧'s ⟦Trump⟧' ⟦Trump⟧ʼs"],
    [['Iran'], "l’⟦Iran⟧ dell'⟦Iran⟧ d’⟦Iran⟧"],
    [['Erdoğan'], "⟦Erdoğan⟧'ın ⟦Erdoğan⟧’a"],
    [['Trump'], '⟦Trump⟧:n'],
  ],
  capitals: [
    [['Trump'], '⟦Trump⟧ ⟦TRUMP⟧ trump'],
    [['Elon Musk'], '⟦ELON MUSK⟧ ⟦Elon MUSK⟧ elon musk Elon musk elon Musk'],
    [['Bank of China'], '⟦Bank Of China⟧ ⟦BANK OF CHINA⟧ bank of China Bank of china'],
    [['de Gaulle'], '⟦de Gaulle⟧ ⟦De Gaulle⟧ de gaulle'],
    [['iPhone'], '⟦iPhone⟧ ⟦IPHONE⟧ ⟦iphone⟧'],
    [['sanctions'], '⟦sanctions⟧ ⟦Sanctions⟧ ⟦SANCTIONS⟧'],
    [['Путин'], '⟦ПУТИН⟧ ⟦Путин⟧ путин'],
    // Those past the eighth word are not asked for.
    [[`${words(8)} Last`], `⟦${words(8)} last⟧ w0 ${words(7, 1)} Last`],
  ],
  'acronyms are written exactly so': [
    [[acronym('US')], '⟦US⟧ us Us ⟦U.S.⟧ ⟦U.S⟧ u.s.'],
    [['US'], '⟦US⟧ us Us'],
    [['DOGE'], '⟦DOGE⟧ Doge doge'],
    [[acronym('PhD')], '⟦PhD⟧ PHD Phd phd'],
    [[acronym('Nasdaq')], '⟦Nasdaq⟧ NASDAQ'],
    [['Nasdaq'], '⟦Nasdaq⟧ ⟦NASDAQ⟧'],
    [['NATO', 'Nato'], '⟦Nato⟧ ⟦NATO⟧ nato'],
    [['US'], '⟦US⟧-led, the ⟦US⟧’s'],
    [[acronym('NATO'), acronym('سیا')], '⟦ＮＡＴＯ⟧ ⟦سيا⟧'],
    [[acronym('UN Women'), acronym("EU's ESA")], '⟦UN\u00A0Women⟧ ⟦EU’s ESA⟧'],
    [['IAEA', 'LG'], '⟦IAEA⟧는 ⟦LG⟧의 ⟦LG⟧전자'],
    [['FBI'], 'ב⟦FBI⟧'],
    [['US'], '⟦U\u200BS⟧'],
    [['U.S. Steel'], '⟦US Steel⟧ ⟦U.S. Steel⟧'],
  ],
  'unless: phrases in which the name is not that': [
    [[unless('Musk', 'Musk ox')], 'A Musk ox met ⟦Musk⟧'],
    [[unless('X', 'X-ray', 'Malcolm X')], 'X-ray, X ray of Malcolm X on ⟦X⟧'],
    [[unless('Trump', 'Trump Tower'), 'Donald Trump'], 'Trump Tower of ⟦Donald Trump⟧'],
    [[unless('Trump', 'Trump Tower'), 'Trump Tower'], '⟦Trump Tower⟧ of ⟦Trump⟧'],
    [[unless('Trump', 'Trump Tower')], '⟦Trump⟧ tower'],
    // Such a phrase is somebody else's whole name, or nobody's.
    [[unless('Musk', 'Musk ox'), 'Musk'], 'Musk ox ⟦Musk⟧'],
    [[unless('Musk', 'Musk ox'), 'The Musk ox Society'], '⟦The Musk ox Society⟧'],
    [[unless('Musk', 'Musk ox'), 'Big Musk'], 'Big Musk ox'],
  ],
  'when: phrases in which the name is that': [
    [[when('killing', 'the killing of Musk')], 'the ⟦killing⟧ of Musk, a killing'],
    [[when('X', 'on X')], 'on ⟦X⟧, and ⟦X⟧'],
    [[when('deal', 'the deal'), 'Deal Town'], 'the ⟦deal⟧, ⟦Deal Town⟧'],
    [[when('state visit', 'a state visit to')], 'a ⟦state visit⟧ to; a state visit'],
    [[when('deal', 'no such phrase')], 'a deal'],
  ],
  'scripts without spaces match inside running text': [
    [['埃隆·马斯克', '马斯克'], '据报道⟦埃隆·马斯克⟧和⟦马斯克⟧会见'],
    [['日本', '日本銀行'], '昨日⟦日本銀行⟧は⟦日本⟧で'],
    [['イーロン・マスク'], '起業家の⟦イーロン・マスク⟧氏、⟦イーロンマスク⟧氏'],
    [['イーロン', '葛城'], '⟦イー\u200Bロン⟧ ⟦葛\u{E0100}城⟧'],
    [['マスク'], 'マスクメロン、⟦マスク⟧氏、⟦ﾏｽｸ⟧'],
    [['ปูติน'], 'วลาดีมีร์⟦ปูติน⟧กล่าว'],
    [['ปติน'], 'ปูติน'],
    [['ยูเครน'], 'ใน⟦ยูเครน⟧และ'],
    [['金正恩'], '⟦金正恩⟧は⟦金\u200B正恩⟧'],
    [['𠮷野'], '作家の⟦𠮷野⟧氏'],
    [['X社'], '米⟦X社⟧の'],
  ],
  'scripts without case': [
    [['علی خامنه\u200Cای'], '⟦علی خامنه\u200Cای⟧ ⟦علی خامنه ای⟧ ⟦علی خامنهای⟧'],
    [['ایران'], '⟦ايران⟧ ⟦ایران⟧، ⟦اِیران⟧'],
    [['ليندسي غراهام', 'لبنان'], 'قال ⟦ليندسي غراهام⟧ في ⟦لبنان⟧'],
    [['لاریجانی', 'لُندن'], '⟦لاريجاني⟧ ⟦لندن⟧'],
    [['ירושלים', 'צה"ל'], '⟦ירושלים⟧ ⟦יְרוּשָׁלַיִם⟧ ⟦צה״ל⟧'],
    [['दिल्ली'], '⟦दिल्ली⟧ दलल'],
    [['윤석열'], '⟦윤석열⟧ 윤 석열'],
  ],
  'long names': [
    [[words(8)], `⟦${words(8)}⟧`],
    [[words(9)], `⟦${words(9)}⟧`],
    [[words(32)], `x ⟦${words(32)}⟧ y`],
    [[words(32), words(31)], `${words(30)}, ⟦${words(31)}⟧, ⟦${words(32)}⟧`],
    [[words(33)], words(33)],
    [[words(33), words(2)], `⟦${words(2)}⟧ ${words(31, 2)}`],
    [['a'.repeat(2_000)], `b ⟦${'a'.repeat(2_000)}⟧ ${'a'.repeat(1_999)}`],
  ],
};

describe.each(Object.entries(RULES))('matching: %s', (_, rows) => {
  it.each(rows)('%j in %s', (names, marked) => {
    const text = marked.replaceAll(/[⟦⟧]/g, '');
    const index = indexOf(names.map((name, at) => entity(`Q${at + 1}`, name)));
    let shown = text;
    for (const { start, end } of matchNames([index], text).reverse()) {
      shown = `${shown.slice(0, start)}⟦${shown.slice(start, end)}⟧${shown.slice(end)}`;
    }
    expect(shown).toBe(marked);
  });
});

describe('what a match may stand for', () => {
  const entities = (...indexes: ReturnType<typeof indexOf>[]) => ({
    of: (text: string) =>
      matchNames(indexes, text).map((match) => candidatesIn(match).map(({ entity }) => entity)),
  });

  it('is all that share the name, the most prominent first', () => {
    const index = indexOf([
      { ...entity('Q1', 'Georgia'), prominence: 0.2 },
      { ...entity('Q2', 'Georgia'), prominence: 0.9 },
      { ...entity('Q3', 'Georgia'), prominence: 0.5 },
      entity('Q4', 'Georgian'),
    ]);
    expect(entities(index).of('Georgia')).toEqual([['Q2', 'Q3', 'Q1']]);
  });

  it('comes from all indexes', () => {
    const one = indexOf([entity('Q1', 'Georgia'), entity('Q2', 'New York')]);
    const other = indexOf([entity('Q3', 'Georgia'), entity('Q4', 'New York Times')], { pack: 'b' });
    const both = entities(one, other);
    expect(both.of('Georgia')).toEqual([['Q1', 'Q3']]);
    expect(both.of('New York Times, New York')).toEqual([['Q4'], ['Q2']]);
    expect(entities().of('Georgia')).toEqual([]);
    const packs = matchNames([one, other], 'Georgia')
      .flatMap(candidatesIn)
      .map(({ pack }) => pack);
    expect(packs).toEqual(['test', 'b']);
  });

  it('is an entity, in whichever of its ways the name is written', () => {
    const index = indexOf([
      entity('Q1', 'NATO', 'Nato'),
      entity('Q2', 'Sanctions', 'sanctions'),
      entity('Q3', 'Иванова', 'Иванов'),
    ]);
    const text = 'NATO Nato nato Sanctions sanctions Иванов Ивановой Ивановым';
    const expected = ['Q1', 'Q1', 'Q2', 'Q2', 'Q3', 'Q3', 'Q3'];
    const found = entities(index).of(text);
    expect(found.map((ids) => [...new Set(ids)])).toEqual(expected.map((id) => [id]));
  });

  it('is one candidate for a name that an entity has in several languages', () => {
    const index = indexOf([
      entity('Q1', { text: 'Paris', lang: 'fr' }, { text: 'París', lang: 'es' }, 'PARIS x'),
    ]);
    expect(entities(index).of('Paris')).toEqual([['Q1']]);
  });
});

describe('offsets', () => {
  it('are of the original text, and words and tokens agree', () => {
    const index = indexOf([entity('Q1', 'Elon Musk')]);
    const text = 'ﷺ Straße 👨‍👩‍👧 E\u0301\u00AD: E\u00ADlon\n Ｍｕｓｋ.';
    const [match] = matchNames([index], text);
    expect(text.slice(match?.start, match?.end)).toBe('E\u00ADlon\n Ｍｕｓｋ');
    expect([match?.from, match?.to]).toEqual([3, 5]);
  });

  it('do not depend on what was read before', () => {
    expect(found(['Iran'], 'x '.repeat(1_000))).toEqual([]);
    expect(found(['Iran'], 'Iran')).toEqual(['Iran']);
  });
});
