import { type ComponentChild, render } from 'preact';
import tokens from '../../assets/tokens.css?inline';
import cardStyles from '../../components/card.css?inline';
import { rectsOf } from '../../page/mention-geometry.ts';
import type { PlacedMention } from '../../page/mention-map.ts';
import { HOST_TAG } from '../../page/segments.ts';
import layerStyles from './card-layer.css?inline';

export interface CardLayerEvents {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  /** Escape in the card, unless something in it took the key. */
  readonly onEscape: () => void;
  /** The word has left the viewport or the page. */
  readonly onLost: () => void;
}

/** A `color-scheme`, in CSS, and how much larger than usual. */
interface CardLook {
  readonly scheme: string;
  readonly zoom: number;
}

/**
 * The one element we add to a page: a host with a closed shadow root, there from
 * the first card on. Knows where the card stands, not what it shows.
 */
export class CardLayer {
  #parts: Parts | undefined;
  #following: AbortController | undefined;
  #frame = 0;
  #word: PlacedMention | undefined;
  readonly #events: CardLayerEvents;

  constructor(events: CardLayerEvents) {
    this.#events = events;
  }

  /** Shows content beside a mention, at its first line, in a colour scheme and size. */
  open(
    word: PlacedMention,
    content: ComponentChild,
    { scheme, zoom }: CardLook = { scheme: 'light dark', zoom: 1 },
  ): void {
    const parts = this.#attach(word);
    this.#word = word;
    parts.layer.style.setProperty('--bgr-scheme', scheme);
    parts.layer.style.setProperty('--bgr-zoom', `${zoom}`);
    parts.layer.dir = getComputedStyle(word.segment.block).direction;
    this.#place();
    // Lost while it was placed: whoever heard of that has closed the card.
    if (this.#word !== word) return;
    // Before rendering: what is not shown cannot take the focus.
    if (!parts.layer.matches(':popover-open')) parts.layer.showPopover();
    render(content, parts.place);
    this.#follow();
  }

  /** Renders other content where the card stands. */
  update(content: ComponentChild): void {
    if (this.#word && this.#parts) render(content, this.#parts.place);
  }

  /** A pinned card stays where it is while the page scrolls below it. */
  setFollowing(following: boolean): void {
    if (!following) this.#unfollow();
    else if (this.#word) {
      this.#place();
      this.#follow();
    }
  }

  close(): void {
    this.#unfollow();
    this.#word = undefined;
    if (!this.#parts) return;
    render(null, this.#parts.place);
    if (this.#parts.layer.matches(':popover-open')) this.#parts.layer.hidePopover();
  }

  /** Says something to a screen reader. @param language - BCP 47 */
  announce(text: string, language: string, near: PlacedMention): void {
    const { spoken } = this.#attach(near);
    spoken.lang = language;
    spoken.textContent = text;
  }

  /** Takes the host off the page. */
  remove(): void {
    this.close();
    this.#parts?.host.remove();
    this.#parts = undefined;
  }

  /** The focused element inside the card. */
  get focused(): Element | null {
    return this.#parts?.root.activeElement ?? null;
  }

  /** Pages take our host away, and a modal dialog makes everything outside it inert. */
  #attach({ segment }: PlacedMention): Parts {
    this.#parts ??= createParts(this.#events);
    const { host } = this.#parts;
    const dialog = segment.block.closest('dialog');
    const parent = dialog?.matches(':modal') ? dialog : document.documentElement;
    if (host.parentNode !== parent) parent.append(host);
    return this.#parts;
  }

  #follow(): void {
    if (this.#following) return;
    this.#following = new AbortController();
    const options = { capture: true, passive: true, signal: this.#following.signal };
    const later = () => {
      if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#place());
    };
    addEventListener('scroll', later, options);
    addEventListener('resize', later, options);
  }

  #unfollow(): void {
    this.#following?.abort();
    this.#following = undefined;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #place(): void {
    this.#frame = 0;
    if (!this.#word || !this.#parts) return;
    const [rect] = rectsOf(this.#word);
    if (!rect || rect.bottom < 0 || rect.top > innerHeight) {
      this.#events.onLost();
      return;
    }
    const { style } = this.#parts.word;
    style.left = `${rect.left}px`;
    style.top = `${rect.top}px`;
    style.width = `${rect.width}px`;
    style.height = `${rect.height}px`;
  }
}

interface Parts {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly layer: HTMLElement;
  readonly word: HTMLElement;
  readonly place: HTMLElement;
  readonly spoken: HTMLElement;
}

function createParts(events: CardLayerEvents): Parts {
  const host = document.createElement(HOST_TAG);
  const root = host.attachShadow({ mode: 'closed' });
  addStyles(root, `${tokens}\n${cardStyles}\n${layerStyles}`);
  const layer = append(root, 'layer');
  layer.popover = 'manual';
  const word = append(layer, 'word');
  const place = append(layer, 'place');
  const spoken = append(root, 'spoken');
  spoken.setAttribute('role', 'status');
  watchPointer(place, events);
  // A page's own shortcuts are not meant for keys that are pressed in the card.
  for (const type of ['keydown', 'keypress', 'keyup']) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape' && !event.defaultPrevented) events.onEscape();
  });
  return { host, root, layer, word, place, spoken };
}

/**
 * Tells when the pointer comes and goes. A card that shrinks under a pointer at
 * rest, after a press in it, is not left before the pointer moves.
 */
function watchPointer(place: HTMLElement, events: CardLayerEvents): void {
  let last = { x: Number.NaN, y: Number.NaN };
  let waiting: AbortController | undefined;
  // Firefox rounds the place of a pointer anew for the events it makes up.
  const isAtRest = ({ screenX, screenY }: PointerEvent) =>
    Math.abs(screenX - last.x) + Math.abs(screenY - last.y) < 3;
  const note = ({ screenX, screenY }: PointerEvent) => {
    last = { x: screenX, y: screenY };
  };
  place.addEventListener('pointermove', note);
  place.addEventListener('pointerdown', note);
  place.addEventListener('pointerenter', () => {
    waiting?.abort();
    events.onPointerEnter();
  });
  place.addEventListener('pointerleave', (event) => {
    waiting?.abort();
    if (!isAtRest(event)) return events.onPointerLeave();
    const until = new AbortController();
    waiting = until;
    // Browsers also report moves of a pointer that rests, when what is below it changes.
    const moved = (move: PointerEvent) => {
      if (isAtRest(move)) return;
      until.abort();
      events.onPointerLeave();
    };
    addEventListener('pointermove', moved, { capture: true, signal: until.signal });
  });
}

function append(parent: Node, name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  parent.appendChild(element);
  return element;
}

/**
 * A page's content security policy may forbid style elements, but not sheets that
 * a script constructs; Firefox does not let a content script adopt those.
 */
function addStyles(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
