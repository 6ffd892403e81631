/**
 * Reads and uses the card on a page as a reader does, although its shadow root
 * is closed to the page: both drivers can hand it out. In Chromium CDP describes
 * the host with its shadow roots; in Firefox BiDi serialises the host with them.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import * as v from 'valibot';
import { BrowserScriptError, callFunction, contextOf, speaksBidi } from './bidi.ts';

const CARD_TAG = 'backgrounder-card';
/** The card itself, inside the host's tree. */
const CARD = '[role="dialog"]';
/** For a machine that is busy with other browsers; a condition that holds is met at once. */
const PATIENCE_MS = 30_000;

/** Where something stands in the viewport, in px. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An element of the card, as it was when it was asked for. */
export interface CardElement {
  readonly text: string;
  readonly rect: Rect;
  /** Shown: neither hidden nor without size. */
  readonly visible: boolean;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Runs a function on the card's shadow root and returns what it returns, which
 * must be plain data. The function is sent as text: it sees its arguments only.
 *
 * @returns undefined when the page has no card
 * @throws BrowserScriptError when the function throws
 */
export function inCard<Args extends readonly Json[], T>(
  page: Page,
  read: (root: ShadowRoot, ...args: Args) => T | Promise<T>,
  ...args: Args
): Promise<T | undefined> {
  // esbuild, under tsx, wraps named functions in calls of `__name`.
  const declaration = `async (root, json) => {
    const __name = (value) => value;
    return JSON.stringify({ value: await (${read})(root, ...JSON.parse(json)) });
  }`;
  return speaksBidi(page.browser())
    ? inCardOverBidi<T>(page, declaration, JSON.stringify(args))
    : inCardOverCdp<T>(page, declaration, JSON.stringify(args));
}

/** The text that the card shows; undefined when the page has no card or it is closed. */
export async function cardText(page: Page): Promise<string | undefined> {
  const card = await cardQuery(page, CARD);
  return card?.visible ? card.text : undefined;
}

/** All elements of the card that match a selector. */
export async function cardQueryAll(page: Page, selector: string): Promise<readonly CardElement[]> {
  const elements = await inCard(
    page,
    (root, wanted) =>
      [...root.querySelectorAll(wanted)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const text = element instanceof HTMLElement ? element.innerText : element.textContent;
        const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        return {
          text: (text ?? '').trim(),
          rect: { x, y, width, height },
          visible: shown && width > 0 && height > 0,
        };
      }),
    selector,
  );
  return elements ?? [];
}

/** The first element of the card that matches a selector. */
export async function cardQuery(page: Page, selector: string): Promise<CardElement | undefined> {
  const [first] = await cardQueryAll(page, selector);
  return first;
}

/**
 * Waits until the card shows an element that matches, and stands still.
 *
 * @param text - a part of the element's text, when that matters
 * @throws Error when that does not happen
 */
export async function cardShows(page: Page, selector = CARD, text = ''): Promise<CardElement> {
  await page.waitForSelector(CARD_TAG, { timeout: PATIENCE_MS });
  const found = await inCard(
    page,
    async (root, wanted, part, patience) => {
      const deadline = performance.now() + patience;
      while (performance.now() < deadline) {
        await new Promise(requestAnimationFrame);
        // Endless animations, such as a spinner's, are no reason to wait.
        const moving = root
          .getAnimations()
          .filter((each) => each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
        await Promise.allSettled(moving.map((animation) => animation.finished));
        const elements = [...root.querySelectorAll(wanted)];
        const index = elements.findIndex(
          (element) =>
            element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
            element.getBoundingClientRect().width > 0 &&
            (element.textContent ?? '').includes(part),
        );
        if (index !== -1) return index;
      }
      return -1;
    },
    selector,
    text,
    PATIENCE_MS,
  );
  const element = (await cardQueryAll(page, selector))[found ?? -1];
  if (!element) {
    const shown = (await cardText(page)) ?? 'nothing';
    throw new Error(
      `The card does not show "${selector}" ${text ? `with "${text}"` : ''}: ${shown}`,
    );
  }
  return element;
}

/**
 * Waits until no card is shown.
 *
 * @throws Error when it stays
 */
export async function cardCloses(page: Page): Promise<void> {
  const closed = await inCard(
    page,
    async (root, card, patience) => {
      const deadline = performance.now() + patience;
      while (performance.now() < deadline) {
        await new Promise(requestAnimationFrame);
        const shown = root.querySelector(card)?.checkVisibility({ visibilityProperty: true });
        if (!shown || !root.host.isConnected) return true;
      }
      return false;
    },
    CARD,
    PATIENCE_MS,
  );
  if (closed === false) throw new Error(`The card stays open: ${await cardText(page)}`);
}

/** Waits for an element of the card, scrolls the card to it and clicks it with the mouse. */
export async function clickInCard(page: Page, selector: string, text = ''): Promise<void> {
  await cardShows(page, selector, text);
  await inCard(
    page,
    (root, wanted, part) => {
      const elements = [...root.querySelectorAll(wanted)];
      elements
        .find((element) => (element.textContent ?? '').includes(part))
        ?.scrollIntoView({ block: 'nearest' });
    },
    selector,
    text,
  );
  const { rect } = await cardShows(page, selector, text);
  await page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
}

/** The text or accessible name of the card's element that has the keyboard focus. */
export function cardFocus(page: Page): Promise<string | undefined> {
  return inCard(page, (root) => {
    const focused = root.activeElement;
    if (!focused) return '';
    return (focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim();
  });
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

async function inCardOverCdp<T>(
  page: Page,
  functionDeclaration: string,
  args: string,
): Promise<T | undefined> {
  const session = sessions.get(page) ?? page.createCDPSession();
  sessions.set(page, session);
  const cdp = await session;
  const host = await cdp.send('Runtime.evaluate', {
    expression: `document.querySelector('${CARD_TAG}')`,
  });
  if (!host.result.objectId) return undefined;
  const described = await cdp.send('DOM.describeNode', {
    objectId: host.result.objectId,
    depth: 1,
  });
  const backendNodeId = described.node.shadowRoots?.[0]?.backendNodeId;
  if (backendNodeId === undefined) return undefined;
  const { object: root } = await cdp.send('DOM.resolveNode', { backendNodeId });
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    // A function cannot be called on an object and given it at once, but it has it as `this`.
    functionDeclaration: `function (json) { return (${functionDeclaration})(this, json); }`,
    ...(root.objectId ? { objectId: root.objectId } : {}),
    arguments: [{ value: args }],
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) {
    throw new BrowserScriptError(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return parseResult<T>(result.value);
}

const HostSchema = v.object({
  shadowRoot: v.nullish(v.object({ sharedId: v.string() })),
});

async function inCardOverBidi<T>(
  page: Page,
  functionDeclaration: string,
  args: string,
): Promise<T | undefined> {
  const browser = page.browser();
  const context = contextOf(page);
  const host = v.safeParse(
    HostSchema,
    await callFunction(browser, context, {
      functionDeclaration: `() => document.querySelector('${CARD_TAG}')`,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
    }),
  );
  const root = host.success ? host.output.shadowRoot : undefined;
  if (!root) return undefined;
  return parseResult<T>(
    await callFunction(browser, context, {
      functionDeclaration,
      arguments: [{ sharedId: root.sharedId }, { type: 'string', value: args }],
    }),
  );
}

/** What `inCard` had the page write; its type is the one of the function that was sent. */
function parseResult<T>(json: unknown): T | undefined {
  return typeof json === 'string' ? (JSON.parse(json) as { value?: T }).value : undefined;
}
