import { packEnding } from './cyrillic-letters.ts';

/**
 * Which case endings a declension takes. Singular only: the plural of a name is not the name
 * ("Трампы"). Letters are as folding leaves them: й is и, ё is е, ї is і.
 *
 * Russian: Русская грамматика (АН СССР, 1980), vol. 1, «Склонение существительных» and
 * «Склонение фамилий». Ukrainian: Український правопис (2019), «Особливості правопису закінчень
 * відмінюваних слів».
 */

/**
 * Declensions, by how the nominative ends. Four bits must do, so some share a number whose
 * endings make no word of one another's stems.
 */
export const PARADIGM = {
  /** "Токаев"; and all that is like nothing else, "Фатима", "Эндрю", "Никарагуа". */
  other: 0,
  /** "Трамп", "Иран", "Путин" */
  consonant: 1,
  /** "Израиль", "Казань" */
  softSign: 2,
  /** "Москва", "Обама" */
  a: 3,
  /** "Илья", "Наталья", "Приднестровье" */
  ya: 4,
  /** "Зеленский", "Белый", "Чёрное" */
  adjective: 5,
  /** "Российская"; "Рубио", which does not decline; "Порошенко" and "министерство", by their stems. */
  feminineAdjectiveOrO: 6,
  /** "Раиси", which does not decline. */
  i: 7,
  /** "Дмитрий", "Сирия", "управление" */
  iThen: 8,
  /** "Сергей", "Корея" */
  eThen: 9,
  /** "Китай", "Ханой" */
  aThen: 10,
  /** "Лавров" */
  ov: 11,
  /** "Медведев"; "Баку", which does not decline: stems before -ев are soft and have no -у. */
  evOrU: 12,
  /** "Захарова", "Женева" */
  ova: 13,
  /** "Ибрахим"; "Данте", which does not decline. */
  imOrE: 14,
  /** "Касем", "Газпром"; "Штаты", which stay as they are. */
  omOrPlural: 15,
} as const;

/** Endings that a declension takes after some stems only: bits beside those of the declensions. */
export const AFTER = {
  /** "Путиным", "Ежовым", but "Трампом". */
  inOrOv: 1 << 16,
  /** "Бушем" */
  husher: 1 << 17,
  /** "Ігор, Ігоря": soft, but not in writing. */
  softR: 1 << 18,
  /** "Дашей" */
  husherA: 1 << 19,
  /** "Ісламської" */
  adjectiveA: 1 << 20,
  /** "Порошенка", "министерства" */
  declinedO: 1 << 21,
  /** "моря" */
  sea: 1 << 22,
  /** "Баку" */
  u: 1 << 23,
  /** "Токаев": of `other`, after every stem. */
  ledOv: 1 << 24,
} as const;

const P = PARADIGM;
const ALL_PARADIGMS = 0xffff;
const bit = (paradigm: number): number => 1 << paradigm;

/**
 * What stands between stem and ending, for words whose nominative nobody knows: two forms with
 * nothing in common are not of one name. "Лаврова" and "Лавра" share a stem, but no more.
 */
export const FAMILIES = [
  // Nothing: "Трамп-а", "Москв-у".
  bit(P.consonant) |
    bit(P.softSign) |
    bit(P.a) |
    bit(P.ya) |
    bit(P.i) |
    AFTER.inOrOv |
    AFTER.adjectiveA,
  // A vowel with м: "Кас-ем-а".
  bit(P.imOrE) | bit(P.omOrPlural) | bit(P.other),
  // -ов, -ев: "Лавр-ов-а".
  bit(P.ov) | bit(P.evOrU) | bit(P.ova) | AFTER.ledOv,
  // A vowel: "Кит-а-я".
  bit(P.iThen) | bit(P.eThen) | bit(P.aThen),
] as const;

/** Declensions whose endings look like a vowel and an ending: "Зеленск-ая", but "Кит-а-я". */
export const ADJECTIVES = bit(P.adjective) | bit(P.feminineAdjectiveOrO);

const takers = new Map<number, number>();
const nominatives = new Map<number, number>();

/** The endings that begin with one of `leads` and go on with one of `tails`; "-" is the empty one. */
function* endings(leads: string, tails: string): Generator<number> {
  for (const lead of leads.split(' ')) {
    for (const tail of tails.split(' ')) {
      const units = [...`${lead}${tail}`.replaceAll('-', '')].map((unit) => unit.charCodeAt(0));
      yield packEnding(Uint16Array.from(units), 0, units.length);
    }
  }
}

/** Writes down that the declensions or groups of `bits` take these endings. */
function take(bits: number, leads: string, tails: string): void {
  for (const packed of endings(leads, tails)) {
    takers.set(packed, (takers.get(packed) ?? 0) | bits);
  }
}

/** Writes down that nominatives of a declension end so. */
function nominative(paradigm: number, leads: string, tails: string): void {
  for (const packed of endings(leads, tails)) nominatives.set(packed, paradigm);
}

/** After the vowel of "Сергей, Сергея", "Россия, Россией", "Росією". */
const AFTER_VOWEL = 'и я ю ем е еи ею єм єю і';
const MASCULINE = '- а у ом е і';
const FEMININE = 'а ы и е у ои ою і';
const SURNAME = '- а у ом е ым им і';
/** One vowel stands for all that may come before: they are packed alike. */
const LED_OV = 'аов аев аєв';
const IM = 'им ым аим';
const OM = 'ом ем еем';

take(bit(P.consonant), '-', '- а у ом е і ові');
take(AFTER.inOrOv, '-', 'ым им');
take(AFTER.husher, '-', 'ем еві');
take(AFTER.softR, '-', 'я ю ем еві');
take(bit(P.softSign), '-', 'ь я ю ем е и ью і еві');
take(bit(P.a), '-', FEMININE);
take(AFTER.husherA, '-', 'еи ею');
take(AFTER.adjectiveA, '-', 'а у ою оі іи');
take(bit(P.ya), '- ь', 'я и е ю еи ею і');
take(bit(P.ya), 'ь', 'ем');
take(bit(P.adjective), '-', 'ии ыи ое ого его ому ему им ым ом ем');
take(bit(P.feminineAdjectiveOrO), '-', 'ая ои ую ою яя еи юю ею');
take(AFTER.declinedO, '-', 'а у ом е ові і');
take(bit(P.i), '-', 'и і');
take(bit(P.iThen), 'и і', AFTER_VOWEL);
take(bit(P.eThen), 'е э', AFTER_VOWEL);
take(bit(P.aThen), 'а', 'и я ю ем е єм і');
take(bit(P.aThen), 'о', 'и я ю ем е');
take(bit(P.iThen) | bit(P.eThen) | bit(P.aThen), 'а', 'єві');
take(bit(P.ov), 'ов', SURNAME);
take(bit(P.evOrU), 'ев єв', SURNAME);
take(AFTER.u, '-', 'у');
take(bit(P.ova), `ов ев єв ${LED_OV}`, `${FEMININE} іи оі`);
take(bit(P.imOrE), IM, MASCULINE);
take(bit(P.imOrE), '-', 'е');
take(AFTER.sea, '-', 'я ю ем і');
take(bit(P.omOrPlural), OM, MASCULINE);
take(bit(P.omOrPlural), '-', 'ы');
take(bit(P.other), `${IM} ${OM}`, FEMININE);
take(AFTER.ledOv, LED_OV, SURNAME);

nominative(P.consonant, '-', '-');
nominative(P.softSign, '-', 'ь');
nominative(P.a, '-', 'а');
nominative(P.ya, '-', 'я ья ье');
nominative(P.adjective, '-', 'ыи ое');
nominative(P.feminineAdjectiveOrO, '-', 'ая яя');
nominative(P.i, '-', 'и і');
nominative(P.iThen, '-', 'ии іи ия ія ие');
nominative(P.eThen, 'е э', 'и я');
nominative(P.aThen, 'а о', 'и');
nominative(P.ov, '-', 'ов');
nominative(P.evOrU, '-', 'ев єв у');
nominative(P.ova, `ов ев єв ${LED_OV}`, `${FEMININE} іи оі`);
nominative(P.imOrE, IM, '-');
nominative(P.imOrE, '-', 'е');
nominative(P.omOrPlural, OM, '-');
nominative(P.omOrPlural, '-', 'ы');

/** The ending of "Зеленский" and "Дмитрий". */
export const [PACKED_II = 0] = endings('-', 'ии');

/** Declensions and groups of `AFTER` that take a packed ending, as bits. */
export function takersOf(packed: number): number {
  return takers.get(packed) ?? 0;
}

/**
 * The declension of a nominative with this packed ending, as far as the ending alone says. An
 * ending that no nominative has is of a declension that has it elsewhere ("Мэтью").
 */
export function paradigmOfNominative(packed: number): number {
  const known = nominatives.get(packed);
  if (known !== undefined) return known;
  const declensions = takersOf(packed) & ALL_PARADIGMS;
  return declensions === 0 ? P.other : 31 - Math.clz32(declensions & -declensions);
}
