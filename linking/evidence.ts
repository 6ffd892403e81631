/**
 * What speaks for and against an entity, each with its weight. Weights are
 * log-odds: they add up, and the sum of an entity is compared with those of its
 * rivals and with nobody's, which is 0 (a log-linear model, as in Ratinov et al.,
 * "Local and Global Algorithms for Disambiguation to Wikipedia", 2011). They were
 * set by hand and checked on the development sets of `npm run eval`.
 */
export const WEIGHTS = {
  /** A full name of several words. */
  'full-name': 3.2,
  /** A full name of one word. */
  'one-word-name': 2,
  /** A short name that its pack lists. */
  'listed-short-name': 2,
  acronym: 2.2,
  nickname: 1.8,
  'former-name': 2,
  demonym: 1.8,
  metonym: 1.6,
  /** A short form of a full name that stands on the page. */
  'short-for-name-on-page': 4,
  /** An ambiguous name inside a phrase that its pack lists ("on X"). */
  phrase: 6,
  /** Its pack says that the name alone is not enough. */
  'needs-context': -4.4,
  /** The entity's full name stands on the page. */
  'full-name-on-page': 4,
  /** Of several with full names on the page, this one was named last. */
  'named-last': 1.2,
  /** Facts connect it with others on the page; for each, less for those that everything is connected with. */
  connected: 3,
  /** A word beside it says what it is: "Senator", "city of", "Inc". */
  'fitting-word': 2.4,
  /** It does what such things do: "X said". */
  'fitting-verb': 0.5,
  /** It stands as places do: "in X". */
  'place-preposition': 1.5,
  /** A word beside it says that it is something else. */
  'unfitting-word': -4,
  /** It held an office on the article's day. */
  'in-office': 1.4,
  /** It held its first office after the article's day. */
  'not-yet-in-office': -1.2,
  /** The name is one of another language than the page's. */
  'other-language': -0.8,
  /** For each unit of prominence, 0 to 1. */
  prominence: 2,
  /** The words around make a longer name of it, which is somebody or something else's. */
  'part-of-other-name': -12,
  /** They may do so. */
  'maybe-part-of-other-name': -4,
  /** The page has a namesake with another given name. */
  'namesake-on-page': -6,
  /** All is in capitals, where an acronym cannot be told from a word. */
  'all-capitals': -5,
  /** It begins or ends inside a word, in a script without spaces. */
  'cuts-word': -12,
} as const;

export type Reason = keyof typeof WEIGHTS;
export const REASONS = Object.keys(WEIGHTS) as [Reason, ...Reason[]];

/** Evidence for one entity: the sum, and what it is made of. */
export class Evidence {
  sum = 0;
  readonly reasons: Reason[] = [];

  /** Adds a reason, in part where `share` is below 1. */
  add(reason: Reason, share = 1): void {
    this.sum += WEIGHTS[reason] * share;
    this.reasons.push(reason);
  }
}

/**
 * How likely each of some candidates is, given that it may be none of them.
 *
 * @param sums - log-odds of each candidate against nobody we know
 * @returns probabilities, 0 to 1, in the same order; together below 1
 */
export function probabilities(sums: readonly number[]): number[] {
  const odds = sums.map((sum) => Math.exp(sum));
  const all = odds.reduce((total, one) => total + one, 1);
  return odds.map((one) => one / all);
}
