import type { PageMention } from '../linking/packed-mentions.ts';
import { type ChangeBatch, Changes } from './changes.ts';
import { Highlighter } from './highlighter.ts';
import { IN_VIEW_BELOW, IN_VIEW_VISITS, SHOW_INTERVAL_MS } from './limits.ts';
import { type Link, LinkQueue } from './link-queue.ts';
import { MentionMap } from './mention-map.ts';
import { PageText } from './page-text.ts';
import { RevealWatch } from './reveal-watch.ts';
import { isReadable, readSegments, type Segment } from './segments.ts';
import { runInSlices, whenIdle } from './slices.ts';

/** What the reader needs from outside and tells it. */
export interface PageReaderOptions {
  readonly link: Link;
  /** The mentions, those that are painted, or the title have changed. */
  readonly onChange: () => void;
  /** The page has become another one without being loaded (single-page navigation). */
  readonly onNavigate?: () => void;
}

/**
 * Reads a page's text, has it linked and paints the mentions, and follows what
 * happens to the page afterwards. Changes nothing in the page.
 */
export class PageReader {
  readonly mentions = new MentionMap();
  readonly highlighter = new Highlighter(this.mentions);
  readonly #text = new PageText();
  #run: Run | undefined;

  readonly #options: PageReaderOptions;

  constructor(options: PageReaderOptions) {
    this.#options = options;
  }

  /** Begins, or does nothing when it has begun. */
  start(): void {
    if (this.#run) return;
    const run = new Run(this.#options, this.#text, this.mentions, this.highlighter);
    this.#run = run;
    run.begin();
  }

  /** Takes everything off the page and listens to nothing any more. */
  stop(): void {
    this.#run?.end();
    this.#run = undefined;
    this.highlighter.clear();
    this.mentions.clear();
    this.#text.clear();
  }

  /** Links everything again, for instance after the reader's "not this". */
  relink(): void {
    this.#run?.queue.relinkAll();
  }

  /** What has been read, by block. */
  texts(): string[] {
    return this.#text.texts();
  }

  /** Resolves when all that is to be read now has been read, linked and painted. */
  async settled(): Promise<void> {
    await this.#run?.settled();
  }
}

/** One stretch between start and stop; what comes late for an ended one is dropped. */
class Run {
  readonly #options: PageReaderOptions;
  readonly #text: PageText;
  readonly #mentions: MentionMap;
  readonly #highlighter: Highlighter;
  readonly queue: LinkQueue;
  readonly #changes: Changes;
  readonly #reveals: RevealWatch;
  /** Blocks that have been walked whole. */
  #walked = new WeakSet<Element>();
  #ended = false;
  #working: Promise<void> = Promise.resolve();
  #title = document.title;
  /** Linked, and not shown yet. */
  #unshown: Segment[] = [];
  #lastShow = Number.NEGATIVE_INFINITY;
  #showTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    options: PageReaderOptions,
    text: PageText,
    mentions: MentionMap,
    highlighter: Highlighter,
  ) {
    this.#options = options;
    this.#text = text;
    this.#mentions = mentions;
    this.#highlighter = highlighter;
    this.queue = new LinkQueue(
      options.link,
      (segment) => text.has(segment),
      (segments, found) => this.#place(segments, found),
    );
    this.#changes = new Changes({
      onBatch: (batch) => this.#inTurn(() => this.#readChanged(batch)),
      onWhole: () => this.#inTurn(() => this.#readWhole()),
      onNavigate: () => options.onNavigate?.(),
      onAct: () => this.queue.revive(),
    });
    this.#reveals = new RevealWatch((element) => this.#changes.touch(element));
  }

  begin(): void {
    this.#changes.start();
    this.#inTurn(async () => {
      await whenIdle();
      if (this.#ended) return;
      await this.#readInView();
      await this.#readWhole();
    });
  }

  end(): void {
    this.#ended = true;
    this.#changes.stop();
    this.#reveals.stop();
    this.queue.stop();
    clearTimeout(this.#showTimer);
  }

  async settled(): Promise<void> {
    let working: Promise<void>;
    do {
      working = this.#working;
      await working;
      await this.queue.settled();
    } while (working !== this.#working);
    this.#showRest();
  }

  /** One reading at a time, in the order of asking. */
  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#working = this.#working
      .then(() => (this.#ended ? undefined : step()))
      .then(() => void this.queue.settled().then(() => this.#showRest()))
      .catch((error: unknown) => console.error('Backgrounder: reading the page failed.', error));
    return this.#working;
  }

  #place(segments: readonly Segment[], found: readonly (readonly PageMention[])[]): void {
    let hidden = false;
    segments.forEach((segment, at) => {
      const before = this.#mentions.delete(segment);
      if (this.#mentions.set(segment, found[at] ?? []).length > 0) this.#unshown.push(segment);
      if (before.length === 0) return;
      hidden = true;
      this.#highlighter.hide(segment, before);
    });
    // What was taken off to be replaced is back before anyone sees it gone.
    if (hidden) this.#show();
    else if (this.#unshown.length > 0) this.#showSoon();
    this.#options.onChange();
  }

  /** At once after a pause, but the chunks of a long page together: 6 frames where there were 21. */
  #showSoon(): void {
    if (this.#showTimer !== undefined) return;
    const wait = this.#lastShow + SHOW_INTERVAL_MS - performance.now();
    if (wait <= 0) this.#show();
    else this.#showTimer = setTimeout(() => this.#show(), wait);
  }

  /** Shows at once what waits to be shown. */
  #showRest(): void {
    if (this.#unshown.length > 0 && !this.#ended) this.#show();
  }

  #show(): void {
    clearTimeout(this.#showTimer);
    this.#showTimer = undefined;
    this.#lastShow = performance.now();
    const segments = this.#unshown;
    this.#unshown = [];
    this.#highlighter.show(
      segments.filter((segment) => this.#mentions.ofSegment(segment).length > 0),
    );
    this.#options.onChange();
  }

  /** What is in the viewport, so that it is painted first. The whole follows. */
  async #readInView(): Promise<void> {
    const root = document.body;
    if (!root || !isReadable(root)) return;
    const viewport = innerHeight;
    let visits = 0;
    let parent: Element | null = null;
    let below = 0;
    const enter = (block: Element): boolean => {
      if (++visits > IN_VIEW_VISITS) return false;
      const { top, bottom, height } = block.getBoundingClientRect();
      // Nothing high may still hold something that floats or is placed elsewhere.
      if (height === 0) return true;
      below = top > viewport ? (block.parentElement === parent ? below : 0) + 1 : 0;
      parent = block.parentElement;
      return bottom >= 0 && top <= viewport;
    };
    const known = (element: Element) => below >= IN_VIEW_BELOW && element.parentElement === parent;
    this.#text.beginReading();
    await this.#read(root, { enter, known });
    this.queue.flush();
  }

  async #readWhole(): Promise<void> {
    const root = document.body;
    if (!root) return;
    this.#walked = new WeakSet();
    this.#text.beginReading();
    const whole = !isReadable(root) || (await this.#read(root, { onRead: this.#noteWalked }));
    if (!whole) return;
    this.#forget(this.#text.endReading());
    this.queue.prune();
    this.queue.flush();
  }

  /** Reads the own text of blocks again, and what is new below them. */
  async #readChanged({ blocks, added, removed }: ChangeBatch): Promise<void> {
    if (removed) this.#forget(this.#text.sweep());
    // What was taken out and is put back has to be read as if it were new.
    for (const element of added) {
      this.#walked.delete(element);
      for (const inner of element.querySelectorAll('*')) this.#walked.delete(inner);
    }
    this.#text.beginReading();
    for (const block of blocks) {
      if (!block.isConnected || !isReadable(block)) continue;
      const known = (element: Element) => this.#walked.has(element);
      if (!(await this.#read(block, { known, onRead: this.#noteWalked }))) return;
    }
    this.#forget(this.#text.endReading(blocks));
    this.queue.prune();
    this.queue.flush();
    this.queue.revive();
    if (document.title !== this.#title) {
      this.#title = document.title;
      this.#options.onChange();
    }
  }

  readonly #noteWalked = (block: Element): void => {
    this.#walked.add(block);
  };

  #read(root: Element, options: Parameters<typeof readSegments>[1]): Promise<boolean> {
    const walk = readSegments(root, {
      ...options,
      onHidden: (element) => this.#reveals.watch(element),
      onLost: (element) => this.#changes.touch(element),
    });
    return runInSlices(walk, (segment) => {
      if (this.#ended) return false;
      if (this.#text.add(segment)) this.queue.add(segment);
      return true;
    });
  }

  #forget(gone: readonly Segment[]): void {
    let changed = false;
    for (const segment of gone) {
      const placed = this.#mentions.delete(segment);
      if (placed.length === 0) continue;
      changed = true;
      this.#highlighter.hide(segment, placed);
    }
    if (!changed) return;
    this.#highlighter.show([]);
    this.#options.onChange();
  }
}
