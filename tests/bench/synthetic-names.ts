/**
 * A pack's worth of made-up entities whose names look like those of an
 * encyclopaedia: shared given names and surnames, organisations called after
 * places, acronyms, titles made of ordinary words, diacritics, other scripts.
 */
import type { Entity, Name } from '../../facts/pack-format.ts';
import { otherScriptName } from './other-scripts.ts';
import { SeededRandom } from './seeded-random.ts';
import { capitalise, LANGUAGES, type Language, nameWord } from './synthetic-words.ts';

export interface SyntheticEntity extends Pick<Entity, 'id' | 'kind' | 'names'> {
  readonly prominence: number;
}

/** How many of each there are to draw from; drawn by rank, so that few are borne by many. */
const GIVEN_NAMES = 6_000;
const SURNAMES = 120_000;
const PLACES = 60_000;

const FIELDS =
  'Agriculture Arts Aviation Commerce Culture Defence Development Economics Education Energy Engineering Finance Fisheries Geology Health History Industry Justice Labour Medicine Music Oceanography Physics Science Security Statistics Technology Tourism Trade Transport'.split(
    ' ',
  );
const BODIES =
  'Academy Agency Alliance Association Authority Board Bureau Centre College Commission Committee Council Foundation Fund Institute Laboratory Museum Observatory Society Trust'.split(
    ' ',
  );
const FIRMS = 'AG Bank Brothers Capital Energy Group Holdings Industries Ltd Motors Partners'.split(
  ' ',
);
const CLUBS = 'Athletic City Dynamo FC Rovers United Wanderers'.split(' ');
const SCOPES =
  'African Asian Central European Federal International National Pacific Royal World'.split(' ');
const ADJECTIVES =
  'Broken Bright Cold Distant Empty Endless Golden Hidden Last Long Lost Perfect Quiet Red Second Secret Silent White Wild'.split(
    ' ',
  );
const NOUNS =
  'Bridge Country Daughter Day Door Evening Garden Harbour House Island Journey Letter Mountain Night River Road Sea Season Stranger Summer Voice War Winter Witness'.split(
    ' ',
  );
const EVENTS = 'Battle Siege Congress Conference Trial Fall'.split(' ');
const AGREEMENTS = 'Treaty Convention Protocol Declaration Peace Charter'.split(' ');
const FEATURES = ['Bay', 'County', 'Island', 'Province', 'River', 'Valley'];
const BEFORE_PLACE = ['Lake', 'Mount', 'New', 'North', 'Port', 'Saint', 'San', 'South', 'West'];
/** Particles of surnames: some names begin in lower case. */
const PARTICLES: Readonly<Partial<Record<Language, readonly string[]>>> = {
  spanish: ['de', 'de la', 'del'],
  french: ['de', 'du', 'Le'],
  german: ['von', 'van der', 'zu'],
  arabic: ['al', 'bin'],
};

type Maker = (random: SeededRandom) => Pick<SyntheticEntity, 'kind' | 'names'>;

/** What there is of each kind, as shares of all entities. */
const MAKERS: readonly (readonly [number, Maker])[] = [
  [0.58, person],
  [0.19, organisation],
  [0.13, place],
  [0.05, work],
  [0.02, event],
  [0.02, agreement],
  [0.01, product],
];

/**
 * Made-up entities, one at a time, until they have exactly so many names between
 * them. Fewer names are the beginning of more names of the same seed. As in life,
 * a name may be borne twice.
 */
export function* syntheticEntities(nameCount: number, seed = 1): Generator<SyntheticEntity> {
  const random = new SeededRandom(seed);
  let left = nameCount;
  for (let number = 0; left > 0; number++) {
    const { kind, names } = makerOf(random.next())(random);
    // Most entities are little known: the cube is a tenth for the middle one.
    const prominence = Math.round(random.next() ** 3 * 1_000) / 1_000;
    yield { id: `synthetic:e${number}`, kind, names: names.slice(0, left), prominence };
    left -= names.length;
  }
}

function makerOf(at: number): Maker {
  let sum = 0;
  for (const [share, maker] of MAKERS) {
    sum += share;
    if (at < sum) return maker;
  }
  return person;
}

function person(random: SeededRandom): ReturnType<Maker> {
  const language = random.pick(LANGUAGES);
  const given = nameWord(language, 'givenEnds', random.zipf(GIVEN_NAMES, 0.8));
  const surname = surnameOf(random, language);
  const isSurnameFirst = language === 'pinyin';
  const full = isSurnameFirst ? `${surname} ${given}` : `${given} ${surname}`;
  const names: Name[] = [{ text: full, lang: 'en' }];
  if (!isSurnameFirst && random.chance(0.17)) {
    const middle = nameWord(language, 'givenEnds', random.zipf(GIVEN_NAMES, 0.8));
    const written = random.chance(0.5) ? middle : `${middle[0]}.`;
    // Half of those with a middle name are known under both forms.
    if (random.chance(0.5)) names.pop();
    names.push({ text: `${given} ${written} ${surname}`, lang: 'en' });
  }
  if (random.chance(0.03)) names.push({ text: surname, lang: 'en', use: 'short' });
  addOtherScript(names, random, language, 0.05);
  return { kind: 'person', names };
}

function surnameOf(random: SeededRandom, language: Language): string {
  const surname = nameWord(language, 'surnameEnds', random.zipf(SURNAMES, 0.7));
  const particles = PARTICLES[language];
  if (particles && random.chance(0.15)) {
    const particle = random.pick(particles);
    return particle === 'al' ? `al-${surname}` : `${particle} ${surname}`;
  }
  if (!random.chance(0.03)) return surname;
  return `${surname}-${nameWord(language, 'surnameEnds', random.zipf(SURNAMES, 0.7))}`;
}

function placeWord(random: SeededRandom, language: Language): string {
  return nameWord(language, 'placeEnds', random.zipf(PLACES, 0.6));
}

function place(random: SeededRandom): ReturnType<Maker> {
  const language = random.pick(LANGUAGES);
  const word = placeWord(random, language);
  const form = random.next();
  const text =
    form < 0.55
      ? word
      : form < 0.75
        ? `${random.pick(BEFORE_PLACE)} ${word}`
        : form < 0.95
          ? `${word} ${random.pick(FEATURES)}`
          : `${word}, ${placeWord(random, language)}`;
  const names: Name[] = [{ text, lang: 'en' }];
  addOtherScript(names, random, language, 0.05);
  return { kind: 'place', names };
}

function organisation(random: SeededRandom): ReturnType<Maker> {
  const language = random.pick(LANGUAGES);
  const town = placeWord(random, language);
  const form = random.below(8);
  const text = [
    () => `${town} ${random.pick(FIELDS)} ${random.pick(BODIES)}`,
    () => `${random.pick(BODIES)} of ${random.pick(FIELDS)} of ${town}`,
    () => `${random.pick(['Bank', 'University', 'Port'])} of ${town}`,
    () => `${random.pick(SCOPES)} ${random.pick(BODIES)} for ${random.pick(FIELDS)} in ${town}`,
    () => `${surnameOf(random, language)} ${random.pick(FIRMS)}`,
    () => `${surnameOf(random, language)} & ${surnameOf(random, language)}`,
    () => `${town} ${random.pick(CLUBS)}`,
    () => `${random.pick(SCOPES)} ${town} ${random.pick(BODIES)}`,
  ][form]?.();
  const names: Name[] = [{ text: text ?? town, lang: 'en' }];
  const acronym = (text ?? '').replace(/[^\p{Lu}]/gu, '');
  if (acronym.length >= 3 && random.chance(0.3)) {
    names.push({ text: acronym, lang: 'en', use: 'acronym' });
  }
  return { kind: 'organisation', names };
}

/** Titles of ordinary words are in every encyclopaedia: many begin with "The". */
function work(random: SeededRandom): ReturnType<Maker> {
  const noun = random.pick(NOUNS);
  const town = placeWord(random, random.pick(LANGUAGES));
  const text = random.chance(0.5)
    ? `The ${random.pick(ADJECTIVES)} ${noun} of ${town}`
    : `A ${noun} in ${town}`;
  return { kind: 'work', names: [{ text, lang: 'en' }] };
}

function event(random: SeededRandom): ReturnType<Maker> {
  const text = `${random.pick(EVENTS)} of ${placeWord(random, random.pick(LANGUAGES))}`;
  return { kind: 'event', names: [{ text, lang: 'en' }] };
}

function agreement(random: SeededRandom): ReturnType<Maker> {
  const text = `${placeWord(random, random.pick(LANGUAGES))} ${random.pick(AGREEMENTS)}`;
  return { kind: 'agreement', names: [{ text, lang: 'en' }] };
}

function product(random: SeededRandom): ReturnType<Maker> {
  const maker = nameWord(random.pick(LANGUAGES), 'surnameEnds', random.zipf(SURNAMES, 0.7));
  const letters = capitalise(random.pick(['f', 'gt', 'mk', 'su', 'x', 'z']));
  return {
    kind: 'product',
    names: [{ text: `${maker} ${letters}-${1 + random.below(900)}`, lang: 'en' }],
  };
}

function addOtherScript(
  names: Name[],
  random: SeededRandom,
  language: Language,
  probability: number,
): void {
  if (random.chance(probability)) names.push(otherScriptName(random, language));
}
