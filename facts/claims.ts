import type { Key, Words } from '../words/words.ts';
import type { ShownClaim, Status } from './card.ts';
import { formatDate, parseDate } from './dates.ts';
import type { Day } from './days.ts';
import type { Fact } from './pack-format.ts';
import { capitalise, entityPart, setOff, type Wording } from './sentence.ts';
import type { StanceKind } from './vocabulary.ts';

export type Stance = NonNullable<Fact['stances']>[number];

/** Names said in one phrase; the others stand in the list of claims. */
const MOST_NAMES = 2;

/** Stances that change what to think of a thing. */
export const DECISIVE: ReadonlySet<StanceKind> = new Set(['confirms', 'disputes', 'denies']);

/** In the order in which a phrase says them: who asserts it, then who does not. */
const GROUPS = [
  ['reports', 'facts.by.reports'],
  ['says', 'facts.by.says'],
  ['confirms', 'facts.by.confirms'],
  ['disputes', 'facts.by.disputes'],
  ['denies', 'facts.by.denies'],
  ['declines-to-comment', 'facts.by.declines'],
] as const satisfies readonly (readonly [StanceKind, Key])[];

/** Names made of common nouns, before which English says "the". */
const TAKES_ARTICLE =
  /\b(?:of|Press|House|Mission|Ministry|Department|Council|Union|Nations|Committee|Commission|Court|Corps|Senate|Congress|Pentagon|Times|Post|Kingdom|States)\b/u;

/** What a fact's stances make of it: whoever denies or disputes it outweighs who reports it. */
export function statusOf({ stances }: Pick<Fact, 'stances'>): Status {
  if (!stances || stances.length === 0) return 'stated';
  const has = (kind: StanceKind) => stances.some(({ stance }) => stance === kind);
  if (has('denies')) return has('confirms') ? 'disputed' : 'denied';
  if (has('disputes')) return 'disputed';
  if (has('confirms')) return 'confirmed';
  if (has('reports')) return 'reported';
  return has('says') ? 'said' : 'stated';
}

/**
 * Whether somebody denies or disputes a fact. Such a one does not make the state of a
 * thing: it stands among the facts, with who denies it.
 */
export function isContested(fact: Pick<Fact, 'stances'>): boolean {
  const status = statusOf(fact);
  return status === 'denied' || status === 'disputed';
}

/**
 * The stances that a reader of a day could know: those not later than it. Where all are
 * later, all of them, as without them a claim would stand as plain fact.
 */
export function stancesBy(stances: readonly Stance[], day: Day): readonly Stance[] {
  const known = stances.filter((stance) => !isLater(stance, day));
  return known.length > 0 ? known : stances;
}

/** Stances in the order of time, undated ones last. */
export function inOrder(stances: readonly Stance[]): readonly Stance[] {
  if (stances.length < 2) return stances;
  const dayOf = ({ at }: Stance) => (at === undefined ? null : parseDate(at))?.earliest;
  return stances
    .map((stance) => ({ stance, day: dayOf(stance) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.day - b.day || 0)
    .map(({ stance }) => stance);
}

/** Whether a stance was certainly taken after a day. */
export function isLater({ at }: Stance, day: Day): boolean {
  const range = at === undefined ? null : parseDate(at);
  return range !== null && range.earliest > day;
}

/** @param article - the article's day: what was said after it is marked */
export function shownClaims(
  stances: readonly Stance[],
  article: Day | undefined,
  wording: Wording,
): ShownClaim[] {
  return inOrder(stances).map((stance) => ({
    by: entityPart(stance.by, wording),
    stance: stance.stance,
    ...(stance.at !== undefined && { date: formatDate(stance.at, wording) }),
    ...(stance.source !== undefined && { source: stance.source }),
    ...(article !== undefined && isLater(stance, article) && { later: true }),
  }));
}

/**
 * Who says so, in one phrase: "Reported by The New York Times; denied by Abbas
 * Araghchi". What parties alone say is worded as theirs: "The White House said".
 */
export function attributionOf(stances: readonly Stance[], wording: Wording): string | undefined {
  const phrase = attributionInside(stances, wording);
  return phrase === undefined ? undefined : capitalise(phrase, wording.words.tag);
}

/** The same as it stands inside a sentence, without its capital. */
export function attributionInside(
  stances: readonly Stance[],
  wording: Wording,
): string | undefined {
  const { words } = wording;
  const names = new Map<StanceKind, Set<string>>();
  for (const { by, stance } of inOrder(stances)) {
    const said = names.get(stance) ?? new Set();
    names.set(stance, said.add(nameInPhrase(by, wording)));
  }
  const said = names.get('says');
  if (said && names.size === 1) return words('facts.by.saysAlone', listed([...said], words));
  const phrases = GROUPS.flatMap(([kind, key]) => {
    const who = names.get(kind);
    return who ? [words(key, listed([...who], words))] : [];
  });
  const [first, ...others] = phrases;
  return others.reduce((all, one) => words('facts.by.then', all, one), first ?? '') || undefined;
}

function nameInPhrase(id: string, wording: Wording): string {
  const { text, lang } = entityPart(id, wording);
  if (wording.words.locale !== 'en') return setOff(text, lang, wording.words);
  const isBare = wording.entity(id)?.kind === 'person' || lang !== 'en' || /^the /iu.test(text);
  return isBare || !TAKES_ARTICLE.test(text) ? text : `the ${text}`;
}

function listed(names: readonly string[], words: Words): string {
  const [only, another] = names;
  if (only !== undefined && another === undefined) return only;
  // One more is named rather than counted.
  if (names.length <= MOST_NAMES + 1) return words.list(names);
  return words.list([
    ...names.slice(0, MOST_NAMES),
    words.count('facts.by.others', names.length - MOST_NAMES),
  ]);
}
