import type { Kind } from '../facts/vocabulary.ts';
import { CASE } from './character-at.ts';
import type { Evidence, Reason } from './evidence.ts';
import type { Match } from './match.ts';
import type { Candidate } from './name-index.ts';
import {
  type CuedKind,
  canFollowName,
  canPrecedeName,
  canPrecedePlace,
  isCue,
  isGeneration,
  isLocative,
  isOf,
  isOfficeNoun,
  isPersianEnding,
  isPlaceNoun,
  isTitle,
} from './neighbours.ts';
import type { Reading } from './reading.ts';

const CUED_KINDS: readonly CuedKind[] = ['person', 'organisation', 'place'];
/** Words that are looked back at: "Secretary of State Kerry". */
const LOOK_BACK = 3;

/** English participles, adverbs and adjectives of origin are no given names. */
const NO_NAME = /(?:ing|ed|ly|ian|opean|orean|ese|ish)$/;

const NAME_DOT = /^[·・･‧]$/;
const SEAM = '\u200C';

/**
 * What stands around a match. Asked for each of its candidates, so each question
 * is answered once.
 */
export class Surroundings {
  readonly reading: Reading;
  readonly match: Match;
  readonly segment: number;
  readonly language: string | undefined;
  /** Place of the match among the reading's. */
  readonly #at: number;
  /** Keys of the words before, the nearest first, as far as they can be of one phrase. */
  readonly #before: readonly number[];
  /** The key of the word after, if it can be of one phrase. */
  readonly #after: number | undefined;
  readonly #longerBefore: { person?: boolean; other?: boolean } = {};
  #longerAfter: boolean | undefined;

  constructor(reading: Reading, at: number, match: Match, language: string | undefined) {
    const { tokens } = reading;
    this.reading = reading;
    this.match = match;
    this.language = language;
    this.segment = tokens.segmentOf(match.from);
    this.#at = at;
    const before: number[] = [];
    for (let token = match.from; before.length < LOOK_BACK; token--) {
      if (!this.#isInSegment(token - 1) || !tokens.isJoined(token)) break;
      before.push(tokens.key[token - 1] ?? 0);
    }
    this.#before = before;
    const { to } = match;
    this.#after = this.#isInSegment(to) && tokens.isJoined(to) ? tokens.key[to] : undefined;
  }

  /** Adds what the words beside the match say of a candidate. */
  weigh(evidence: Evidence, candidate: Candidate): void {
    if (candidate.role === 'when') return;
    const other = this.#partOfOtherName(candidate);
    if (other) evidence.add(other);
    const [nearest] = this.#before;
    if (candidate.kind === 'place' && nearest !== undefined && isLocative(nearest)) {
      evidence.add('place-preposition');
    }
    for (const kind of CUED_KINDS) {
      const isBefore = this.#isCuedBefore(kind);
      if (candidate.kind === kind) {
        if (isBefore) evidence.add('fitting-word');
        else if (this.#after !== undefined && isCue(kind, 'after', this.#after)) {
          evidence.add(kind === 'person' ? 'fitting-verb' : 'fitting-word');
        }
        // "Iran said": what follows a name says less, since places act for their governments.
      } else if (isBefore) evidence.add('unfitting-word');
    }
  }

  /** Whether a capitalised word before the name belongs to it: "Mark Kerry", "Michael Jordan". */
  isLongerBefore(kind?: Kind): boolean {
    const who = kind === 'person' ? 'person' : 'other';
    this.#longerBefore[who] ??= this.#findLongerBefore(who === 'person');
    return this.#longerBefore[who];
  }

  /** "Senator X", "Secretary of State X", "city of X". */
  #isCuedBefore(kind: CuedKind): boolean {
    const [nearest, second, third] = this.#before;
    if (nearest === undefined) return false;
    if (isCue(kind, 'before', nearest)) return true;
    if (second === undefined) return false;
    if (kind === 'place') return isOf(nearest) && isPlaceNoun(second);
    if (kind !== 'person' || !isOfficeNoun(nearest)) return false;
    return isTitle(second) || (isOf(second) && third !== undefined && isTitle(third));
  }

  /** Whether the words around make a longer name of it, which is somebody or something else's. */
  #partOfOtherName({ kind, use, isExact }: Candidate): Reason | undefined {
    if (this.#isSewn()) return 'part-of-other-name';
    const { from, to } = this.match;
    const { tokens } = this.reading;
    const isOneWord = to - from === 1;
    const isShort = use !== 'full' || isOneWord;
    const isBeside = this.#after !== undefined && tokens.isSpaced(to);
    if (kind === 'person') {
      if (this.#after !== undefined && isGeneration(this.#after)) return 'part-of-other-name';
      if (!isShort) return undefined;
    }
    // "Генсек НАТО": an acronym is nobody's surname.
    if (isShort && !isExact && this.isLongerBefore(kind)) return 'part-of-other-name';
    // "President Reagan": the office is his title here.
    if (isOneWord && isBeside && (kind === 'office' || isTitle(tokens.key[from] ?? 0))) {
      return tokens.caseOf(to) >= CASE.capital ? 'maybe-part-of-other-name' : undefined;
    }
    if (kind !== 'person' && this.#isHyphenated()) return 'maybe-part-of-other-name';
    if (!isBeside || !this.#isLongerAfter()) return undefined;
    if (kind === 'person') return 'part-of-other-name';
    const isPlace = kind === 'place' && isShort && use !== 'demonym';
    return isPlace ? 'part-of-other-name' : 'maybe-part-of-other-name';
  }

  /** "Ottawa-Carleton", "IL-2": a dash without spaces, and something that is no name. */
  #isHyphenated(): boolean {
    const { tokens } = this.reading;
    const { to } = this.match;
    if (this.#after === undefined || tokens.isSpaced(to) || this.#isMatched(to, 1)) return false;
    if (this.language?.startsWith('de') || canFollowName(this.#after)) return false;
    const isAdjacent = (tokens.start[to] ?? 0) - (tokens.end[to - 1] ?? 0) === 1;
    return isAdjacent && (tokens.caseOf(to) >= CASE.capital || /^\d/.test(tokens.wordAt(to)));
  }

  /**
   * Whether the name is sewn to another word: by the dot that Chinese and Japanese
   * set between the parts of a foreign name, or by the seam of a Persian compound.
   */
  #isSewn(): boolean {
    const { tokens } = this.reading;
    const { from, to, start, end } = this.match;
    const text = tokens.texts[this.segment] ?? '';
    if (NAME_DOT.test(text.charAt(start - 1)) && !this.#isMatched(from - 1, -1)) return true;
    if (NAME_DOT.test(text.charAt(end)) && !this.#isMatched(to, 1)) return true;
    const isSeam = text.charAt(end) === SEAM && this.#after !== undefined;
    return isSeam && !isPersianEnding(this.#after ?? 0) && !this.#isMatched(to, 1);
  }

  #findLongerBefore(isPerson: boolean): boolean {
    const { tokens, casing, writtenSmall } = this.reading;
    const [nearest] = this.#before;
    const before = this.match.from - 1;
    if (nearest === undefined || !tokens.isSpaced(this.match.from)) return false;
    if (tokens.caseOf(before) < CASE.capital || this.#isMatched(before, -1)) return false;
    if (canPrecedeName(nearest) || (!isPerson && canPrecedePlace(nearest))) return false;
    if (casing[this.segment]?.isHeadline) return isPerson && !writtenSmall().has(nearest);
    if (!tokens.opensSentence(before)) return true;
    // A word that opens a sentence has its capital anyway: "Visiting Iran", but "Neil Jordan".
    return !writtenSmall().has(nearest) && !NO_NAME.test(tokens.wordAt(before));
  }

  /** Whether a capitalised word after the name belongs to it: "Paris Hilton", "Trump Tower". */
  #isLongerAfter(): boolean {
    this.#longerAfter ??= this.#findLongerAfter();
    return this.#longerAfter;
  }

  #findLongerAfter(): boolean {
    const { tokens, casing } = this.reading;
    const { to } = this.match;
    if (tokens.caseOf(to) < CASE.capital || this.#isMatched(to, 1)) return false;
    // German writes every noun with a capital.
    if (casing[this.segment]?.isHeadline || this.language?.startsWith('de')) return false;
    return this.#after !== undefined && !canFollowName(this.#after);
  }

  /** Whether a token is of the match before (-1) or after (1). */
  #isMatched(token: number, side: -1 | 1): boolean {
    const other = this.reading.matches[this.#at + side];
    return other !== undefined && token >= other.from && token < other.to;
  }

  #isInSegment(token: number): boolean {
    const { firstOf } = this.reading.tokens;
    return token >= (firstOf[this.segment] ?? 0) && token < (firstOf[this.segment + 1] ?? 0);
  }
}
