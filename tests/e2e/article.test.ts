import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleServer, serveArticles } from '../../cli/article-server.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { cardCloses, cardShows } from '../../cli/closed-card.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { paintedMentions, paintingSettles } from '../../cli/painted-mentions.ts';
import { DEMO, SEED } from './articles.ts';

const ARTICLES = [DEMO, SEED].filter((article) => article !== undefined);
/** Tall enough to hold an article whole, so that all of it is painted. */
const VIEWPORT = { width: 1000, height: 4_000 };

describe.each(['chromium', 'firefox'] as const)('articles in %s', (kind) => {
  let session: ExtensionSession;
  beforeAll(async () => {
    session = await launchWithExtension({
      browser: kind,
      extensionDir: extensionFolder(kind),
      viewport: VIEWPORT,
    });
  });
  afterAll(() => session?.close());

  describe.each(ARTICLES)('$title', ({ html, mentions: expected }) => {
    let server: ArticleServer;
    let page: Page;
    beforeAll(async () => {
      server = await serveArticles({ pages: { '/': html } });
      page = await session.newPage();
      await page.goto(server.url);
      await paintingSettles(page);
    });
    afterAll(async () => {
      await page?.close();
      await server?.close();
    });

    it('highlights every mention, and each opens the card of the right entity', async () => {
      const found: Record<string, Record<string, number>> = {};
      for (const { text, rects } of await paintedMentions(page)) {
        const [rect] = rects;
        if (!rect) throw new Error(`"${text}" has no box.`);
        // A tap opens at once; the dwell of the pointer is another test's.
        await page.touchscreen.tap(rect.x + rect.width / 2, rect.y + rect.height / 2);
        const { text: name } = await cardShows(page, '[aria-busy="false"] h2');
        found[name] = { ...found[name], [text]: (found[name]?.[text] ?? 0) + 1 };
        await page.keyboard.press('Escape');
        await cardCloses(page);
      }
      expect(found).toEqual(expected);
    });
  });
});
