import { exact, fold, INVISIBLE } from './normalise.ts';

/** How a word is written: "doge", "Doge", "DOGE"; `none` in scripts without case. */
export type Case = 'lower' | 'capital' | 'upper' | 'none';

/** A word of a text. Offsets are UTF-16 code units, half-open. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** The folded word. */
  readonly key: string;
  /** The word as written, for rules that look at case. */
  readonly exact: string;
  readonly case: Case;
}

/** Scripts that set no spaces between words: each character is a token, so names match inside running text. */
const UNSPACED =
  '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}]';

/**
 * A dotted acronym ("U.S."), one character of an unspaced script with its
 * marks, or a run of letters and digits.
 */
const TOKEN = new RegExp(
  [
    '(?:\\p{Lu}\\.){2,}(?:\\p{Lu}(?!\\p{L}))?',
    `[[\\p{L}\\p{N}]&&${UNSPACED}][\\p{M}&&${UNSPACED}]*`,
    `[[\\p{L}\\p{N}]--${UNSPACED}][[\\p{L}\\p{N}\\p{M}${INVISIBLE}]--${UNSPACED}]*`,
  ].join('|'),
  'gv',
);

const TRAILING_INVISIBLE = new RegExp(`[${INVISIBLE}]+$`, 'u');

/** The words of a text, in order. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0].replace(TRAILING_INVISIBLE, '');
    const written = exact(word);
    tokens.push({
      start: match.index,
      end: match.index + word.length,
      key: fold(word.includes('.') ? written : word),
      exact: written,
      case: caseOf(written),
    });
  }
  return tokens;
}

function caseOf(word: string): Case {
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return 'none';
  if (word === lower) return 'lower';
  if (word === upper && word.length > 1) return 'upper';
  const [first = ''] = word;
  return first === first.toLowerCase() ? 'lower' : 'capital';
}

/** White space, or one dash, apostrophe, dot or ampersand with white space around it. */
const JOINT = /^(?:\s*|\s*[-\u2010-\u2015\u2212'\u2018\u2019\u02BC\u02B9`´&·・\u2027/]\s*)$/u;
const DOT_JOINT = /^\.\s*$/u;
/** "St. Petersburg", "J. Trump": a dot joins only after a short word, else it ends a sentence. */
const LONGEST_ABBREVIATION = 3;

/** Whether what stands between two neighbouring tokens can stand inside a name. */
export function isJoined(text: string, left: Token, right: Token): boolean {
  const gap = text.slice(left.end, right.start);
  if (gap === '' || gap === ' ') return true;
  if (JOINT.test(gap)) return !/\n\s*\n/.test(gap);
  return DOT_JOINT.test(gap) && left.end - left.start <= LONGEST_ABBREVIATION;
}

/** Whether a token begins a sentence, a quotation or the text. */
export function startsSentence(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (!token || !before) return true;
  return /[.!?…:;。！？؟।"“”„«»‹›()[\]–—\n|•]/u.test(text.slice(before.end, token.start));
}
