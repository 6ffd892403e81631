/** Facts on a card before "show all": about what one looks through in a hover. */
export const CARD_FACTS = 6;

/** Facts after "show all". */
export const MOST_FACTS = 500;

/** A card that is there sooner than this is never seen loading. Milliseconds. */
export const LOADING_AFTER_MS = 120;

/** Reports to an open popup are sent at most this often. Milliseconds. */
export const REPORT_EVERY_MS = 200;

/** Names and cards wait so long for the page's day; a worker that wakes needs a tenth. Milliseconds. */
export const DATE_WAIT_MS = 2_000;
