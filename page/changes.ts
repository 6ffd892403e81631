import {
  ACT_INTERVAL_MS,
  BLOCK_PACE,
  NAVIGATION_SETTLE_MS,
  PAGE_PACE,
  WAITING_BLOCKS,
} from './limits.ts';
import { Pacer } from './pacing.ts';
import { blockOf, HOST_TAG } from './segments.ts';

/** A batch of changes. */
export interface ChangeBatch {
  /** Blocks whose own text changed, or that had something added or removed. */
  readonly blocks: readonly Element[];
  /** Elements that were put in, new or from elsewhere. */
  readonly added: readonly Element[];
  readonly removed: boolean;
}

/** What happens to a page, in the terms of the one who reads it. */
export interface ChangeEvents {
  readonly onBatch: (batch: ChangeBatch) => Promise<void>;
  /** Too much has changed to tell what, or the page has become another. */
  readonly onWhole: () => Promise<void>;
  readonly onNavigate: () => void;
  /** The reader did something: a key, a press, the wheel. */
  readonly onAct: () => void;
}

/** Acts of the reader. Not `scroll`: pages scroll by themselves. */
const ACTS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Follows a page's changes with one MutationObserver over child lists and text.
 * Nodes are only noted as they change; what they mean for reading, which needs
 * styles, is asked once a batch. Batches and the readings of one block slow down
 * when there is no end to them.
 */
export class Changes {
  readonly #touched = new Set<Node>();
  /** Blocks that changed too often, and when they may be read again. */
  readonly #later = new Map<Element, number>();
  readonly #added = new Set<Element>();
  #removed = false;
  #whole = false;
  #url = route();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #lastAct = Number.NEGATIVE_INFINITY;
  readonly #pagePacer = new Pacer(PAGE_PACE);
  #pacers = new WeakMap<Element, Pacer>();
  readonly #observer = new MutationObserver((records) => this.#note(records));
  readonly #listening = new AbortController();

  readonly #events: ChangeEvents;

  constructor(events: ChangeEvents) {
    this.#events = events;
  }

  start(): void {
    this.#observer.observe(document, { childList: true, characterData: true, subtree: true });
    const { signal } = this.#listening;
    const passive = { capture: true, passive: true, signal };
    for (const act of ACTS) addEventListener(act, (event) => this.#act(event), passive);
    const look = () => this.#lookForNavigation();
    addEventListener('popstate', look, { signal });
    addEventListener('hashchange', look, { signal });
    // Where there is no Navigation API a new address is noticed at the page's next change.
    const { navigation } = globalThis as { readonly navigation?: EventTarget };
    navigation?.addEventListener('currententrychange', look, { signal });
    // What a `details` holds is read when it is opened. The event does not bubble.
    const toggled = ({ target }: Event) => target instanceof Element && this.touch(target);
    document.addEventListener('toggle', toggled, passive);
    document.addEventListener('visibilitychange', () => this.#schedule(), { signal });
  }

  stop(): void {
    this.#observer.disconnect();
    this.#listening.abort();
    clearTimeout(this.#timer);
    this.#giveUpDetail();
  }

  /** Has the text at a node read again. */
  touch(node: Node): void {
    this.#touched.add(node);
    if (this.#touched.size + this.#added.size > WAITING_BLOCKS) this.#giveUpDetail();
    this.#schedule();
  }

  #giveUpDetail(): void {
    this.#whole = true;
    this.#touched.clear();
    this.#added.clear();
    this.#later.clear();
  }

  #note(records: readonly MutationRecord[]): void {
    for (const { target, addedNodes, removedNodes } of records) {
      if (this.#whole) break;
      const element = target.nodeType === Node.ELEMENT_NODE ? (target as Element) : null;
      if (element?.localName === HOST_TAG) continue;
      // Our own card coming and going, and nothing else.
      if (
        addedNodes.length + removedNodes.length === 1 &&
        (addedNodes[0] ?? removedNodes[0])?.nodeName.toLowerCase() === HOST_TAG
      )
        continue;
      if (removedNodes.length > 0) this.#removed = true;
      for (const node of addedNodes)
        if (node.nodeType === Node.ELEMENT_NODE) this.#added.add(node as Element);
      this.touch(target);
    }
  }

  #act(event: Event): void {
    const now = performance.now();
    if (!event.isTrusted || now - this.#lastAct < ACT_INTERVAL_MS) return;
    this.#lastAct = now;
    this.#pagePacer.reset();
    this.#pacers = new WeakMap();
    for (const block of this.#later.keys()) this.#later.set(block, now);
    this.#events.onAct();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#schedule();
  }

  #lookForNavigation(): void {
    if (route() === this.#url) return;
    this.#url = route();
    this.#giveUpDetail();
    this.#pagePacer.reset();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#events.onNavigate();
      this.#schedule();
    }, NAVIGATION_SETTLE_MS);
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#running || this.#listening.signal.aborted) return;
    // A page in the background is read when it is looked at.
    if (document.hidden) return;
    const now = performance.now();
    const waits = this.#whole || this.#touched.size > 0 ? [now + PAGE_PACE.base] : [];
    if (this.#later.size > 0) waits.push(Math.min(...this.#later.values()));
    if (waits.length === 0) return;
    const due = Math.max(Math.min(...waits), this.#pagePacer.due(now));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#batch();
    }, due - now);
  }

  async #batch(): Promise<void> {
    this.#lookForNavigation();
    if (this.#timer !== undefined) return;
    this.#running = true;
    const now = performance.now();
    try {
      if (this.#whole) {
        this.#whole = false;
        this.#pagePacer.count(now);
        await this.#events.onWhole();
      } else {
        const blocks = this.#takeDue(now);
        // Records without a block to read (the title, removed text) are a batch too.
        this.#pagePacer.count(now);
        const batch = { blocks, added: [...this.#added], removed: this.#removed };
        this.#added.clear();
        this.#removed = false;
        await this.#events.onBatch(batch);
      }
    } finally {
      this.#running = false;
      this.#schedule();
    }
  }

  /** The blocks that may be read now; the others are left in `later`. */
  #takeDue(now: number): Element[] {
    const blocks = new Set<Element>();
    // Taken first: whatever goes wrong with one node must not come back with every batch.
    const touched = [...this.#touched];
    this.#touched.clear();
    for (const node of touched) {
      const block = node.isConnected ? blockOf(node) : null;
      if (block && document.body?.contains(block)) blocks.add(block);
    }
    for (const [block, due] of this.#later) {
      if (!block.isConnected) this.#later.delete(block);
      else if (due <= now) {
        this.#later.delete(block);
        blocks.add(block);
      }
    }
    const due: Element[] = [];
    for (const block of blocks) {
      let pacer = this.#pacers.get(block);
      if (!pacer) {
        pacer = new Pacer(BLOCK_PACE);
        this.#pacers.set(block, pacer);
      }
      const at = pacer.due(now);
      if (at > now) this.#later.set(block, at);
      else {
        pacer.count(now);
        due.push(block);
      }
    }
    return due;
  }
}

/** The address as far as it names a page: a fragment does when it is a route of its own. */
function route(): string {
  const { href, hash } = location;
  return /^#!?\//.test(hash) ? href : href.slice(0, href.length - hash.length);
}
