/**
 * Every limit and delay of the page's side, in one place. Times in milliseconds,
 * text in UTF-16 code units. The reasons are platform measurements (ARCHITECTURE.md,
 * Measurements) unless a line says otherwise.
 */

/** Longest stretch of work before the page gets its event loop back: half a 60 Hz frame. */
export const SLICE_MS = 8;

/** Nodes walked between two looks at the clock. */
export const NODES_PER_STEP = 64;

/** Text of one link request. One request of this size takes the warm worker about 5 ms. */
export const CHUNK_LENGTH = 100_000;

/** Segments of one link request, well under the contract's 20,000. */
export const CHUNK_SEGMENTS = 4_000;

/** Full names told with a request: the contract's limit, or it would be refused whole. */
export const ESTABLISHED_SENT = 2_000;

/** A segment longer than this is cut at white space: no name spans two such parts. */
export const SEGMENT_LENGTH = 50_000;

/** Elements visited in search of what is in view before falling back to document order. */
export const IN_VIEW_VISITS = 3_000;

/** Blocks below the viewport in a row after which the rest of their parent is passed over. */
export const IN_VIEW_BELOW = 20;

/** Mentions are shown at most this often: each time is a frame of all that is painted near. */
export const SHOW_INTERVAL_MS = 250;

/** How often one chunk is linked again because other chunks have full names of its short ones. */
export const RELINKS = 6;

/** Waits before a failed link request is sent again; then it rests until the next change. */
export const LINK_RETRIES_MS = [250, 1_000, 4_000] as const;

/** Blocks that wait to be read again; beyond this the whole page is read again instead. */
export const WAITING_BLOCKS = 5_000;

/** Hidden elements watched for being shown (`<div hidden>` behind "read more"). */
export const WATCHED_HIDDEN = 300;

/**
 * How reading again slows down when changes do not end. The first `free`
 * readings come after `base`, each further one after `factor` times the wait
 * before, up to `cap`. One reading is forgotten every `forget`. The cap and
 * `forget` lie above 30 s, so that a ticking clock lets the worker go to sleep.
 * An act of the reader (scroll, key, press) forgets everything: endless scrolling
 * is work the reader asked for.
 */
export interface Pace {
  readonly free: number;
  readonly base: number;
  readonly factor: number;
  readonly cap: number;
  readonly forget: number;
}

/** Batches of changes, for the page as a whole. */
export const PAGE_PACE: Pace = { free: 8, base: 100, factor: 1.5, cap: 45_000, forget: 40_000 };

/** Readings of one block: a ticker slows itself down, not the article beside it. */
export const BLOCK_PACE: Pace = { free: 3, base: 100, factor: 3, cap: 60_000, forget: 60_000 };

/** Acts of the reader count at most this often. */
export const ACT_INTERVAL_MS = 2_000;

/** After the address changes within a page, the wait for its new content before reading. */
export const NAVIGATION_SETTLE_MS = 150;

/** Share of the viewport's height that the blocks of one painted band may span. */
export const BAND_HEIGHT = 0.75;

/** How far from the viewport mentions are painted, in viewport heights. */
export const PAINT_MARGIN = 1;

/** Mentions measured to tell which are in view: some 8 µs each, of a hundred on a typical page. */
export const IN_VIEW_MEASURED = 1_000;

/** How long a card stays after the pointer left it and its mention: time to cross the gap. */
export const GRACE_MS = 250;

/** Mentions passed over, because nothing of them is visible, before a step gives up. */
export const STEP_TRIES = 500;

/** Words of prose that make an article (ARCHITECTURE.md, Where it works). */
export const ARTICLE_WORDS = 100;

/** The same where no element says that it is the article, and the densest container is taken. */
export const UNMARKED_ARTICLE_WORDS = 140;

/** Below this a page is no article, whatever its markup says. */
export const LITTLE_PROSE_WORDS = 20;

/** Headlines linking within the site that make a front page. */
export const FRONT_PAGE_HEADLINES = 10;

/** Structured data read: scripts, text of each, and nodes over all. */
export const JSON_LD_SCRIPTS = 20;
export const JSON_LD_LENGTH = 500_000;
export const JSON_LD_NODES = 2_000;

/** Walker steps (of NODES_PER_STEP nodes) spent on deciding what kind of page it is. */
export const DECISION_STEPS = 400;

/**
 * What is collected of a page's dates: metadata, objects of structured data, places, and the code
 * units of a text. The contract takes no more (dateline/evidence.ts).
 */
export const DATED_META = 40;
export const DATED_DATA = 24;
export const DATE_SPOTS = 60;
export const DATE_TEXT = 200;

/** A longer text is prose and no dateline. */
export const DATE_LINE = 120;

/** Texts looked at for a dateline, above the headline and from it on: to the end of most articles. */
export const DATE_TEXTS_BEFORE = 40;
export const DATE_TEXTS_AFTER = 150;

/** Nodes walked for them in either direction, however empty. */
export const DATE_NODES = 1_500;

/** Headings among which the headline is looked for. */
export const HEADLINES = 60;
