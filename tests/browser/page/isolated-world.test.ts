import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BROWSERS,
  bundleRoom,
  launchBrowser,
  type PageServer,
  START_TIMEOUT,
  startServer,
  withPage,
} from '../harness.ts';

/**
 * The room as it runs for readers: in a content script's own world, in Firefox
 * behind Xray vision. The smallest extension that does so.
 */
const CONTENT_SCRIPT = `
  const { link } = room.createLinker();
  const reader = new room.PageReader({ link, onChange() {} });
  reader.start();
  new room.PointerWatch(reader.mentions, {
    onEnter: ({ placed }) => reader.highlighter.setActive(placed),
    onLeave: () => reader.highlighter.setActive(undefined),
    onTap() {},
    onTapElsewhere() {},
  }).start();
`;

describe.each(BROWSERS)('in a content script in %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-'));
  let browser: Browser;
  let server: PageServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([
      launchBrowser(kind, { extensions: true }),
      startServer(),
    ]);
    const script = await bundleRoom(join(import.meta.dirname, 'room.ts'), 'room');
    writeFileSync(join(folder, 'content.js'), `(() => {${script}${CONTENT_SCRIPT}})();`);
    cpSync(
      join(import.meta.dirname, '../../../page/highlights.css'),
      join(folder, 'highlights.css'),
    );
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify({
        manifest_version: 3,
        name: 'page room',
        version: '1',
        content_scripts: [
          { matches: ['http://127.0.0.1/*'], js: ['content.js'], css: ['highlights.css'] },
        ],
        host_permissions: ['http://127.0.0.1/*'],
        browser_specific_settings: { gecko: { id: 'page-room@backgrounder.example' } },
      }),
    );
    await browser.installExtension(folder);
  }, START_TIMEOUT);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('paints, follows changes and finds the pointer', { timeout: START_TIMEOUT }, () =>
    withPage(browser, async (page) => {
      const names = () =>
        [...(CSS.highlights as unknown as Map<string, Highlight>).keys()].sort().join(' ');
      await page.goto(
        server.serve('/page.html', '<!doctype html><title>t</title><p id=p>Iran</p><p id=q>x</p>'),
      );
      await page.waitForFunction(() => CSS.highlights.has('backgrounder-first'));
      await page.evaluate(() => {
        (document.getElementById('q') as HTMLElement).innerHTML = '<b>Elon</b> Musk and Iran';
      });
      await page.waitForFunction(() => CSS.highlights.get('backgrounder-first')?.size === 2);
      expect(await page.evaluate(names)).toBe('backgrounder-first backgrounder-later');
      const style = await page.evaluate(() =>
        ['backgrounder-first', 'backgrounder-later'].map((name) => {
          const { textDecorationLine, textDecorationStyle } = getComputedStyle(
            document.getElementById('p') as HTMLElement,
            `::highlight(${name})`,
          );
          return `${textDecorationLine} ${textDecorationStyle}`;
        }),
      );
      expect(style).toEqual(['underline solid', 'underline dotted']);
      const at = await page.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.getElementById('p') as HTMLElement);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await page.mouse.move(at.x, at.y);
      await page.waitForFunction(() => CSS.highlights.has('backgrounder-active-place'));
      await page.mouse.move(at.x + 400, at.y + 200);
      await page.waitForFunction(() => !CSS.highlights.has('backgrounder-active-place'));
    }),
  );
});
