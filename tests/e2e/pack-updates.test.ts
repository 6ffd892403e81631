import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBackground } from '../../cli/background-request.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { ringAlarm } from './extension-api.ts';
import { type PackServer, servePack } from './pack-server.ts';

describe.each(['chromium', 'firefox'] as const)('updates of packs in %s', (browser) => {
  let session: ExtensionSession;
  let server: PackServer;
  beforeAll(async () => {
    server = await servePack();
    session = await launchWithExtension({ browser, extensionDir: extensionFolder(browser) });
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  it('adds a pack from an address, and replaces it by itself when it is due', async () => {
    const page = await session.openExtensionPage('options.html#/add');
    await page.waitForSelector('input[inputmode="url"]');
    await page.type('input[inputmode="url"]', server.url);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.import .counts');
    expect(await installedVersion(page)).toBe('1');

    server.publish(2);
    await page.evaluate(makeDue);
    await ringAlarm(page);
    await expect.poll(() => installedVersion(page), { timeout: 60_000 }).toBe('2');
    expect(await page.evaluate(storedVersions)).toEqual({ version: '2', before: '1' });

    // Nothing is due now: the server is not asked.
    const asked = server.asked();
    await ringAlarm(page);
    await askBackground(page, 'status', {});
    expect(server.asked()).toBe(asked);
    await page.close();
    expect(await ownErrors(session)).toEqual([]);
  });
});

async function installedVersion(page: Page): Promise<string | undefined> {
  const { packs } = await askBackground(page, 'status', {});
  return packs.find(({ id }) => id === 'served')?.version;
}

/** Runs in a page of the extension: the pack is to be updated daily, and was looked at long ago. */
function makeDue(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('backgrounder');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('packs', 'readwrite');
      const packs = transaction.objectStore('packs');
      const reading = packs.get('served');
      reading.onsuccess = () => {
        const row = reading.result;
        row.origin.every = 'day';
        row.origin.checked = '2020-01-01T00:00:00.000Z';
        packs.put(row);
      };
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}

function storedVersions(): Promise<{ version: string; before: string | undefined }> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('backgrounder');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('packs').objectStore('packs').get('served');
      reading.onsuccess = () => {
        const { header, previous } = reading.result;
        opening.result.close();
        resolve({ version: header.version, before: previous?.header.version });
      };
    };
  });
}
