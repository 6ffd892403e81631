import { describe, expect, it } from 'vitest';
import { CASE } from '../../../linking/character-at.ts';
import { SCRIPT } from '../../../linking/scripts.ts';
import { readTokens, TokenList, wordsOf } from '../../../linking/tokens.ts';

/**
 * The words of a text, and before each what parts it from the one before: a space
 * where white space of one line does, `-` where a name may go on all the same, `|`
 * where names end. `^` marks what opens a sentence.
 */
function shown(text: string): string {
  const tokens = readTokens([text]);
  return Array.from({ length: tokens.count }, (_, token) => {
    const before = tokens.isSpaced(token) ? ' ' : tokens.isJoined(token) ? '-' : '|';
    return `${before}${tokens.opensSentence(token) ? '^' : ''}${tokens.wordAt(token)}`;
  })
    .join('')
    .slice(1);
}

/** The words of a text as they stand in it. */
function spans(text: string): string[] {
  const tokens = readTokens([text]);
  return Array.from({ length: tokens.count }, (_, token) =>
    text.slice(tokens.start[token], tokens.end[token]),
  );
}

type Row = readonly [what: string, text: string, expected: string];

const BETWEEN: Record<string, readonly Row[]> = {
  'white space': [
    ['a space', 'Elon Musk', '^elon musk'],
    ['several', 'Elon \t  Musk', '^elon musk'],
    ['no-break space', 'Elon\u00A0Musk', '^elon musk'],
    ['narrow and thin spaces', 'Elon\u202FMusk\u2009Jr', '^elon musk jr'],
    ['an ideographic space', '岸田\u3000文雄', '^岸-田 文-雄'],
    ['a line break, where the source wraps', 'Elon\n   Musk', '^elon musk'],
    ['a line separator', 'Elon\u2028Musk', '^elon musk'],
    ['an empty line', 'Elon\n\nMusk', '^elon|^musk'],
    ['an empty line with spaces in it', 'Elon \n \n Musk', '^elon|^musk'],
    ['none, where scripts change', 'X社のMusk氏', '^x-社-の-musk-氏'],
  ],
  'dashes and other joints': [
    ['a hyphen', 'US-Iran', '^us-iran'],
    ['hyphens that do not break, and minus', 'a\u2010b\u2011c\u2212d', '^a-b-c-d'],
    ['a full-width hyphen', 'a－b', '^a-b'],
    ['a dash may part sentences as well', 'US–Iran — talks', '^us-^iran-^talks'],
    ['an ampersand', 'AT&T and Johnson & Johnson', '^at-t and johnson-johnson'],
    ['a slash', 'Washington/Tehran', '^washington-tehran'],
    ['middle dots', '埃隆·马斯克 a・b ｱ･ｲ', '^埃-隆-马-斯-克 a-b ア-イ'],
    ['two of them join nothing', 'US--Iran, a -- b', '^us|iran|a|b'],
  ],
  apostrophes: [
    ['typewriter', "Trump's", '^trump-s'],
    ['typographic, both', 'Trump’s ‘Musk', '^trump-s-musk'],
    ['letters that look like one', 'Khameneʼi Khameneʻi Saʿid', '^khamene-i khamene-i sa-id'],
    ['accents used as one', 'Khamene`i Khamene´i', '^khamene-i khamene-i'],
    ['at the end and the start of words', "workers' 'Iran", '^workers|iran'],
  ],
  dots: [
    ['after an initial', 'Donald J. Trump', '^donald j-^trump'],
    [
      'after an abbreviation of three letters',
      'St. Petersburg, Gen. Li',
      '^st-^petersburg|gen-^li',
    ],
    ['after a longer word, where a sentence ends', 'He left them. Iran', '^he left them|^iran'],
    ['after a space', 'Musk . Iran', '^musk|^iran'],
    ['several', 'Mr.. Musk … Iran', '^mr|^musk|^iran'],
    ['full-width', 'Mr． Musk', '^mr-^musk'],
    ['at the start of the text', '. Iran', '^iran'],
  ],
  'marks that end a name, and those that end a sentence': [
    ['commas', 'Washington, DC، b，c、d', '^washington|dc|b|c|d'],
    ['colons, question and exclamation marks', 'a: b! c? d; e', '^a|^b|^c|^d|^e'],
    ['those of other scripts', 'a。b！c؟d।e', '^a|^b|^c|^d|^e'],
    ['brackets', 'Musk (Tesla) [X]', '^musk|^tesla|^x'],
    ['quotation marks', '“Musk” said "X" «Y»', '^musk|^said|^x|^y'],
    ['emoji and signs', 'Elon 😀 Musk @ X * Y', '^elon|musk|x|y'],
    ['a lone half of a surrogate pair', 'Elon \uD83D Musk', '^elon|musk'],
  ],
  'what is not seen parts nothing': [
    ['a soft hyphen', 'Mu\u00ADsk', '^musk'],
    ['zero-width space, joiner, no-break space', 'M\u200Bu\u200Ds\uFEFFk', '^musk'],
    ['marks of direction', '\u200FElon\u200E \u2067Musk\u2069', '^elon musk'],
    ['a non-joiner between Latin letters', 'Mu\u200Csk', '^musk'],
    ['a non-joiner between Arabic letters is a seam', 'خامنه\u200Cای', '^خامنه-ای'],
  ],
};

const SPANS: readonly (readonly [what: string, text: string, words: readonly string[]])[] = [
  ['possessives', 'Trump’s plan', ['Trump', 's', 'plan']],
  ['soft hyphens inside only', 'Mu\u00ADsk\u00AD spoke', ['Mu\u00ADsk', 'spoke']],
  ['invisible characters before', '\u200B\u202AMusk', ['Musk']],
  ['letters that are two code units', 'an 𝐄𝐥𝐨𝐧 𝐌𝐮𝐬𝐤', ['an', '𝐄𝐥𝐨𝐧', '𝐌𝐮𝐬𝐤']],
  ['emoji of several code points', '👨‍👩‍👧Musk🇺🇸US', ['Musk', 'US']],
  ['letters that fold to two', 'Straße Æ', ['Straße', 'Æ']],
  ['one letter that folds to many', 'ﷺ x', ['ﷺ', 'x']],
  [
    'combining accents inside and behind',
    'Ge\u0301rard Cafe\u0301',
    ['Ge\u0301rard', 'Cafe\u0301'],
  ],
  ['Arabic vowel signs', 'محمدٌ x', ['محمدٌ', 'x']],
  [
    'dotted acronyms with their last dot',
    'the U.S. and U.S.A too',
    ['the', 'U.S.', 'and', 'U.S.A', 'too'],
  ],
  ['an initial and a name without a space', 'J.Trump', ['J', 'Trump']],
  ['Hebrew with quotation marks inside', 'צה"ל אמר', ['צה"ל', 'אמר']],
  ['Hebrew between quotation marks', '"ישראל"', ['ישראל']],
  ['katakana as one, kana and Han by character', 'トランプ氏の', ['トランプ', '氏', 'の']],
  ['Thai by letter with its marks', 'ปูติน', ['ปู', 'ติ', 'น']],
  ['Hangul by spaces', '윤석열 대통령', ['윤석열', '대통령']],
  ['digits and letters', 'G7, 3M', ['G7', '3M']],
];

const CASES: readonly (readonly [text: string, written: readonly number[]])[] = [
  ['doge Doge DOGE', [CASE.lower, CASE.capital, CASE.upper]],
  ['X x A. U.S.', [CASE.capital, CASE.lower, CASE.capital, CASE.upper]],
  ['iPhone eBay McDonald', [CASE.lower, CASE.lower, CASE.capital]],
  ['G7 3M 42', [CASE.upper, CASE.upper, CASE.none]],
  ['İstanbul ıstanbul ǅ', [CASE.capital, CASE.lower, CASE.capital]],
  ['Путин путин ПУТИН', [CASE.capital, CASE.lower, CASE.upper]],
  ['𝐌𝐮𝐬𝐤 𝐦', [CASE.capital, CASE.lower]],
  ['ایران ישראל 한국', [CASE.none, CASE.none, CASE.none]],
  ['日 ト ป', [CASE.none, CASE.none, CASE.none]],
  ['É\u0301a e\u0301A', [CASE.capital, CASE.lower]],
];

describe.each(Object.entries(BETWEEN))('between words: %s', (_, rows) => {
  it.each(rows)('%s', (_what, text, expected) => expect(shown(text)).toBe(expected));
});

describe('the words of a text, as they stand in it', () => {
  it.each(SPANS)('%s', (_, text, words) => expect(spans(text)).toEqual(words));
});

describe('how words are written', () => {
  it.each(CASES)('%s', (text, written) => {
    const tokens = readTokens([text]);
    expect(Array.from({ length: tokens.count }, (_, at) => tokens.caseOf(at))).toEqual(written);
  });
});

describe('the scripts of words', () => {
  it.each([
    ['Musk', SCRIPT.latin],
    ['Маск', SCRIPT.cyrillic],
    ['ماسک', SCRIPT.arabic],
    ['מאסק', SCRIPT.hebrew],
    ['머스크', SCRIPT.hangul],
    ['马', SCRIPT.unspaced],
    // A run of katakana is a word as others are.
    ['マスク', SCRIPT.other],
    ['ม', SCRIPT.unspaced],
    ['मस्क', SCRIPT.other],
    ['42', SCRIPT.other],
  ])('%s', (text, script) => expect(readTokens([text]).scriptOf(0)).toBe(script));
});

describe('a list of tokens', () => {
  it('knows the segments of its words, empty ones among them', () => {
    const tokens = readTokens(['', 'a b', '', '', 'c', '']);
    expect(tokens.firstOf).toEqual([0, 0, 2, 2, 2, 3, 3]);
    expect([0, 1, 2].map((token) => tokens.segmentOf(token))).toEqual([1, 1, 4]);
    expect([0, 1, 2].map((token) => tokens.start[token])).toEqual([0, 2, 0]);
    expect(tokens.isJoined(2)).toBe(false);
    expect(tokens.opensSentence(2)).toBe(true);
  });

  it('is the same when its memory is used again', () => {
    const used = new TokenList();
    readTokens(['Something else, and longer. With ﷺ and U.S.'], used);
    const again = readTokens(['Elon Musk'], used);
    const fresh = readTokens(['Elon Musk']);
    expect(again.count).toBe(fresh.count);
    for (let token = 0; token < fresh.count; token++) {
      expect(again.wordAt(token)).toBe(fresh.wordAt(token));
      expect(again.key[token]).toBe(fresh.key[token]);
      expect(again.caseOf(token)).toBe(fresh.caseOf(token));
      expect(again.isJoined(token)).toBe(fresh.isJoined(token));
      expect(again.opensSentence(token)).toBe(fresh.opensSentence(token));
    }
  });

  it('finds the way back from the folded word to the text', () => {
    const text = 'an E\u0301cole\u00ADs ﷺ';
    const tokens = readTokens([text]);
    const from = tokens.foldedFrom[1] ?? 0;
    expect(tokens.wordAt(1)).toBe('ecoles');
    expect([0, 1, 5, 6].map((letters) => tokens.offsetOf(1, from + letters))).toEqual([
      3, 4, 9, 11,
    ]);
  });

  it('gives each word a key of its letters alone', () => {
    const [one = 0, other = 0, third = 0] = readTokens(['MUSK musk, Musky']).key;
    expect(one).toBe(other);
    expect(third).not.toBe(one);
  });

  it('has room for letters that fold to many', () => {
    const [one = ''] = wordsOf('ﷺ');
    expect(one).toHaveLength(15);
    expect(wordsOf('ﷺ'.repeat(500))).toEqual([one.repeat(500)]);
  });

  it('has no words where there are none', () => {
    expect(wordsOf('')).toEqual([]);
    expect(wordsOf(' …😀\u200B\n')).toEqual([]);
  });
});
