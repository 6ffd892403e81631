import { readTokens } from './tokens.ts';

/**
 * Words beside a name that say what it is, or leave it what it is. A capitalised
 * word that is in none of these lists and that the page never writes small counts
 * as part of a longer name: "Mark Kerry" is not John Kerry. A wrong card costs
 * more than a missing one.
 */

/** What stands before persons' names only. */
const TITLES = `
president presidente prasident praesident president-elect
minister ministers ministre ministro secretary general ambassador envoy chancellor kanzler premier governor senator senators representative
sen rep gov gen col lt sgt capt adm maj congressman congresswoman speaker mayor judge justice
king queen prince princess sheikh shah emir sultan pope bishop rabbi imam cardinal
ayatollah ayatola ajatollah hojatoleslam sayyid seyyed haj
mr mrs ms miss mx dr prof professor sir lord lady dame monsieur madame mme herr frau senor senora don dona signor sr sra
chairman chairwoman director ceo commander brigadier major marshal captain colonel lieutenant
spokesman spokeswoman spokesperson billionaire tycoon entrepreneur coach actor actress singer
bundeskanzler bundeskanzlerin kanzlerin prasidentin bundesprasident aussenminister aussenministerin finanzminister
prezydent prezydenta premiera sekretarz baskan baskani cumhurbaskani basbakan bakani bakan
президент президента президенту президентом президенте министр министра министром премьер генерал
госсекретарь госсекретаря аятолла аятоллы посол посла глава главы миллиардер миллиардера господин
канцлер канцлера сенатор сенатора спикер спикера
президентові міністр міністра прем'єр канцлера генерала
`;

/** What stands with a title, or before any name at all. */
const FUNCTION_WORDS = `
elect vice prime former acting ex interim late first second deputy foreign
chair chief boss head leader investor founder candidate attorney lawyer author analyst
republican democrat republicans democrats
a an the and or but nor so yet if as than then when while because after before since once until till though although
how why what who whose which where whether that this these those it its he she they we you i his her their our my
in on at by for from to of with without under over about against between among amid during despite unlike like into
is was are were be been has had have do does did will would could should can may might must let not no yes
following according given citing asked told speaking including instead however perhaps maybe
many most some several few all any every each another other such much more less one two three four five
critics supporters allies aides officials experts analysts sources reports lawyers prosecutors voters
also even only just still both neither either now today yesterday tomorrow meanwhile later earlier here there
team camp administration
monday tuesday wednesday thursday friday saturday sunday
january february march april june july august september october november december
jan feb mar apr jun jul aug sept sep oct nov dec says said
le la les un une des du de et ou mais donc quand si pour par avec sans sous sur dans depuis selon apres avant contre
el los las una y o pero cuando con sin en segun tras desde hasta contra del al
der die das den dem des ein eine einer einem und oder aber als wenn wie mit ohne nach vor seit von zu bei fur fuer gegen
il lo gli i uno e ma se quando con senza per tra fra secondo dopo prima contro
o os as um uma e ou mas quando com sem por segundo apos antes contra
и а но или если когда как в на с к о у от до из за по при для об что это так также однако вчера сегодня
і та але або якщо коли як в у на з до від за по при для про що це так також сьогодні вчора
w z i na do od o po przy dla przez za ze oraz ale czy
`;

/** What stands between a title and a name: "Secretary of State Kerry", "Finance Minister". */
const OFFICE_NOUNS =
  'state defense defence treasury energy commerce finance interior justice affairs trade general';

/** Words of the calendar: names of days and months say when, not who. */
const CALENDAR = `
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
`;

/** What stands before places, and before little else. */
const LOCATIVES =
  'in near across outside inside throughout around en bei aus nach dans à em w we в во у da in';

/** What stands before a place's name and leaves it that place. */
const PLACE_MODIFIERS = `
north south east west northern southern eastern western central greater inner outer upper lower downtown mainland
nearby neighboring neighbouring modern ancient occupied communist soviet post-soviet imperial
nord sud est ouest norte sur este oeste centre süd ost
`;

/** Capitalised words that follow a name without making another name of it. */
const AFTER_NAME = `
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
jan feb mar apr jun jul aug sept sep oct nov dec i s
president minister prime ambassador disisleri icisleri savunma devlet cumhurbaskani basbakani bakani meclisi
prasident prasidentin kanzler regierung senator sen rep gov governor chancellor mayor secretary chief chairman ceo
spokesman spokeswoman foreign defense defence supreme
inc corp ltd llc plc co ag gmbh sa nv
`;

/** Words of several beside a name that say which kind of thing it is. */
const BEFORE_PLACE = 'city town village province capital island republic';
const BEFORE_OF_PLACE =
  'city town village state province region capital port island county district republic ville stadt ciudad';
const AFTER_PLACE = 'city province region county district state';
const BEFORE_ORGANISATION =
  'company firm group bank airline carmaker automaker startup retailer publisher agency newspaper broadcaster firma firmy unternehmen konzern entreprise societe empresa azienda compania компания компании компанія 회사';
const AFTER_ORGANISATION =
  'inc corp corporation ltd llc plc ag gmbh shares stock executives investors employees spokesperson spokesman spokeswoman ceo chief';
const AFTER_PERSON =
  'said says told added tweeted posted wrote insisted argued replied testified tweets';

/** What follows a full name makes another person of it: "Donald Trump Jr". */
const GENERATIONS = 'jr sr junior ii iii iv fils hijo младший старший молодший';

/** What Persian sews to the end of a name, with a zero-width non-joiner. */
const PERSIAN_ENDINGS = 'ها های هایی ای ی ام ات اش اند تر';

/** Words by the keys that tokens have; Cyrillic ones thereby in all their cases. */
function words(list: string): ReadonlySet<number> {
  const { key, count } = readTokens([list]);
  return new Set(key.subarray(0, count));
}

const titles = words(TITLES);
const functionWords = words(FUNCTION_WORDS);
const calendar = words(CALENDAR);
const officeNouns = words(OFFICE_NOUNS);
const locatives = words(LOCATIVES);
const of = words('of de d von di');
const placeNouns = words(BEFORE_OF_PLACE);
const placeModifiers = words(PLACE_MODIFIERS);
const afterName = words(AFTER_NAME);
const generations = words(GENERATIONS);
const persianEndings = words(PERSIAN_ENDINGS);
const cues = {
  place: { before: words(BEFORE_PLACE), after: words(AFTER_PLACE) },
  organisation: { before: words(BEFORE_ORGANISATION), after: words(AFTER_ORGANISATION) },
  person: { before: titles, after: words(AFTER_PERSON) },
} as const;

/** Kinds that neighbouring words tell apart. */
export type CuedKind = keyof typeof cues;

/** Whether a word is a title that stands before persons' names. */
export function isTitle(word: number): boolean {
  return titles.has(word);
}

/** Whether a capitalised word before a name leaves it the same name. */
export function canPrecedeName(word: number): boolean {
  return titles.has(word) || functionWords.has(word) || officeNouns.has(word);
}

/** Whether a word is of the calendar before it is a name. */
export function isCalendarWord(word: number): boolean {
  return calendar.has(word);
}

/** Whether a word belongs to a title: "State" in "Secretary of State". */
export function isOfficeNoun(word: number): boolean {
  return officeNouns.has(word);
}

/** Whether a word stands before places. */
export function isLocative(word: number): boolean {
  return locatives.has(word);
}

/** Whether a capitalised word before a place's name leaves it the same place. */
export function canPrecedePlace(word: number): boolean {
  return placeModifiers.has(word);
}

/** Whether a capitalised word after a name leaves it the same name. */
export function canFollowName(word: number): boolean {
  return afterName.has(word) || functionWords.has(word);
}

/** Whether a word after a full name makes it a relative's. */
export function isGeneration(word: number): boolean {
  return generations.has(word);
}

/** Whether a word is "of". */
export function isOf(word: number): boolean {
  return of.has(word);
}

/** Whether "… of" with this word stands before places. */
export function isPlaceNoun(word: number): boolean {
  return placeNouns.has(word);
}

/** Whether a word is an ending that Persian sews to names. */
export function isPersianEnding(word: number): boolean {
  return persianEndings.has(word);
}

/** Whether a word before, or after, a name says that it is of this kind. */
export function isCue(kind: CuedKind, side: 'before' | 'after', word: number): boolean {
  return cues[kind][side].has(word);
}
