import { describe, expect, it } from 'vitest';
import { arabicKeyStart, variantsOf } from '../../../linking/inflection.ts';
import { SCRIPT, type Script } from '../../../linking/scripts.ts';
import { fold, foldedWord } from './folded-word.ts';

/** What a word may be without its particles, in the order of looking it up. */
function variants(word: string, script: Script, language?: string, room = 16): string[] {
  const { folded, from, to } = foldedWord(word);
  const out = new Int32Array(room * 2);
  const count = variantsOf(folded, from, to, script, language, out);
  return Array.from({ length: count }, (_, at) =>
    String.fromCharCode(...folded.subarray(out[at * 2], out[at * 2 + 1])),
  );
}

/** The key of an Arabic word, listed or in a text. */
function key(word: string): string {
  const { folded, from, to } = foldedWord(word);
  return String.fromCharCode(...folded.subarray(arabicKeyStart(folded, from, to), to));
}

/** Whether a word of an Arabic text is looked up as a listed name. */
function isArabicForm(word: string, name: string, language?: string): boolean {
  return [key(word), ...variants(word, SCRIPT.arabic, language)].includes(key(name));
}

describe('Arabic', () => {
  it.each([
    ['ترامب', 'وترامب فترامب بترامب لترامب كترامب ولترامب وبترامب فلترامب'],
    ['إيران', 'وإيران بإيران لإيران كإيران وبإيران ولإيران فإيران ايران'],
    ['قطر', 'وقطر'],
    ['الصين', 'والصين بالصين للصين وبالصين وللصين كالصين فالصين فللصين'],
    ['العراق', 'والعراق بالعراق للعراق وللعراق كالعراق'],
    ['الولايات', 'والولايات بالولايات للولايات وللولايات'],
    ['الجزيرة', 'والجزيرة بالجزيرة للجزيرة'],
    ['لبنان', 'ولبنان بلبنان للبنان وللبنان'],
    ['ليبيا', 'وليبيا بليبيا لليبيا'],
    ['لافروف', 'ولافروف بلافروف للافروف وللافروف'],
    ['ألمانيا', 'وألمانيا بألمانيا لألمانيا ولألمانيا المانيا'],
    ['كاليفورنيا', 'وكاليفورنيا بكاليفورنيا لكاليفورنيا'],
    ['فلسطين', 'وفلسطين بفلسطين لفلسطين ولفلسطين'],
    ['واشنطن', 'وواشنطن بواشنطن لواشنطن'],
    ['بغداد', 'وبغداد ببغداد لبغداد'],
    ['كييف', 'وكييف بكييف لكييف'],
    ['الله', 'والله'],
  ])('%s', (name, forms) => {
    const missed = [name, ...forms.split(' ')].filter((form) => !isArabicForm(form, name, 'ar'));
    expect(missed).toEqual([]);
  });

  it.each([
    ['الجزيرة', 'جزيرة لجزيرة وجزيرة بجزيرة'],
    ['العربية', 'عربية لعربية'],
    ['الاتحاد', 'اتحاد لاتحاد واتحاد'],
    // The Persian suffix مان is a word behind a zero-width non-joiner.
    ['آلمان', 'مان'],
    ['آلفرد', 'فرد'],
    ['البرت', 'برت'],
    ['بالفور', 'الفور فور'],
    ['كالدول', 'الدول دول'],
    ['فالكون', 'الكون كون'],
    ['كري', 'فكري بكري'],
    ['عون', 'بعون لعون'],
    ['لولا', 'ولا'],
    ['ترامب', 'تراب'],
  ])('%s is not found in %s', (name, others) => {
    expect(others.split(' ').filter((other) => isArabicForm(other, name, 'ar'))).toEqual([]);
  });

  it.each([
    ['الصين', 'لصین'],
    ['للصين', 'لصین'],
    ['الله', 'الله'],
    ['لليث', 'للیث'],
    ['لترامب', 'ترامب'],
    ['لبنان', 'لبنان'],
    ['والصين', 'والصین'],
  ])('%s has the key %s', (word, expected) => {
    expect(key(word)).toBe(expected);
  });

  it('keeps short words whole', () => {
    expect(variants('وفد', SCRIPT.arabic, 'ar')).toEqual([]);
    expect(variants('بقطر', SCRIPT.arabic, 'ar')).toEqual([]);
  });

  it('has no prefixes in Persian, and is careful where the language is not known', () => {
    expect(variants('وترامپ', SCRIPT.arabic, 'fa')).toEqual([]);
    expect(variants('وترامپ', SCRIPT.arabic, 'ur-PK')).toEqual([]);
    expect(variants('وترامب', SCRIPT.arabic, 'arz')).toEqual([]);
    expect(variants('وترامب', SCRIPT.arabic)).toEqual(['ترامب']);
    expect(variants('وترامب', SCRIPT.arabic, 'AR-eg')).toEqual(['ترامب']);
    expect(variants('وقطر', SCRIPT.arabic, 'ar')).toEqual(['قطر']);
    expect(variants('وقطر', SCRIPT.arabic)).toEqual([]);
  });

  it('takes off the conjunction first', () => {
    expect(variants('وبإيران', SCRIPT.arabic, 'ar')).toEqual(['بایران', 'ایران']);
  });

  it('leaves Persian endings alone: another word may follow', () => {
    expect(isArabicForm('آمریکای', 'آمریکا', 'fa')).toBe(false);
    expect(isArabicForm('ایرانی', 'ایران', 'fa')).toBe(false);
  });
});

describe('Hebrew', () => {
  it.each([
    ['ישראל', 'בישראל לישראל מישראל וישראל שישראל כישראל ובישראל שבישראל ושבישראל כשישראל'],
    ['טראמפ', 'לטראמפ וטראמפ שטראמפ כשטראמפ בטראמפ מטראמפ ולטראמפ וכשטראמפ'],
    ['סין', 'בסין וסין ובסין'],
    ['עזה', 'בעזה ועזה ובעזה'],
    ['איראן', 'באיראן מאיראן ומאיראן שמאיראן'],
    ['וושינגטון', 'בוושינגטון מוושינגטון'],
    ['הבית', 'מהבית שהבית והבית'],
    ['הקרמלין', 'מהקרמלין שהקרמלין'],
    ['שמיר', 'כשמיר ושמיר'],
  ])('%s', (name, forms) => {
    const missed = forms
      .split(' ')
      .filter((form) => !variants(form, SCRIPT.hebrew, 'he').includes(name));
    expect(missed).toEqual([]);
  });

  it.each([
    ['עזה', 'העזה מעזה'],
    ['בוש', 'לבוש ולבוש'],
    ['כהן', 'מכהן לכהן הכהן'],
    ['לוי', 'הלוי'],
    ['עד', 'ועד בעד'],
    // The article is never taken off: "האמזון" is the river, not the company.
    ['קרמלין', 'הקרמלין מהקרמלין'],
    ['איראן', 'וכשבאיראן'],
    ['ראל', 'ישראל'],
    ['טראמפ', 'ושלכטראמפ'],
  ])('%s is not found in %s', (name, others) => {
    const taken = others
      .split(' ')
      .filter((other) => variants(other, SCRIPT.hebrew, 'he').includes(name));
    expect(taken).toEqual([]);
  });
});

describe('Korean', () => {
  it.each([
    [
      '이란',
      '이란은 이란이 이란을 이란의 이란에 이란에서 이란과 이란도 이란으로 이란까지 이란부터 이란측',
    ],
    ['미국', '미국은 미국이 미국을 미국의 미국에서는 미국과의 미국으로부터 미국에도'],
    ['러시아', '러시아는 러시아가 러시아를 러시아와 러시아로 러시아의 러시아에서 러시아와의'],
    [
      '트럼프',
      '트럼프는 트럼프가 트럼프를 트럼프에게 트럼프와 트럼프라고 트럼프씨 트럼프씨는 트럼프측은',
    ],
    ['푸틴', '푸틴은 푸틴이 푸틴에게서 푸틴이라고 푸틴처럼 푸틴보다'],
    ['서울', '서울로 서울로부터 서울은'],
    ['김정은', '김정은은 김정은이 김정은의'],
  ])('%s', (name, forms) => {
    const missed = forms
      .split(' ')
      .filter((form) => !variants(form, SCRIPT.hangul, 'ko').includes(name));
    expect(missed).toEqual([]);
  });

  it.each([
    // Teheran-ro is a street of Seoul; the direction would be 테헤란으로.
    ['테헤란', '테헤란로 테헤란는 테헤란가'],
    ['러시아', '러시아은 러시아을 러시아과 러시아으로 러시아인'],
    ['멕시코', '멕시코만'],
    ['오', '오만 오는'],
    ['미국', '미국인 미국산 미국'],
  ])('%s is not found in %s', (name, others) => {
    const taken = others
      .split(' ')
      .filter((other) => variants(other, SCRIPT.hangul, 'ko').includes(name));
    expect(taken).toEqual([]);
  });

  it('takes off the longest first', () => {
    expect(variants('이란에서는', SCRIPT.hangul, 'ko')).toEqual(['이란', '이란에서']);
    expect(variants('트럼프씨는', SCRIPT.hangul, 'ko')).toEqual(['트럼프', '트럼프씨']);
  });
});

describe('the genitive without an apostrophe', () => {
  it.each([
    ['Trumps', 'trump'],
    ['Irans', 'iran'],
    ['Pezeshkians', 'pezeshkian'],
    ['Selenskyjs', 'selenskyj'],
  ])('%s', (word, name) => {
    for (const language of ['de', 'de-AT', 'sv', 'da', 'nb', 'nn', 'no', 'SV-fi']) {
      expect(variants(word, SCRIPT.latin, language), language).toEqual([name]);
    }
  });

  it('is of no other language', () => {
    for (const language of ['en', 'nl', 'fi', 'den', 'd', '', undefined]) {
      expect(variants('Trumps', SCRIPT.latin, language), language).toEqual([]);
    }
  });

  it('leaves sibilants, short words and other endings', () => {
    for (const word of ['Gross', 'Marxs', 'Merzs', 'Weißs', 'Omas', 'Trump', 'Trumpf']) {
      expect(variants(word, SCRIPT.latin, 'de'), word).toEqual([]);
    }
  });
});

describe('variants', () => {
  it('are none in scripts without affixes', () => {
    expect(variants('Трампы', SCRIPT.cyrillic, 'ru')).toEqual([]);
    expect(variants('特朗普', SCRIPT.unspaced, 'zh')).toEqual([]);
    expect(variants('Τραμπς', SCRIPT.other, 'el')).toEqual([]);
  });

  it('are as many as there is room for', () => {
    expect(variants('ושבישראל', SCRIPT.hebrew, 'he')).toHaveLength(3);
    expect(variants('ושבישראל', SCRIPT.hebrew, 'he', 2)).toEqual(['שבישראל', 'בישראל']);
    expect(variants('ושבישראל', SCRIPT.hebrew, 'he', 0)).toEqual([]);
  });

  it.each([
    ['وبإيران', SCRIPT.arabic, 'ar'],
    ['للبنان', SCRIPT.arabic, 'ar'],
    ['ובישראל', SCRIPT.hebrew, 'he'],
    ['트럼프씨는', SCRIPT.hangul, 'ko'],
    ['Trumps', SCRIPT.latin, 'de'],
  ] as const)('of %s are parts of it, each once, and never all of it', (word, script, language) => {
    const found = variants(word, script, language);
    const whole = script === SCRIPT.arabic ? key(word) : fold(word);
    expect(found.length).toBe(new Set(found).size);
    expect(found).not.toContain(whole);
    expect(found.filter((variant) => !fold(word).includes(variant))).toEqual([]);
  });
});
