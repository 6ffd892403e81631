import { STEP_TRIES } from './limits.ts';
import { rectsOf } from './mention-geometry.ts';
import type { MentionMap, PlacedMention } from './mention-map.ts';
import type { Position } from './positions.ts';
import { HOST_TAG } from './segments.ts';

export interface KeyboardEvents {
  /** The keyboard's mention, to be marked; undefined when it is given up. `quiet`: not to be said. */
  readonly onStep: (placed: PlacedMention | undefined, quiet?: boolean) => void;
  /** Enter on the keyboard's mention. */
  readonly onOpen: (placed: PlacedMention) => void;
  /** Escape outside the card. @returns whether there was anything to close: then the page does not get the key */
  readonly onEscape: () => boolean;
}

/** Pixels between the places where the viewport is searched for text. */
const PROBE_PX = 24;

/** Where Enter means something to the page. */
const TAKES_ENTER =
  'a[href],button,input,select,textarea,summary,[role="button"],[contenteditable]:not([contenteditable="false" i])';

/**
 * Goes from mention to mention by keyboard. The focus stays where it is and the
 * page gets no tab stops: the mention is marked by its highlight alone.
 */
export class KeyboardSteps {
  readonly #mentions: MentionMap;
  readonly #events: KeyboardEvents;
  #current: PlacedMention | undefined;
  #listening: AbortController | undefined;

  constructor(mentions: MentionMap, events: KeyboardEvents) {
    this.#mentions = mentions;
    this.#events = events;
  }

  start(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener('keydown', (event) => this.#key(event), { capture: true, signal });
    // Pressing somewhere else is going on from there.
    addEventListener('pointerdown', (event) => !isInCard(event) && this.leave(), {
      capture: true,
      passive: true,
      signal,
    });
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    this.#current = undefined;
  }

  /**
   * Moves to the next (1) or previous (-1) mention that can be seen, from where
   * the keyboard is, else from the selection, the focus, or the top of the
   * viewport; goes round at the end. Scrolls it into view.
   *
   * @returns the mention, or undefined when there is none
   */
  step(direction: 1 | -1): PlacedMention | undefined {
    const found = this.#find(direction);
    this.#current = found;
    if (found) scrollTo(found);
    this.#events.onStep(found);
    return found;
  }

  /**
   * The same among the mentions of one entity, without saying where it has come to.
   *
   * @returns the place, from 1, and how many of them can be seen; 0 and 0 when none can
   */
  goTo(entity: string, direction: 1 | -1): { readonly at: number; readonly of: number } {
    const all = this.#mentions
      .ofEntity(entity)
      .slice(0, STEP_TRIES)
      .filter((placed) => rectsOf(placed).length > 0);
    const start = this.#startOf(direction);
    const ahead = all.filter((placed) => isAhead(placed, start, direction));
    const found = (ahead.length > 0 ? ahead : all).at(direction === 1 ? 0 : -1);
    this.#current = found;
    if (found) scrollTo(found);
    this.#events.onStep(found, true);
    return { at: found ? all.indexOf(found) + 1 : 0, of: all.length };
  }

  /** Gives the keyboard's place up, for instance when its mention is gone. */
  leave(): void {
    if (!this.#current) return;
    this.#current = undefined;
    this.#events.onStep(undefined);
  }

  #find(direction: 1 | -1): PlacedMention | undefined {
    const start = this.#startOf(direction);
    let tries = 0;
    for (const placed of this.#mentions.from(start.node, start.offset, direction)) {
      if (rectsOf(placed).length > 0) return placed;
      if (++tries >= STEP_TRIES) return undefined;
    }
    const body = document.body;
    const round = direction === 1 ? body : lastNodeOf(body);
    const edge = direction === 1 ? 0 : Number.POSITIVE_INFINITY;
    for (const placed of this.#mentions.from(round, edge, direction)) {
      if (rectsOf(placed).length > 0) return placed;
      if (++tries >= STEP_TRIES) return undefined;
    }
    return undefined;
  }

  #startOf(direction: 1 | -1): { readonly node: Node; readonly offset: number } {
    const current = this.#current;
    if (current && this.#mentions.has(current))
      return direction === 1 ? current.span.end : current.span.start;
    const selection = getSelection();
    if (selection?.focusNode && !selection.isCollapsed && isSeen(selection.getRangeAt(0)))
      return { node: selection.focusNode, offset: selection.focusOffset };
    const focused = document.activeElement;
    if (focused && focused !== document.body && focused !== document.documentElement) {
      const { bottom, top } = focused.getBoundingClientRect();
      if (bottom >= 0 && top <= innerHeight)
        return { node: focused, offset: direction === 1 ? 0 : Number.POSITIVE_INFINITY };
    }
    return topOfViewport() ?? { node: document.body, offset: 0 };
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    // In the card its own elements come first.
    if (isInCard(event)) return;
    if (event.key === 'Escape') {
      if (this.#events.onEscape()) {
        // The card is closed; the keyboard stays where it was.
        take(event);
        this.#events.onStep(this.#current);
      } else if (this.#current) {
        take(event);
        this.leave();
      }
    } else if (event.key === 'Enter' && !event.shiftKey && this.#current) {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(TAKES_ENTER) || !this.#mentions.has(this.#current)) return;
      take(event);
      this.#events.onOpen(this.#current);
    }
  }
}

/**
 * Remembers what has the focus and gives a function that gives it back, without
 * scrolling. Call it before the card takes the focus.
 */
export function rememberFocus(): () => void {
  const had = document.activeElement;
  return () => {
    if (had instanceof HTMLElement && had.isConnected && had !== document.body)
      had.focus({ preventScroll: true });
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
}

/** Whether a mention lies after (or before) a place in document order. */
function isAhead(
  { span: { start, end } }: PlacedMention,
  { node, offset }: { readonly node: Node; readonly offset: number },
  direction: 1 | -1,
): boolean {
  const edge = direction === 1 ? start : end;
  if (edge.node === node) return direction === 1 ? edge.offset >= offset : edge.offset <= offset;
  const order = node.compareDocumentPosition(edge.node);
  return (order & (direction === 1 ? 4 : 2)) !== 0;
}

function isInCard({ target }: Event): boolean {
  return target instanceof Element && target.localName === HOST_TAG;
}

function take(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Brings a mention into view, at once where the reader prefers less motion. */
function scrollTo(placed: PlacedMention): void {
  const [rect] = rectsOf(placed);
  const parent = placed.span.start.node.parentElement;
  if (!rect || !parent) return;
  if (rect.top >= 0 && rect.bottom <= innerHeight && isUncovered(placed, rect)) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const behavior = still ? 'instant' : 'smooth';
  // Ranges cannot be scrolled to; an element can, if the mention is not lost in it.
  if (parent.getBoundingClientRect().height < innerHeight)
    parent.scrollIntoView({ block: 'center', behavior });
  else scrollBy({ top: rect.top - innerHeight / 2, behavior });
}

/** Whether a mention's text is what is seen at its place: not under a sticky header. */
function isUncovered(placed: PlacedMention, rect: DOMRect): boolean {
  const seen = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
  return (
    seen !== null && (seen.contains(placed.span.start.node) || placed.segment.block.contains(seen))
  );
}

function isSeen(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return bottom >= 0 && top <= innerHeight;
}

function topOfViewport(): Position | undefined {
  for (let y = PROBE_PX; y < innerHeight; y += PROBE_PX) {
    const caret = document.caretPositionFromPoint(innerWidth / 2, y);
    if (caret?.offsetNode.nodeType === Node.TEXT_NODE)
      return { node: caret.offsetNode as Text, offset: 0 };
  }
  return undefined;
}

function lastNodeOf(element: Element): Node {
  let node: Node = element;
  while (node.lastChild) node = node.lastChild;
  return node;
}
