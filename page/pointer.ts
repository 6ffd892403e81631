import type { Modifier } from '../facts/settings.ts';
import { isOn, rectsOf } from './mention-geometry.ts';
import type { MentionMap, PlacedMention } from './mention-map.ts';
import { HOST_TAG } from './segments.ts';

/** A mention under the pointer and its boxes in viewport coordinates, one a line. */
export interface Hit {
  readonly placed: PlacedMention;
  readonly rects: readonly DOMRect[];
}

export interface PointerEvents {
  /** The pointer came onto a mention (from none, or from another one). */
  readonly onEnter: (hit: Hit) => void;
  readonly onLeave: () => void;
  /** A touch on a mention that is not part of a link or control. */
  readonly onTap: (hit: Hit) => void;
  /** A touch or press anywhere else in the page (not in the card). */
  readonly onTapElsewhere: () => void;
}

/** A tap on one of these is theirs: it follows the link, presses the button. */
const INTERACTIVE =
  'a[href],button,input,select,textarea,label,summary,video,audio,[role="button"],[role="link"],[role="tab"],[role="menuitem"],[onclick],[contenteditable]:not([contenteditable="false" i])';

/** What has to be held, as events tell of it. */
const HELD = { alt: 'altKey', ctrl: 'ctrlKey', shift: 'shiftKey' } as const;

/** Elements looked through under the pointer where the caret finds nothing. */
const MAX_LAYERS = 6;

/** Mentions of one block measured for that. */
const MAX_MEASURED = 40;

/**
 * Finds the mention under the pointer, once a frame at most, and tells when it
 * changes. Listens only; prevents nothing.
 */
export class PointerWatch {
  readonly #mentions: MentionMap;
  readonly #events: PointerEvents;
  /** The key without which the pointer finds nothing, and whether touches do. */
  rules: { readonly modifier: Modifier; readonly touch: boolean } = {
    modifier: 'none',
    touch: true,
  };
  #isHeld = false;
  #listening: AbortController | undefined;
  #last: { readonly x: number; readonly y: number; readonly inCard: boolean } | undefined;
  #frame = 0;
  #current: PlacedMention | undefined;

  constructor(mentions: MentionMap, events: PointerEvents) {
    this.#mentions = mentions;
    this.#events = events;
  }

  start(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    addEventListener('pointermove', (event) => this.#move(event), options);
    // The page moves under a pointer that rests.
    addEventListener('scroll', () => this.#ask(), options);
    addEventListener('pointerleave', (event) => isWhole(event.target) && this.#out(), options);
    addEventListener('blur', (event) => event.target === window && this.#out(), options);
    addEventListener('pointerdown', (event) => this.#down(event), options);
    for (const type of ['keydown', 'keyup'] as const)
      addEventListener(type, (event) => this.#hold(event) && this.#ask(), options);
    addEventListener('click', (event) => this.#click(event), options);
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#last = undefined;
    this.#enter(undefined);
  }

  #move(event: PointerEvent): void {
    // A finger has no hover; pressed buttons mean selecting or dragging.
    if (event.pointerType === 'touch') return;
    if (event.buttons !== 0) {
      this.#last = undefined;
      return;
    }
    this.#hold(event);
    this.#last = { x: event.clientX, y: event.clientY, inCard: isInCard(event) };
    this.#ask();
  }

  /** Notes whether the key is held; tells whether that is news. */
  #hold(event: PointerEvent | KeyboardEvent): boolean {
    const { modifier } = this.rules;
    const before = this.#isHeld;
    this.#isHeld = modifier === 'none' || event[HELD[modifier]];
    return before !== this.#isHeld;
  }

  #ask(): void {
    if (this.#frame !== 0 || !this.#last) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#last) return;
      // In the card its own events tell what happens; for the page it is outside.
      const hit = this.#last.inCard
        ? undefined
        : hitTest(this.#mentions, this.#last.x, this.#last.y);
      // A card that is open stays when the key is let go.
      this.#enter(this.#isHeld || hit?.placed === this.#current ? hit : undefined);
    });
  }

  #out(): void {
    this.#last = undefined;
    this.#enter(undefined);
  }

  #enter(hit: Hit | undefined): void {
    if (hit?.placed === this.#current) return;
    const had = this.#current !== undefined;
    this.#current = hit?.placed;
    if (hit) this.#events.onEnter(hit);
    else if (had) this.#events.onLeave();
  }

  #down(event: PointerEvent): void {
    this.#last = undefined;
    if (event.pointerType !== 'touch' && event.isTrusted && !isInCard(event))
      this.#events.onTapElsewhere();
  }

  #click(event: MouseEvent): void {
    // Chromium and Firefox give clicks as pointer events, with what made them.
    const { pointerType } = event as PointerEvent;
    if (pointerType !== 'touch' || isInCard(event)) return;
    const target = event.target instanceof Element ? event.target : null;
    const selecting = getSelection()?.isCollapsed === false;
    const hit =
      !this.rules.touch || selecting || target?.closest(INTERACTIVE)
        ? undefined
        : hitTest(this.#mentions, event.clientX, event.clientY);
    if (hit) this.#events.onTap(hit);
    else this.#events.onTapElsewhere();
  }
}

/** The mention at a point in viewport coordinates (CSS px). Reads layout. */
export function hitTest(mentions: MentionMap, x: number, y: number): Hit | undefined {
  const caret = document.caretPositionFromPoint(x, y);
  const node = caret?.offsetNode;
  if (caret && node?.nodeType === Node.TEXT_NODE) {
    // On the right half of a letter the caret stands after it.
    for (const offset of [caret.offset, caret.offset - 1]) {
      const hit = confirm(mentions.at(node as Text, offset), x, y);
      if (hit) return hit;
    }
    if (mentions.ofNode(node as Text).length > 0) return undefined;
  }
  return throughLayers(mentions, x, y);
}

/** The caret snaps to the nearest letter, also past line ends: is the point on the mention? */
function confirm(placed: PlacedMention | undefined, x: number, y: number): Hit | undefined {
  if (!placed) return undefined;
  const rects = rectsOf(placed);
  return isOn(rects, x, y) ? { placed, rects } : undefined;
}

/**
 * Where the caret finds no text: text that cannot be selected, and headlines
 * under the empty link that makes a whole teaser clickable.
 */
function throughLayers(mentions: MentionMap, x: number, y: number): Hit | undefined {
  let measured = 0;
  for (const layer of document.elementsFromPoint(x, y).slice(0, MAX_LAYERS)) {
    for (const placed of mentions.ofBlock(layer)) {
      if (++measured > MAX_MEASURED) return undefined;
      const hit = confirm(placed, x, y);
      if (hit) return hit;
    }
    if (covers(layer)) return undefined;
  }
  return undefined;
}

/** Whether an element hides what lies under it. */
function covers(element: Element): boolean {
  if (element.localName === HOST_TAG) return true;
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  const clear = /^transparent$|(?:,|\/)\s*0\)$/.test(backgroundColor);
  return Number(opacity) > 0 && (!clear || backgroundImage !== 'none');
}

/** Leaving an element is caught on its way too; only leaving the page counts. */
function isWhole(target: EventTarget | null): boolean {
  return target === document || target === document.documentElement;
}

function isInCard(event: Event): boolean {
  return event.target instanceof Element && event.target.closest(HOST_TAG) !== null;
}
