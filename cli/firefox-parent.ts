import type { Browser } from 'puppeteer-core';
import * as v from 'valibot';
import { callFunction, sendBidi } from './bidi.ts';

const TreeSchema = v.object({
  contexts: v.pipe(v.array(v.object({ context: v.string() })), v.minLength(1)),
});

/**
 * Runs scripts in Firefox's own window, with all its powers. Needed for what
 * WebDriver BiDi has no command for; Firefox allows it when it was started with
 * `--remote-allow-system-access`.
 */
export class FirefoxParent {
  readonly #browser: Browser;
  readonly #window: string;

  private constructor(browser: Browser, window: string) {
    this.#browser = browser;
    this.#window = window;
  }

  static async of(browser: Browser): Promise<FirefoxParent> {
    const tree = v.parse(
      TreeSchema,
      await sendBidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' }),
    );
    const [window] = tree.contexts;
    if (!window) throw new Error('Firefox has no window.');
    return new FirefoxParent(browser, window.context);
  }

  /**
   * Runs the body of an async function and returns its result.
   *
   * @param body - JavaScript; `data` is at hand
   * @param data - anything that JSON can carry
   */
  async run(body: string, data: unknown = null): Promise<unknown> {
    const json = await callFunction(this.#browser, this.#window, {
      functionDeclaration: `async (json) => {
        const data = JSON.parse(json);
        return JSON.stringify((await (async () => { ${body} })()) ?? null);
      }`,
      arguments: [{ type: 'string', value: JSON.stringify(data) }],
    });
    return typeof json === 'string' ? JSON.parse(json) : undefined;
  }
}
