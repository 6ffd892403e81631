/**
 * What the bench does inside a page. Bundled and put into each measured page
 * before its own scripts, the same in every variant, so that it cancels out.
 */
import Mark from 'mark.js';

/** Told to the page before it loads. */
export interface PageSetup {
  /** What highlights by itself as soon as the page is idle. */
  readonly variant: 'none' | 'mark.js' | 'bare';
  /** For mark.js: the names to find. */
  readonly names: readonly string[];
  /** For bare highlights: text node, start and end of each mention, one after another. */
  readonly places: readonly number[];
}

export interface PaintTimes {
  /** From the end of the load event to the end of the next frame: what any painting takes. */
  readonly frame: number;
  /** To the end of the first frame with a highlight in it; NaN when there was none in time. */
  readonly first: number;
  /** To the end of the last frame that changed the number of highlights. */
  readonly last: number;
  readonly ranges: number;
}

/** Frames without another highlight after which painting is over. */
const QUIET_FRAMES = 12;
const PATIENCE_MS = 10_000;
const WALKING_MS = 40;
const WALKS_A_TICK = 5;

class Bench {
  private readonly setup: PageSetup;
  private readonly painting: Promise<PaintTimes>;

  constructor(setup: PageSetup, watchPainting: boolean) {
    this.setup = setup;
    const loaded = new Promise<number>((resolve) => {
      addEventListener('load', () => queueTask(() => resolve(performance.now())), { once: true });
    });
    // Looking at each frame makes frames: not where the main thread's work is measured.
    this.painting = watchPainting ? loaded.then(watch) : new Promise(() => {});
    if (setup.variant !== 'none') void loaded.then(() => this.highlight());
  }

  paintTimes(): Promise<PaintTimes> {
    return this.painting;
  }

  /** Milliseconds of a bare walk over all text nodes, the mean of many. */
  walk(): number {
    const start = performance.now();
    let walks = 0;
    let end = start;
    // The clock ticks in tenths of a millisecond in one browser, in whole ones in the other.
    for (; end - start < WALKING_MS; end = performance.now()) {
      for (let again = 0; again < WALKS_A_TICK; again++) textLength();
      walks += WALKS_A_TICK;
    }
    return (end - start) / walks;
  }

  /** Lets the page be for as long as a variant may need, counted from its navigation. */
  observed(until: number): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(
        () => {
          performance.mark('bench:end');
          resolve();
        },
        Math.max(0, until - performance.now()),
      );
    });
  }

  /**
   * Changes the page in each of a number of frames: a paragraph is put in at the
   * article's end, or the one put in before is taken out.
   */
  async changeFrames(frames: number, html: string): Promise<void> {
    const holder = document.querySelector('article') ?? document.body;
    await nextFrame();
    performance.mark('bench:changes');
    let added: Element | undefined;
    for (let frame = 0; frame < frames; frame++) {
      if (added) {
        added.remove();
        added = undefined;
      } else {
        added = document.createElement('p');
        added.innerHTML = html;
        holder.append(added);
      }
      await nextFrame();
    }
    performance.mark('bench:changed');
  }

  private highlight(): void {
    // As the extension does: after the page has nothing better to do.
    requestIdleCallback(
      () => {
        if (this.setup.variant === 'mark.js') markNames(this.setup.names);
        else highlightPlaces(this.setup.places);
      },
      { timeout: 1_000 },
    );
  }
}

async function watch(loaded: number): Promise<PaintTimes> {
  const times = { frame: Number.NaN, first: Number.NaN, last: Number.NaN, ranges: 0 };
  let quiet = 0;
  while (performance.now() - loaded < PATIENCE_MS && (times.ranges === 0 || quiet < QUIET_FRAMES)) {
    await nextFrame();
    const ranges = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    const changed = ranges !== times.ranges;
    quiet = changed ? 0 : quiet + 1;
    // A task after a frame's callbacks runs when that frame has been laid out and painted.
    if (changed || Number.isNaN(times.frame)) await new Promise<void>(queueTask);
    const now = performance.now() - loaded;
    if (Number.isNaN(times.frame)) times.frame = now;
    if (!changed) continue;
    if (times.ranges === 0) times.first = now;
    times.last = now;
    times.ranges = ranges;
  }
  return times;
}

function textLength(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    length += (node as Text).data.length;
  }
  return length;
}

function markNames(names: readonly string[]): void {
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  new Mark(document.body).markRegExp(new RegExp(`\\b(?:${escaped.join('|')})\\b`, 'g'));
}

function highlightPlaces(places: readonly number[]): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const highlight = new Highlight();
  let at = -1;
  for (let index = 0; index < places.length; index += 3) {
    const wanted = places[index] ?? 0;
    for (; at < wanted; at++) walker.nextNode();
    highlight.add(
      new StaticRange({
        startContainer: walker.currentNode,
        startOffset: places[index + 1] ?? 0,
        endContainer: walker.currentNode,
        endOffset: places[index + 2] ?? 0,
      }),
    );
  }
  CSS.highlights.set('bare', highlight);
}

function nextFrame(): Promise<number> {
  return new Promise(requestAnimationFrame);
}

/** Runs something in a task of its own, sooner than a timer would. */
function queueTask(task: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    task();
  };
  port2.postMessage(undefined);
}

declare global {
  var backgrounderBench: Bench;
  var startBackgrounderBench: (setup: PageSetup, watchPainting: boolean) => void;
}

globalThis.startBackgrounderBench = (setup, watchPainting) => {
  globalThis.backgrounderBench = new Bench(setup, watchPainting);
};
