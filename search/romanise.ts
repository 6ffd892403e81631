/**
 * Letters of other scripts in Latin ones, as names are commonly written in English. Only
 * what is compared: every letter alone, nothing of it is shown. Tables as small as this one
 * know no Chinese readings; those that do weigh half a megabyte (`any-ascii`) or a fifth of
 * one (`transliteration`), which each start of the worker would read.
 */

/** Pairs of a letter, as folding leaves it (`linking/normalise.ts`), and its Latin letters. */
const TABLES = [
  // Cyrillic. х is h: Persian and Arabic h and kh are both written with it.
  'аaбbвvгgдdеeжzhзzиiкkлlмmнnоoпpрrсsтtуuфfхhцtsчchшshщshchъыyьэeюyuяyaіiєyeґgјyљlyњnyћchђdjџdzhғgқkңnөoұuүuһhәa',
  // Greek.
  'αaβvγgδdεeζzηiθthιiκkλlμmνnξxοoπpρrσsτtυuφfχhψpsωo',
  // Arabic and Persian: vowels are mostly left out.
  'اaبbپpتtٹtثthجjچchحhخkhدdڈdذzرrڑrزzژzhسsشshصsضzطtظzعaغghفfقqکkگgلlمmنnںnوwهhیyےyء',
  // Hebrew.
  'אaבbגgדdהhוwזzחhטtיyכkךkלlמmםmנnןnסsעaפpףpצtsץtsקkרrשshתt',
  // Georgian and Armenian.
  'აaბbგgდdეeვvზzთtიiკkლlმmნnოoპpჟzhრrსsტtუuფpქkღghყqშshჩchცtsძdzწtsჭchხkhჯjჰh',
  'աaբbգgդdեeզzէeըeթtժzhիiլlխkhծtsկkհhձdzղghճchմmյyնnշshոoչchպpջjռrսsվvտtրrցtsւwփpքkօoֆf',
  // Devanagari: the signs of vowels stand for themselves, the vowel that is not written does not.
  'कkखkhगgघghङnचchछchजjझjटtठthडdढdhणnतtथthदdधdhनnपpफphबbभbhमmयyरrलlवvशshषshसsहhअaआaइiईiउuऊuएeऐaiओoऔauाaिiीiुuूuेeैaiोoौauंn',
  // Katakana, and hiragana below by its distance in Unicode.
  'アaイiウuエeオoカkaキkiクkuケkeコkoサsaシshiスsuセseソsoタtaチchiツtsuテteトtoナnaニniヌnuネneノnoハhaヒhiフfuヘheホhoマmaミmiムmuメmeモmoヤyaユyuヨyoラraリriルruレreロroワwaヲoンnァaィiゥuェeォoャyaュyuョyo',
] as const;

const HIRAGANA_BEHIND = 0x60;
const LATIN = /^[0-9a-z]*$/u;

const letters = new Map<string, string>();
for (const table of TABLES) {
  for (const [, letter = '', latin = ''] of table.matchAll(/([^a-z])([a-z]*)/gu)) {
    letters.set(letter, latin);
    const code = letter.charCodeAt(0);
    if (code >= 0x30a1 && code <= 0x30f3)
      letters.set(String.fromCharCode(code - HIRAGANA_BEHIND), latin);
  }
}

/** Hangul is written by the syllable, of which the letters follow from its number (Unicode, 3.12). */
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const VOWELS = 21;
const FINALS = 28;
const INITIAL = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const VOWEL = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINAL = ' k k k n n n t l k m l l l p l m p p t t n t t k t p t'.split(' ');

/**
 * A word in Latin letters and digits.
 *
 * @param word - as `wordsOf` folds it
 * @returns "" where it has a letter of which no reading is known
 */
export function romanise(word: string): string {
  if (LATIN.test(word)) return word;
  let roman = '';
  for (const letter of word) {
    const latin = LATIN.test(letter) ? letter : (letters.get(letter) ?? hangul(letter));
    // Signs that lengthen or join are no letters.
    if (latin === undefined && /\p{L}/u.test(letter)) return '';
    roman += latin ?? '';
  }
  // Korean ㄹㄹ is one l.
  return roman.replaceAll('lr', 'l');
}

function hangul(letter: string): string | undefined {
  const code = letter.charCodeAt(0);
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return undefined;
  const at = code - FIRST_SYLLABLE;
  const initial = INITIAL[Math.floor(at / (VOWELS * FINALS))] ?? '';
  return initial + (VOWEL[Math.floor(at / FINALS) % VOWELS] ?? '') + (FINAL[at % FINALS] ?? '');
}

/** Whether a word is of a script that leaves vowels out: Hebrew, Arabic and its kin. */
export function lacksVowels(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x590 && code <= 0x77f;
}
