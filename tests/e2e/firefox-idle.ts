import type { ExtensionSession } from '../../cli/extension-session.ts';
import { FirefoxParent } from '../../cli/firefox-parent.ts';

/** Calls of the browser's that have to be heard before a background has outlived its time. */
const CALLS = 3;

/** How Firefox stops a background that it takes for idle. */
export class FirefoxIdle {
  readonly #parent: FirefoxParent;
  readonly #extension: string;

  private constructor(parent: FirefoxParent, extension: string) {
    this.#parent = parent;
    this.#extension = extension;
  }

  static async of({ browser, extensionId }: ExtensionSession): Promise<FirefoxIdle> {
    return new FirefoxIdle(await FirefoxParent.of(browser), extensionId);
  }

  /** How long a background may call nothing of the browser's, in milliseconds. */
  async setTimeout(ms: number): Promise<void> {
    await this.#parent.run(
      `Services.prefs.setIntPref('extensions.background.idle.timeout', data);`,
      ms,
    );
  }

  /** Resolves when the background was stopped, or has put that off more than once. */
  async outlived(): Promise<void> {
    await this.#parent.run(
      `const { extension } = WebExtensionPolicy.getByID(data.id);
      await new Promise((resolve) => {
        let calls = 0;
        const heard = (event, { reason } = {}) => {
          if (event === 'background-script-reset-idle') {
            if (reason !== 'parentapicall' || ++calls < data.calls) return;
          }
          extension.off('background-script-reset-idle', heard);
          extension.off('background-script-suspend', heard);
          resolve();
        };
        extension.on('background-script-reset-idle', heard);
        extension.on('background-script-suspend', heard);
      });`,
      { id: this.#extension, calls: CALLS },
    );
  }
}
