/**
 * Scripts that names and words are told apart by, as far as words are formed differently in them.
 * `unspaced` are the scripts that set no spaces between words; `other` need nothing of their own.
 */
export const SCRIPT = {
  other: 0,
  latin: 1,
  cyrillic: 2,
  arabic: 3,
  hebrew: 4,
  hangul: 5,
  unspaced: 6,
} as const;

export type Script = (typeof SCRIPT)[keyof typeof SCRIPT];
