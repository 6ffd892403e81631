import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleServer, serveArticles } from '../../cli/article-server.ts';
import { askBackground } from '../../cli/background-request.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { DEMO } from './articles.ts';

const PACK = 'packs/us-iran.ndjson';
const OTHER = 'packs/world.ndjson.gz';
const BROKEN_LINE = 200;

describe.each(['chromium', 'firefox'] as const)('a broken pack in %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-broken-'));
  let server: ArticleServer;
  let session: ExtensionSession;
  let helper: Page;

  beforeAll(async () => {
    cpSync(extensionFolder(kind), folder, { recursive: true });
    const lines = readFileSync(join(folder, PACK), 'utf8').split('\n');
    lines[BROKEN_LINE - 1] = `${lines[BROKEN_LINE - 1]?.slice(0, 40)}`;
    writeFileSync(join(folder, PACK), lines.join('\n'));
    writeFileSync(join(folder, OTHER), 'no gzip, and no pack');
    server = await serveArticles({ pages: { '/': DEMO.html } });
    session = await launchWithExtension({ browser: kind, extensionDir: folder });
    helper = await session.openExtensionPage('popup.html');
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
    rmSync(folder, { recursive: true });
  });

  it('is refused with the line and the mend, and nothing of it is installed', async () => {
    const status = await askBackground(helper, 'status', {});
    expect(status.problem).toContain(`line ${BROKEN_LINE}`);
    expect(status.problem).toContain('is not JSON');
    expect(status.problem).toContain('To mend it');
    expect(status.packs).toEqual([]);
    expect((await session.consoleLines()).map(({ text }) => text).join('\n')).toContain(
      `line ${BROKEN_LINE}`,
    );
  });

  it('is told to the reader in the popup', async () => {
    await helper.waitForFunction(
      (line) => document.querySelector('[role=alert]')?.textContent?.includes(`line ${line}`),
      {},
      BROKEN_LINE,
    );
  });

  it('leaves pages as they are, and look-ups find nothing', async () => {
    const page = await session.newPage();
    await page.goto(server.url);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(await page.$('backgrounder-card')).toBeNull();
    expect(await askBackground(helper, 'lookup', { query: 'Musk', limit: 5 })).toEqual({
      rows: [],
    });
    expect(await askBackground(helper, 'card', { entity: 'Q22686', page: [], facts: 6 })).toEqual(
      {},
    );
    await page.close();
  });

  it('messages of the wrong shape are refused, and the worker goes on', async () => {
    const replies = await helper.evaluate(async () => {
      interface Runtime {
        sendMessage(message: unknown): Promise<unknown>;
      }
      const { browser, chrome } = globalThis as unknown as Record<
        'browser' | 'chrome',
        { runtime: Runtime } | undefined
      >;
      const { runtime } = browser ?? chrome ?? {};
      const messages = [
        'text',
        { op: 'card' },
        { op: 'card', params: { entity: 1, page: [], facts: 6 } },
        { op: 'link', params: { url: '', segments: [{}], established: [] } },
        { op: '__proto__', params: {} },
        { op: 'settings', params: {} },
      ];
      return Promise.all(messages.map((message) => runtime?.sendMessage(message)));
    });
    expect(replies.map((reply) => (reply as { ok: boolean }).ok)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });
});
