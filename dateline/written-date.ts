/** A date in a text. Offsets are into the folded text. */
export interface WrittenDate {
  /** The days it may be, likeliest first: more than one where day and month may be exchanged. */
  readonly isos: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Year in two figures. */
  readonly isShort: boolean;
}
