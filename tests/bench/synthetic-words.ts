/** Words that sound like names of some language, made from syllables; the same rank gives the same word. */
import { SeededRandom } from './seeded-random.ts';

interface Sounds {
  /** Starts, written small. */
  readonly onsets: readonly string[];
  readonly middles: readonly string[];
  readonly givenEnds: readonly string[];
  readonly surnameEnds: readonly string[];
  readonly placeEnds: readonly string[];
}

/** Latin-script languages: the more often one is listed here, the more names it gets. */
const SOUNDS = {
  english: {
    onsets: words(
      'al ash bar ben brad car clay dan ed ever gar har hol jon ken lan mar nor pres ro stan tho wal whit win',
    ),
    middles: words('a ber den der el en er gar hel in ing land ley low mer rin ster ton wel'),
    givenEnds: words('a an elle er ie in ine is on ory y'),
    surnameEnds: words(
      'bury by croft field ford ham ing land ley man ridge sen son stead ton ward well wood worth',
    ),
    placeEnds: words(
      'borough bridge bury chester field ford ham haven mouth pool port ton ville wick worth',
    ),
  },
  spanish: {
    onsets: words('al ba ca cal do es fer gar gon her je lo ma men mu ño or pe qui ro sa to va ve'),
    middles: words('ba ca da de den ga la le li ma mo na ne ra ri rra sa ta to va'),
    givenEnds: words('a bel ción do esa és iel ina ía lia mo na o ón ro'),
    surnameEnds: words(
      'al ano anza ares ción do era ez eño gas guez illo jas llo mez nez o rez ría ros sa vez zar',
    ),
    placeEnds: words('al ares ba ción cos dad gena lia lona res ría rón sa tina via'),
  },
  french: {
    onsets: words(
      'a au be bou cha cle de du fa fon gé gui hé la le lou ma mé mo pé ren rou thi val vi',
    ),
    middles: words('bé ber cha de fi gne ille lai lé li man mé mon nan net ra ri ti toi vin'),
    givenEnds: words('aine and ane çois el elle ette ice ie ien ine iste oît ric thée'),
    surnameEnds: words(
      'ac ain ard at aud eau ée el elle er ert et ière ieu in ois on ot oux reux ville',
    ),
    placeEnds: words('ac bourg court gnan lieu mont nne noble çon sac sur-mer vais ville y'),
  },
  german: {
    onsets: words(
      'ar bau ber brau die ei fich grü har hei jo kla kö krü lud mai mül neu rei schä schmi schrö ste vo wei wol zim',
    ),
    middles: words('ber der en er gel hel hel in len ler man mel ner nin rich schel sen ter wal'),
    givenEnds: words('a as bert e frid gard hard helm ke lind mar mund rich sten traud wig win'),
    surnameEnds: words(
      'bach baum berg burg dorf el er ert hauer hofer horn ich ing ke ler mann meier ner rich sen stein thal weiß wig',
    ),
    placeEnds: words(
      'ach bach berg bruck brücken burg dorf furt hausen heim hofen kirchen stadt stein thal weiler',
    ),
  },
  slavic: {
    onsets: words(
      'a bo bra da do dra gor i ja je ka kra kuz la le lu mi mo ni no pe ra ro še slo sta sto svi vla vo wa zbi',
    ),
    middles: words('bo chi da di do go la le li lo ma mi na ne ni no ra ri sla ta vi vo za'),
    givenEnds: words('a an dan ek en ia il in ir iš ko mil mir na rad slav sław ta'),
    surnameEnds: words(
      'ak ář čenko čić ek enko escu ev ić in ka ko kov ková nik nov ny ov ová owski rov sky ská uk wicz ýš',
    ),
    placeEnds: words('any bor brod gora gorod grad in ice ka nik ov oslav ovo pol sk vice vka'),
  },
  turkic: {
    onsets: words(
      'a ab ay ba bay be ca de do er gü ha i ka ke kı me na nur o öz ra sa şa ta te tu ulu ya yıl',
    ),
    middles: words('bar ber da de gar gü han kan ka la ler ma mir nar ra ri şah ta tü za'),
    givenEnds: words('an ay bek cı gül han ık il im lan mir nur pay şen tan yar'),
    surnameEnds: words(
      'aliev altın bayev dağ er gil kaya oğlu ov öz sen soy taş tekin türk ulu yan yıldız',
    ),
    placeEnds: words('abad bat dağ hisar kale kent köy lı örgön stan şehir tau tepe'),
  },
  arabic: {
    onsets: words(
      'ab ah al am ay ba da fa gha ha hu ib ja ka kha la ma mu na om qa ra sa sha ta wa ya zu',
    ),
    middles: words('bdul da di fa ha hma kri la li ma mi na nou ra ri sa ssa ta wa yya za'),
    givenEnds: words('ad af al am an ar ed een em if il im ira iya ra reza ud war ya'),
    surnameEnds: words(
      'abadi adi ahi aly ani awi bari di een efi eh fi hari i idi jani kani lani madi nejad oui pour shah wi zadeh zi',
    ),
    placeEnds: words('abad an ar dan eh fa hra in iyah jan qa rah shahr stan ya'),
  },
  pinyin: {
    onsets: words(
      'ba cai chang chen da fang gao guo hai hong hu ji jin kang li lin ma mei ning peng qi qian rui shan shen tao wan wei xi xia yan yu zha zhen zhou',
    ),
    middles: words(
      'cheng dong fei guang han hua jian jun lan ling long ming na ping qing rong tian wen xin yang',
    ),
    givenEnds: words(
      'cheng dong fang guo hua hui jie jun li ling long mei min ping qiang rong tao wei xin yan ying yu',
    ),
    surnameEnds: ['', '', '', ...words('ang en g i n ng o u')],
    placeEnds: words('an bei chuan dong du gang hai jiang kou lin ning shan tai xi yang zhou'),
  },
} as const satisfies Readonly<Record<string, Sounds>>;

export type Language = keyof typeof SOUNDS;

/** Weighted as the persons of an international encyclopaedia are, roughly. */
export const LANGUAGES: readonly Language[] = [
  ...Array<Language>(8).fill('english'),
  ...Array<Language>(4).fill('spanish'),
  ...Array<Language>(3).fill('french'),
  ...Array<Language>(3).fill('german'),
  ...Array<Language>(4).fill('slavic'),
  'turkic',
  ...Array<Language>(3).fill('arabic'),
  ...Array<Language>(2).fill('pinyin'),
];

type Part = 'givenEnds' | 'surnameEnds' | 'placeEnds';

/** How much longer the rare names are: there are not enough short ones. */
const RANK_OF_LONGER = { givenEnds: 300, surnameEnds: 1_500, placeEnds: 1_000 } as const;
const SEEDS = { givenEnds: 11, surnameEnds: 12, placeEnds: 13 } as const;

/**
 * The name of a rank: low ranks are short, and two ranks may give the same word,
 * as two families may bear the same surname.
 */
export function nameWord(language: Language, part: Part, rank: number): string {
  const sounds: Sounds = SOUNDS[language];
  const seed = Math.imul(rank + 1, 2_654_435) ^ (SEEDS[part] << 20) ^ (language.length << 26);
  const random = new SeededRandom(seed ^ language.charCodeAt(0));
  let word = random.pick(sounds.onsets);
  if (rank > 40 && random.chance(0.8)) word += random.pick(sounds.middles);
  if (rank > RANK_OF_LONGER[part] && random.chance(0.8)) word += random.pick(sounds.middles);
  word += random.pick(sounds[part]);
  // Half the time the marks are left out, as English news do.
  if (random.chance(0.5)) word = word.normalize('NFD').replace(/\p{M}/gu, '');
  return capitalise(word);
}

/** Gives a word a capital; leaves the rest as it is. */
export function capitalise(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
