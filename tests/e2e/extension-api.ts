import type { Page } from 'puppeteer-core';

/** What of the browser's extension API these tests call in a page of the extension. */
interface ExtensionApi {
  readonly alarms: {
    create(name: string, info: object): Promise<void>;
    clear(name: string): Promise<boolean>;
    get(name: string): Promise<object | undefined>;
  };
  readonly offscreen: { hasDocument(): Promise<boolean> };
}

const ALARM = 'updates';

/** Has the browser ring the hourly alarm now. */
export async function ringAlarm(page: Page): Promise<void> {
  await page.evaluate(async (name) => {
    const { browser, chrome } = globalThis as unknown as Partial<
      Record<'browser' | 'chrome', ExtensionApi>
    >;
    await (browser ?? chrome)?.alarms.create(name, { when: Date.now() });
  }, ALARM);
}

/** Forgets the hourly alarm, as Firefox does when it is closed. */
export async function clearAlarm(page: Page): Promise<void> {
  await page.evaluate(async (name) => {
    const { browser, chrome } = globalThis as unknown as Partial<
      Record<'browser' | 'chrome', ExtensionApi>
    >;
    await (browser ?? chrome)?.alarms.clear(name);
  }, ALARM);
}

export function alarmIsSet(page: Page): Promise<boolean> {
  return page.evaluate(async (name) => {
    const { browser, chrome } = globalThis as unknown as Partial<
      Record<'browser' | 'chrome', ExtensionApi>
    >;
    return (await (browser ?? chrome)?.alarms.get(name)) !== undefined;
  }, ALARM);
}

/** Whether the page out of sight is there in which Chromium updates packs. */
export function updaterIsOpen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { chrome } = globalThis as unknown as Record<'chrome', ExtensionApi>;
    return chrome.offscreen.hasDocument();
  });
}
