import type { HoverEvent } from '../../page/hover-machine.ts';
import type { PlacedMention } from '../../page/mention-map.ts';
import type { CardSession, CardSessionOptions } from '../page-card/card-session.tsx';

declare global {
  /** Left by the card's script (entrypoints/page-card) in the world that it shares with this one. */
  var startBackgrounderCard:
    | ((options: CardSessionOptions, words: unknown) => CardSession)
    | undefined;
}

export interface LateCardOptions extends CardSessionOptions {
  /** Has the card's script run in this frame, and gives what it says. */
  readonly load: () => Promise<{ readonly words: unknown }>;
}

/**
 * The card of a frame before there is one. Its script is half of what we are in bytes, and
 * on most pages no card opens: it is loaded when a mention is first pointed at, touched or
 * stepped to, within the time that the pointer has to rest there anyway.
 */
export class LateCard {
  readonly #options: LateCardOptions;
  #session: CardSession | undefined;
  #loading: Promise<void> | undefined;
  /** What has happened since loading began, in order. */
  #waiting: ((session: CardSession) => void)[] = [];

  constructor(options: LateCardOptions) {
    this.#options = options;
  }

  /** Whether a card is to be seen. */
  get isOpen(): boolean {
    return this.#session?.isOpen ?? false;
  }

  dispatch(event: HoverEvent<PlacedMention>): void {
    const isWanted = 'mention' in event && event.type !== 'gone';
    if (isWanted || this.#loading) this.#do((session) => session.dispatch(event));
    else this.#session?.dispatch(event);
  }

  /** Says where the keyboard has come to. */
  announce(mention: PlacedMention): void {
    this.#do((session) => session.announce(mention));
  }

  /** The page was read again. */
  refresh(): void {
    this.#session?.refresh();
  }

  /** The page's day or the settings are others. */
  remake(): void {
    this.#session?.remake();
  }

  /** Closes the card and takes it off the page. */
  end(): void {
    this.#waiting = [];
    this.#session?.end();
  }

  /** The interface speaks another language: the next card is loaded anew. */
  renew(): void {
    this.end();
    this.#session = undefined;
  }

  #do(what: (session: CardSession) => void): void {
    if (this.#session) {
      what(this.#session);
      return;
    }
    this.#waiting.push(what);
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
  }

  async #load(): Promise<void> {
    try {
      const { words } = await this.#options.load();
      const start = globalThis.startBackgrounderCard;
      if (!start) throw new Error('its script did not run');
      this.#session = start(this.#options, words);
      for (const what of this.#waiting) what(this.#session);
    } catch (error) {
      // The next mention that is pointed at tries again.
      console.warn('Backgrounder: the card could not be loaded.', error);
    } finally {
      this.#waiting = [];
    }
  }
}
