/** Reports to an open popup are sent at most this often. Milliseconds. */
export const REPORT_EVERY_MS = 200;
