import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleServer, serveArticles } from '../../cli/article-server.ts';
import { askBackground } from '../../cli/background-request.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { cardShows, cardText } from '../../cli/closed-card.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { hoverMention, paintedMentions, paintingSettles } from '../../cli/painted-mentions.ts';
import { SEED } from './articles.ts';

/** News of a kind that no pack was made for. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Talks in Geneva</title>
<meta property="og:type" content="article">
<meta property="article:published_time" content="2023-03-08T10:00:00Z">
<main><article><h1>Talks in Geneva</h1>
<p>Emmanuel Macron and António Guterres spoke in Geneva on Wednesday about grain that leaves the
ports of Ukraine, and about who may inspect the ships on their way. Sergei Lavrov did not come, and
sent a letter which the organisers read aloud before the doors were closed to the press.</p>
<p>The World Trade Organization asked that prices be told each week, as it had done before, while
Brazil and South Africa wanted the list of ports to be longer than it was in the year before. No day
was named for the next meeting, and nobody who took part in this one would say how it had ended.</p>
</article></main></html>`;

describe.each(['chromium', 'firefox'] as const)('a fresh install in %s', (kind) => {
  let server: ArticleServer;
  let session: ExtensionSession;
  let page: Page;
  beforeAll(async () => {
    server = await serveArticles({ pages: { '/': PAGE, ...(SEED && { '/seed': SEED.html }) } });
    session = await launchWithExtension({ browser: kind, extensionDir: extensionFolder(kind) });
    page = await session.newPage();
    await page.goto(server.url);
    await paintingSettles(page);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  it('knows who is in the news of any page', async () => {
    const names = (await paintedMentions(page)).map(({ text }) => text);
    for (const name of [
      'Emmanuel Macron',
      'António Guterres',
      'Sergei Lavrov',
      'Geneva',
      'Ukraine',
      'World Trade Organization',
      'Brazil',
      'South Africa',
    ])
      expect(names).toContain(name);
  });

  it('says which office was held on the article’s day, and where it is told', async () => {
    await page.bringToFront();
    const mention = (await paintedMentions(page)).find(({ text }) => text === 'Emmanuel Macron');
    if (!mention) throw new Error('Emmanuel Macron is not highlighted.');
    await hoverMention(page, mention);
    await cardShows(page, '[aria-busy="false"] h2', 'Emmanuel Macron');
    const text = (await cardText(page)) ?? '';
    expect(text).toContain('President of France');
    expect(text).toMatch(/sources?/);
  });

  it('is looked up like any pack, in the script of its country too', async () => {
    const options = await session.openExtensionPage('popup.html?entity=Q794');
    for (const [query, name] of [
      ['macron', 'Emmanuel Macron'],
      ['Россия', 'Russia'],
      ['ブラジル', 'Brazil'],
    ] as const) {
      const { rows } = await askBackground(options, 'lookup', { query, limit: 5 });
      expect(rows[0]?.name.text).toBe(name);
    }
    await options.close();
  });

  it.runIf(SEED)('tells of one thing once, from both packs', async () => {
    const helper = await session.openExtensionPage('popup.html?entity=Q794');
    const { card } = await askBackground(helper, 'card', {
      entity: 'Q22686',
      date: '2024-11-15',
      page: [],
      facts: 200,
    });
    const told =
      card?.facts.map(({ date, parts }) => `${date} ${parts.map(({ text }) => text).join('')}`) ??
      [];
    expect(told.length).toBeGreaterThan(5);
    expect(new Set(told).size).toBe(told.length);
    const packs = new Set(card?.sources.map(({ id }) => id.split('/')[0]));
    expect([...packs].sort()).toEqual(['us-iran', 'world']);
    await helper.close();
  });

  it('logs no error of its own', async () => {
    expect(await ownErrors(session)).toEqual([]);
  });
});
