import type { PageSettings } from '../../facts/page-settings.ts';
import { unpackMentions } from '../../linking/packed-mentions.ts';
import type { Ask } from '../../messages/ask.ts';
import { KeyboardSteps } from '../../page/keyboard.ts';
import { PageReader } from '../../page/page-reader.ts';
import { PointerWatch } from '../../page/pointer.ts';
import type { Words } from '../../words/words.ts';
import { CardSession, type CardSessionOptions } from '../page-card/card-session.tsx';

export interface OwnPageOptions {
  readonly ask: Ask;
  /** Hands an envelope to the worker. */
  readonly send: (envelope: unknown) => Promise<unknown>;
  /** The day that the page is read for, ISO 8601. */
  readonly date: string;
  /** How the last linking went: in words what was wrong, or undefined when it was well. */
  readonly onLinked: (problem: string | undefined) => void;
  /** What the card says. */
  readonly words: Words;
}

export interface OwnPage {
  /** Goes to the next name and opens its card. */
  openNext(): void;
  /** Takes highlights and card off. */
  end(): void;
}

/**
 * Reads a page of the extension as a content script reads a site's: no content script runs
 * here, so the same pieces are wired to the worker by hand.
 */
export function readOwnPage({ ask, send, date, onLinked, words }: OwnPageOptions): OwnPage {
  const reader = new PageReader({
    link: async (segments, established) => {
      try {
        const { mentions, ...rest } = await ask('link', {
          url: location.href,
          language: document.documentElement.lang,
          date,
          segments: [...segments],
          established: [...established],
        });
        onLinked(undefined);
        return { mentions: unpackMentions(mentions), ...rest };
      } catch (error) {
        onLinked(error instanceof Error ? error.message : String(error));
        throw error;
      }
    },
    onChange: () => card.refresh(),
  });
  let settings: PageSettings | undefined;
  ask('pageSettings', { url: location.href }).then(
    (answer) => {
      settings = answer;
    },
    // The card looks as it does without a choice.
    () => {},
  );
  const options: CardSessionOptions = {
    settings: () => settings,
    send,
    surroundings: async () => ({ page: reader.mentions.counts().map(({ id }) => id), date }),
    mark: (mention) => reader.highlighter.setActive(mention),
    current: ({ span, mention }) => {
      const now = reader.mentions.at(span.start.node, span.start.offset);
      return now?.mention.entity === mention.entity ? now : undefined;
    },
  };
  const card = new CardSession(options, words);
  const pointer = new PointerWatch(reader.mentions, {
    onEnter: ({ placed }) => card.dispatch({ type: 'enter', mention: placed }),
    onLeave: () => card.dispatch({ type: 'leave' }),
    onTap: ({ placed }) => card.dispatch({ type: 'tap', mention: placed }),
    onTapElsewhere: () => card.dispatch({ type: 'tap-elsewhere' }),
  });
  const keyboard = new KeyboardSteps(reader.mentions, {
    onStep: (placed) => reader.highlighter.setActive(placed),
    onOpen: (placed) => card.dispatch({ type: 'keyboard-open', mention: placed }),
    onEscape: () => {
      const { isOpen } = card;
      card.dispatch({ type: 'escape' });
      return isOpen;
    },
  });
  reader.start();
  pointer.start();
  keyboard.start();
  return {
    openNext() {
      const next = keyboard.step(1);
      if (next) card.dispatch({ type: 'keyboard-open', mention: next });
    },
    end() {
      keyboard.stop();
      pointer.stop();
      reader.stop();
      card.end();
    },
  };
}
