/** Facts on a card before "show all": about what one looks through in a hover. */
export const CARD_FACTS = 6;

/** Facts after "show all". */
export const MOST_FACTS = 500;

/** A card that is there sooner than this is never seen loading. Milliseconds. */
export const LOADING_AFTER_MS = 120;
