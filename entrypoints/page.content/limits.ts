/** Reports to an open popup are sent at most this often. Milliseconds. */
export const REPORT_EVERY_MS = 200;

/** Names and cards wait so long for the page's day; a worker that wakes needs a tenth. Milliseconds. */
export const DATE_WAIT_MS = 2_000;
