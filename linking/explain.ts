import type { Explanation } from '../facts/card.ts';
import type { Kind } from '../facts/vocabulary.ts';
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

/**
 * What each reason says to somebody who reads the news. `{name}` is the text on
 * the page, `{kind}` what the entity is.
 */
const SENTENCES: Readonly<Record<Reason, string>> = {
  'full-name': '{name} is a full name.',
  'one-word-name': '{name} is a full name, though of one word only.',
  'listed-short-name': '{name} is a short name.',
  acronym: '{name} is an acronym.',
  nickname: '{name} is a nickname.',
  'former-name': '{name} is a former name.',
  demonym: '{name} is a name for its people.',
  metonym: '{name} is a name that stands for it.',
  'short-for-name-on-page': '{name} is short for a full name that is on this page.',
  phrase: '{name} stands in a phrase that the pack lists for it.',
  'needs-context': 'The name alone speaks against it: it has other meanings too.',
  'full-name-on-page': 'The full name is on this page too.',
  'named-last': 'Of those who share the name, this one was named last before it.',
  connected: 'Facts in your packs connect it with others on this page.',
  'fitting-word': 'A word beside it says that it is {kind}.',
  'fitting-verb': 'The verb after it fits {kind}.',
  'place-preposition': 'It stands as places do, as after “in”.',
  'unfitting-word': 'The word before it speaks against it: it goes with another kind of name.',
  'in-office': 'On the article’s day this person held a post.',
  'not-yet-in-office': 'The article’s date speaks against it: this person held no post yet.',
  'other-language': 'The page’s language speaks against it: the name is of another one.',
  prominence: 'How well known it is speaks for it.',
  'part-of-other-name': 'The words around it speak against it: they make a longer name of it.',
  'maybe-part-of-other-name':
    'The words around it speak against it: they may make a longer name of it.',
  'namesake-on-page': 'A namesake with another given name on this page speaks against it.',
  'all-capitals': 'The capitals around it speak against it: any word there looks like an acronym.',
  'cuts-word': 'Where it begins or ends speaks against it: inside another word.',
};

/** What an organisation's name without "Inc" is short for need not be on the page. */
const WITHOUT_LEGAL_FORM = '{name} is a full name without its legal form, such as “Inc”.';

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

/** Puts a mention's reasons into words. */
export function explain(mention: ExplainedMention): Explanation {
  const { why, kind, text, packTitle, nameOf } = mention;
  const reasons = why.reasons.toSorted(
    (a, b) => Number(OPENING.has(b)) - Number(OPENING.has(a)) || weight(b) - weight(a),
  );
  const opens = reasons.some((reason) => OPENING.has(reason));
  const slots: Readonly<Record<string, string>> = {
    name: `“${isolated(text)}”`,
    kind: `${/^[aeo]/.test(kind) ? 'an' : 'a'} ${kind}`,
  };
  const told = reasons
    .slice(0, MOST_REASONS + Number(opens))
    .map((reason) =>
      sentenceOf(reason, why).replace(/\{(\w+)\}/gu, (_, slot: string) => slots[slot] ?? ''),
    );
  return {
    sentences: [
      ...told.slice(0, Number(opens)),
      `Listed in ${isolated(packTitle)}.`,
      surety(why.score),
      ...told.slice(Number(opens)),
    ],
    rivals: why.runnersUp.flatMap(({ entity, score }) => {
      const name = nameOf(entity);
      return name === undefined ? [] : [{ name, share: score }];
    }),
  };
}

function sentenceOf(reason: Reason, { use }: Why): string {
  const isUnsure = use === 'unsuffixed' && reason === 'short-for-name-on-page';
  return isUnsure ? WITHOUT_LEGAL_FORM : SENTENCES[reason];
}

function weight(reason: Reason): number {
  return Math.abs(WEIGHTS[reason]) * (PARTIAL.has(reason) ? 0.5 : 1);
}

function surety(score: number): string {
  return score > 0.99 ? 'More than 99\u00A0% sure.' : `${Math.round(score * 100)}\u00A0% sure.`;
}

const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A text of a page or a pack, so that it cannot turn the sentence around it: what
 * `bdi` is in markup.
 */
function isolated(text: string): string {
  return `\u2068${text.replace(BIDI_CONTROLS, '').replace(/\s+/gu, ' ').trim()}\u2069`;
}
