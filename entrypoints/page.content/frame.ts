import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import type { PageSettings } from '../../facts/page-settings.ts';
import { unpackMentions } from '../../linking/packed-mentions.ts';
import { answer, ask, type Handlers, type Params } from '../../messages/channel.ts';
import type { Operations } from '../../messages/operations.ts';
import { PAGE_ANSWERS, type PageAnswers } from '../../messages/page-operations.ts';
import {
  PAGE_REPORT_PORT,
  PAGE_SCROLL_PORT,
  type PageReport,
  TAB_OPERATIONS,
  type TabOperations,
  ToFrameSchema,
} from '../../messages/tab-operations.ts';
import { KeyboardSteps } from '../../page/keyboard.ts';
import type { PlacedMention } from '../../page/mention-map.ts';
import { PageReader } from '../../page/page-reader.ts';
import { PointerWatch } from '../../page/pointer.ts';
import { type PageDecision, readsLikeArticle } from '../../page/reads-like-article.ts';
import { ArticleWatch } from './article-watch.ts';
import { LateCard } from './late-card.ts';
import { REPORT_EVERY_MS } from './limits.ts';
import { pageAddress } from './page-address.ts';
import { PageDay } from './page-day.ts';

/**
 * One frame of a page: decides whether to read it, wires the reader, the pointer,
 * the keyboard and the card to the worker, and reports to an open popup or side panel.
 */
export class Frame {
  /** Pages without https have no `crypto.randomUUID`; frames of one tab are few. */
  readonly #id = Math.random().toString(36).slice(2);
  #settings: PageSettings | undefined;
  #decision: PageDecision = { reading: false, decision: 'little-prose' };
  /** The reader of the extension asked for this page to be read. */
  #askedFor = false;
  readonly #ports = new Set<Browser.runtime.Port>();
  #reportTimer: ReturnType<typeof setTimeout> | undefined;

  readonly #pageReader = new PageReader({
    link: async (segments, established) => {
      const { lang } = document.documentElement;
      const { mentions, ...rest } = await this.#ask('link', {
        url: pageAddress(),
        ...(lang && { language: lang.slice(0, 35) }),
        ...(await this.#dayParam()),
        segments,
        established,
      });
      return { mentions: unpackMentions(mentions), ...rest };
    },
    onChange: () => {
      this.#card.refresh();
      this.#reportSoon();
    },
    onNavigate: () => {
      this.#card.dispatch({ type: 'escape' });
      this.#askedFor = false;
      this.#decide();
    },
  });

  readonly #day = new PageDay({
    ask: (asked) => this.#ask('publicationDate', asked),
    onAnswer: () => this.#reportSoon(),
    // Namesakes are told apart by the day too: all is linked again.
    onChange: () => {
      this.#pageReader.relink();
      this.#card.remake();
    },
  });

  readonly #card = new LateCard({
    load: () => this.#ask('loadCard', {}),
    send: (envelope) => this.#send(envelope),
    surroundings: async () => {
      const day = await this.#dayParam();
      return { page: this.#pageReader.mentions.counts().map(({ id }) => id), ...day };
    },
    settings: () => this.#settings,
    mark: (mention) => this.#pageReader.highlighter.setActive(mention),
    current: ({ span, mention }) => {
      const now = this.#pageReader.mentions.at(span.start.node, span.start.offset);
      return now?.mention.entity === mention.entity ? now : undefined;
    },
  });

  readonly #pointer = new PointerWatch(this.#pageReader.mentions, {
    onEnter: ({ placed }) => this.#card.dispatch({ type: 'enter', mention: placed }),
    onLeave: () => this.#card.dispatch({ type: 'leave' }),
    onTap: ({ placed }) => this.#card.dispatch({ type: 'tap', mention: placed }),
    onTapElsewhere: () => this.#card.dispatch({ type: 'tap-elsewhere' }),
  });

  readonly #keyboard = new KeyboardSteps(this.#pageReader.mentions, {
    onStep: (placed: PlacedMention | undefined, quiet) => {
      this.#pageReader.highlighter.setActive(placed);
      if (placed && !quiet) this.#card.announce(placed);
    },
    onOpen: (placed) => this.#card.dispatch({ type: 'keyboard-open', mention: placed }),
    onEscape: () => {
      const { isOpen } = this.#card;
      this.#card.dispatch({ type: 'escape' });
      return isOpen;
    },
  });

  readonly #watch = new ArticleWatch(() => this.#decide());

  readonly #tabOperations: Handlers<TabOperations> = {
    annotate: () => {
      this.#askedFor = true;
      if (this.#settings) this.#apply();
      else void this.#reload();
      return {};
    },
    refresh: async () => {
      await this.#reload();
      return {};
    },
    step: ({ direction }) => {
      this.#keyboard.step(direction);
      return {};
    },
    goTo: ({ entity, direction }) => this.#keyboard.goTo(entity, direction),
    text: () => ({
      language: document.documentElement.lang,
      segments: this.#pageReader.texts(),
    }),
  };

  readonly #answer = answer(TAB_OPERATIONS, this.#tabOperations);

  /** Answers through `sendResponse`: Chromium's own listeners cannot return a promise. */
  readonly #onMessage = (
    message: unknown,
    _sender: Browser.runtime.MessageSender,
    sendResponse: (reply: unknown) => void,
  ): boolean => {
    // What is for another frame is left to that one to answer.
    if (v.is(ToFrameSchema, message) && message.params.frame !== this.#id) return false;
    void this.#answer(message).then(sendResponse);
    return true;
  };

  readonly #onConnect = (port: Browser.runtime.Port): void => {
    const scrolls = port.name === PAGE_SCROLL_PORT;
    if (!scrolls && port.name !== PAGE_REPORT_PORT) return;
    this.#ports.add(port);
    const gone = new AbortController();
    port.onDisconnect.addListener(() => {
      this.#ports.delete(port);
      gone.abort();
    });
    for (const type of scrolls ? ['scroll', 'resize'] : [])
      addEventListener(type, () => this.#reportSoon(), {
        capture: true,
        passive: true,
        signal: gone.signal,
      });
    port.postMessage(this.#report());
  };

  /** Begins. Nothing is done to the page before the settings are known. */
  async start(): Promise<void> {
    browser.runtime.onMessage.addListener(this.#onMessage);
    browser.runtime.onConnect.addListener(this.#onConnect);
    // A page that comes back from the browser's cache has missed what was changed meanwhile.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) void this.#reload();
    });
    await this.#reload();
  }

  /** Asks for the settings, and does by them. */
  async #reload(): Promise<void> {
    const before = this.#settings;
    try {
      const { lang } = document.documentElement;
      const settings = await this.#ask('pageSettings', {
        url: pageAddress(),
        ...(lang && { language: lang.slice(0, 35) }),
      });
      this.#settings = settings;
      if (before && before.locale !== settings.locale) this.#card.renew();
      this.#pointer.rules = settings;
      this.#pageReader.highlighter.setLook(settings);
    } catch (error) {
      console.warn('Backgrounder: the worker does not answer; nothing is highlighted.', error);
      return;
    }
    // The reader may have corrected the day.
    this.#day.forget();
    this.#decide();
    this.#pageReader.relink();
    this.#card.remake();
  }

  /** Takes everything off the page: the extension was updated, or has gone. */
  #stop(): void {
    this.#settings = undefined;
    this.#apply();
    this.#card.end();
    clearTimeout(this.#reportTimer);
  }

  #decide(): void {
    this.#decision = readsLikeArticle(document);
    void this.#day.read();
    this.#apply();
  }

  get #reads(): PageReport['decision'] | 'articles' {
    return this.#settings?.reads ?? 'switched-off';
  }

  /** Whether the page is read, by the settings and the decision, and why or why not. */
  get #verdict(): Pick<PageReport, 'reading' | 'decision'> {
    const reads = this.#reads;
    const found = this.#decision;
    if (reads === 'articles' && found.reading) return found;
    if (this.#askedFor && reads !== 'switched-off') return { reading: true, decision: 'asked-for' };
    if (reads === 'articles' || (reads === 'every-page' && found.decision === 'application'))
      return found;
    return { reading: reads === 'every-page', decision: reads };
  }

  /** Brings what runs into line with the settings and the decision. */
  #apply(): void {
    if (this.#verdict.reading) {
      this.#watch.stop();
      this.#pageReader.start();
      this.#pointer.start();
      this.#keyboard.start();
    } else {
      this.#card.dispatch({ type: 'escape' });
      this.#keyboard.stop();
      this.#pointer.stop();
      this.#pageReader.stop();
      if (['articles', 'every-page'].includes(this.#reads)) this.#watch.start();
      else this.#watch.stop();
    }
    this.#reportSoon();
  }

  #ask<K extends keyof PageAnswers>(
    op: K,
    params: Params<Operations, K>,
  ): Promise<v.InferOutput<PageAnswers[K]>> {
    return ask(PAGE_ANSWERS[op], (envelope) => this.#send(envelope), op, params);
  }

  /** Hands an envelope to the worker; when the extension itself has gone, ends with it. */
  async #send(envelope: unknown): Promise<unknown> {
    try {
      return await browser.runtime.sendMessage(envelope);
    } catch (error) {
      if (!browser.runtime?.id) this.#stop();
      throw error;
    }
  }

  async #dayParam(): Promise<{ date?: string }> {
    const published = await this.#day.inTime();
    return published ? { date: published.iso } : {};
  }

  #reportSoon(): void {
    if (this.#ports.size === 0 || this.#reportTimer !== undefined) return;
    this.#reportTimer = setTimeout(() => {
      this.#reportTimer = undefined;
      const report = this.#report();
      for (const port of this.#ports) port.postMessage(report);
    }, REPORT_EVERY_MS);
  }

  #report(): PageReport {
    return {
      frame: this.#id,
      url: location.href,
      top: window === window.top,
      title: document.title,
      ...this.#verdict,
      ...(this.#day.published && { date: this.#day.published }),
      entities: this.#pageReader.mentions.counts(),
      inView: this.#pageReader.highlighter.inView(),
    };
  }
}
