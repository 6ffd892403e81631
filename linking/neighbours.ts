import { fold } from './normalise.ts';

/**
 * Words that stand before a surname without being a given name, so that
 * "President Trump" is Trump and "Mark Kerry" is not John Kerry.
 * A capitalised word that is neither here nor written small elsewhere in the
 * text counts as a given name: a wrong card costs more than a missing one.
 */

const TITLES = `
president presidente prasident presidentelect elect vice prime first acting former ex interim late
minister ministers ministre ministro secretary general ambassador envoy chancellor premier governor senator
sen rep gov gen col lt sgt capt adm representative congressman congresswoman speaker mayor judge justice
attorney king queen prince princess sheikh shah emir sultan pope bishop rabbi imam
ayatollah ayatolá ajatollah hojatoleslam sayyid seyyed haj
mr mrs ms miss mx dr prof professor sir lord lady dame monsieur madame mme herr frau senor senora don dona
chairman chairwoman chair director chief ceo boss head leader commander brigadier major marshal
spokesman spokeswoman spokesperson billionaire tycoon entrepreneur investor republican democrat
republicans democrats team camp administration
президент президента министр министра премьер генерал госсекретарь аятолла посол глава миллиардер
президентові прем єр міністр посла
`;

const FUNCTION_WORDS = `
a an the and or but nor so yet if as than then when while because after before since once until till though although
how why what who whose which where whether that this these those it its he she they we you i his her their our my
in on at by for from to of with without under over about against between among amid during despite unlike like into
is was are were be been has had have do does did will would could should can may might must let not no yes
following according given citing asked told speaking including despite instead however perhaps maybe though
many most some several few all any every each another other such much more less one two three four five
critics supporters allies aides officials experts analysts sources reports lawyers prosecutors voters
also even only just still both neither either now today yesterday tomorrow meanwhile later earlier here there
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
jan feb mar apr jun jul aug sept sep oct nov dec says said
le la les un une des du de et ou mais donc quand si pour par avec sans sous sur dans depuis selon apres avant contre
el los las una y o pero cuando con sin en segun tras desde hasta contra del al
der die das den dem des ein eine einer einem und oder aber als wenn wie mit ohne nach vor seit von zu bei fur gegen
il lo gli i uno e ma se quando con senza per tra fra secondo dopo prima contro
o os as um uma e ou mas quando com sem por segundo apos antes contra
и а но или если когда как в на с к о у от до из за по при для об что это так
і та але або якщо коли як в у на з до від за по при для про що це так
`;

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u).map(fold));

const BEFORE_SURNAME = new Set([...words(TITLES), ...words(FUNCTION_WORDS)]);

/** Capitalised words that follow a surname without making another name of it ("Trump Monday"). */
const AFTER_SURNAME = words(`
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
jan feb mar apr jun jul aug sept sep oct nov dec i s
`);

/** What follows a full name makes another person of it: "Donald Trump Jr". */
const GENERATIONS = words('jr sr junior ii iii iv');

/** Whether a capitalised word before a surname leaves it the same person's. */
export function canPrecedeSurname(key: string): boolean {
  return BEFORE_SURNAME.has(key);
}

/** Whether a capitalised word after a surname leaves it the same person's. */
export function canFollowSurname(key: string): boolean {
  return AFTER_SURNAME.has(key);
}

/** Whether a word after a full name makes it a relative's. */
export function isGeneration(key: string): boolean {
  return GENERATIONS.has(key);
}
