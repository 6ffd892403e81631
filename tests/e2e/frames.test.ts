import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleServer, serveArticles } from '../../cli/article-server.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';

const PROSE = `Elon Musk met an ambassador in New York. ${'Nobody would say what it was about, and the talk of the town went on for days. '.repeat(12)}`;
const INNER = `<!doctype html><html lang='en'><title>Inner</title><meta property='og:type' content='article'><article><p>${PROSE}</p></article></html>`;

/** Frames that a page writes itself have no address of their own, and one of an origin of its own no host. */
const FRAMES = {
  srcdoc: `<iframe srcdoc="${INNER}" width="700" height="300"></iframe>`,
  'an opaque origin': `<iframe sandbox="allow-scripts" srcdoc="${INNER}" width="700" height="300"></iframe>`,
  'about:blank': `<iframe width="700" height="300"></iframe>
    <script>
      const inner = document.querySelector('iframe').contentDocument;
      inner.documentElement.lang = 'en';
      inner.head.innerHTML = "<title>Inner</title><meta property='og:type' content='article'>";
      inner.body.innerHTML = ${JSON.stringify(`<article><p>${PROSE}</p></article>`)};
    </script>`,
};

/** The card's script comes late, and has to reach every frame that has highlights. */
describe.each(['chromium', 'firefox'] as const)('frames in %s', (kind) => {
  let server: ArticleServer;
  let session: ExtensionSession;

  beforeAll(async () => {
    const pages = Object.values(FRAMES).map(
      (frame, at) =>
        [`/${at}`, `<!doctype html><html lang="en"><title>Outer</title>${frame}`] as const,
    );
    server = await serveArticles({ pages: Object.fromEntries(pages) });
    session = await launchWithExtension({ browser: kind, extensionDir: extensionFolder(kind) });
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  it.each(Object.keys(FRAMES).map((name, at) => [name, at] as const))(
    'open cards: %s',
    async (_, at) => {
      const page = await session.newPage();
      await page.goto(`${server.url}${at}`);
      const frame = innerFrame(page);
      await frame.waitForFunction(() => CSS.highlights.size > 0);
      const outer = await page.$eval('iframe', (element) => {
        const { x, y } = element.getBoundingClientRect();
        return { x: x + element.clientLeft, y: y + element.clientTop };
      });
      const text = await frame.$eval('p', (p) => {
        const { x, y } = p.getBoundingClientRect();
        return { x, y };
      });
      const [x, y] = [outer.x + text.x + 20, outer.y + text.y + 8];
      await page.mouse.move(x, y, { steps: 3 });
      await frame.waitForSelector('backgrounder-card');
      expect(await page.$('backgrounder-card')).toBeNull();
      await page.close();
    },
  );

  it('reports no error of ours', async () => {
    expect(await ownErrors(session)).toEqual([]);
  });
});

function innerFrame(page: Page): Frame {
  const inner = page.frames().find((frame) => frame.parentFrame() !== null);
  if (!inner) throw new Error('the frame is not there');
  return inner;
}
