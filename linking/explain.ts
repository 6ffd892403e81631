import type { Explanation } from '../facts/card.ts';
import type { Kind } from '../facts/vocabulary.ts';
import { isolated } from '../words/isolated.ts';
import type { Key, Words } from '../words/words.ts';
import { type Reason, WEIGHTS } from './evidence.ts';
import type { Why } from './mention.ts';

/** A mention with the names of what its reasons speak of. */
export interface ExplainedMention {
  readonly why: Why;
  /** The name as the page writes it. */
  readonly text: string;
  readonly kind: Kind;
  readonly packTitle: string;
  /** An entity's name for reading; undefined when no pack knows it any more. */
  readonly nameOf: (entity: string) => string | undefined;
}

/** What each reason says to somebody who reads the news, of a name and of what it stands for. */
const KEYS: Readonly<Record<Reason, (kind: Kind) => Key>> = {
  'full-name': () => 'reasons.fullName',
  'one-word-name': () => 'reasons.oneWordName',
  'listed-short-name': () => 'reasons.listedShortName',
  acronym: () => 'reasons.acronym',
  nickname: () => 'reasons.nickname',
  'former-name': () => 'reasons.formerName',
  demonym: () => 'reasons.demonym',
  metonym: () => 'reasons.metonym',
  'short-for-name-on-page': () => 'reasons.shortForNameOnPage',
  phrase: () => 'reasons.phrase',
  'needs-context': () => 'reasons.needsContext',
  'full-name-on-page': () => 'reasons.fullNameOnPage',
  'named-last': () => 'reasons.namedLast',
  connected: () => 'reasons.connected',
  'fitting-word': (kind) => `reasons.fittingWord.${kind}`,
  'fitting-verb': (kind) => `reasons.fittingVerb.${kind}`,
  'place-preposition': () => 'reasons.placePreposition',
  'unfitting-word': () => 'reasons.unfittingWord',
  'in-office': () => 'reasons.inOffice',
  'not-yet-in-office': () => 'reasons.notYetInOffice',
  'other-language': () => 'reasons.otherLanguage',
  prominence: () => 'reasons.prominence',
  'part-of-other-name': () => 'reasons.partOfOtherName',
  'maybe-part-of-other-name': () => 'reasons.maybePartOfOtherName',
  'namesake-on-page': () => 'reasons.namesakeOnPage',
  'all-capitals': () => 'reasons.allCapitals',
  'cuts-word': () => 'reasons.cutsWord',
};

/** Reasons that say what name it is, and that come first. */
const OPENING: ReadonlySet<Reason> = new Set([
  'full-name',
  'one-word-name',
  'listed-short-name',
  'acronym',
  'nickname',
  'former-name',
  'demonym',
  'metonym',
  'short-for-name-on-page',
  'phrase',
]);

/** Reasons that mostly count in part; how far is not known here. */
const PARTIAL: ReadonlySet<Reason> = new Set(['prominence', 'connected']);

/** Reasons told besides the opening one; a reader wants to know why and not how. */
const MOST_REASONS = 3;

/** Puts a mention's reasons into words, in whole sentences. */
export function explain(mention: ExplainedMention, words: Words): Explanation {
  const { why, kind, text, packTitle, nameOf } = mention;
  const reasons = why.reasons.toSorted(
    (a, b) => Number(OPENING.has(b)) - Number(OPENING.has(a)) || weight(b) - weight(a),
  );
  const opens = reasons.some((reason) => OPENING.has(reason));
  const name = isolated(text);
  const told = reasons
    .slice(0, MOST_REASONS + Number(opens))
    .map((reason) => words(keyOf(reason, why, kind), name));
  return {
    sentences: [
      ...told.slice(0, Number(opens)),
      words('reasons.listed', isolated(packTitle)),
      surety(why.score, words),
      ...told.slice(Number(opens)),
    ],
    rivals: why.runnersUp.flatMap(({ entity, score }) => {
      const name = nameOf(entity);
      return name === undefined ? [] : [{ name, share: score }];
    }),
  };
}

/** What an organisation's name without "Inc" is short for need not be on the page. */
function keyOf(reason: Reason, { use }: Why, kind: Kind): Key {
  const isUnsure = use === 'unsuffixed' && reason === 'short-for-name-on-page';
  return isUnsure ? 'reasons.withoutLegalForm' : KEYS[reason](kind);
}

function weight(reason: Reason): number {
  return Math.abs(WEIGHTS[reason]) * (PARTIAL.has(reason) ? 0.5 : 1);
}

function surety(score: number, words: Words): string {
  const percent = new Intl.NumberFormat(words.tag, { style: 'percent' });
  return score > 0.99
    ? words('reasons.surerThan', percent.format(0.99))
    : words('reasons.sure', percent.format(score));
}
