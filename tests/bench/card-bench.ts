import type { Page } from 'puppeteer-core';
import { serveArticles } from '../../cli/article-server.ts';
import { cardCloses, inCard } from '../../cli/closed-card.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import {
  hoverMention,
  type PaintedMention,
  paintedMentions,
  paintingSettles,
} from '../../cli/painted-mentions.ts';
import { textTable } from '../../cli/text-table.ts';
import { DWELL_MS } from '../../facts/settings.ts';
import { articlePage } from './article-pages.ts';
import type { BuiltInPack } from './built-in-pack.ts';
import { ms, summarise } from './statistics.ts';

const WORKERS = ['warm', 'stopped'] as const;

/** Written to the page's timeline when the pointer may come. */
const WATCHING = 'bench:watching';

interface CardTimes {
  /** From the end of the dwell to the end of the frame that painted the card's text. */
  readonly painted: number;
  /** To the end of its opening animation. */
  readonly still: number;
}

/**
 * Time from the end of the dwell to the painted card, on the seed article.
 *
 * The dwell begins in the first frame after the pointer came onto the name, where
 * the extension looks for it, and lasts DWELL_MS. A frame's
 * callback sees the card in the top layer with its content, the frame paints it,
 * and the next frame's callback reads the clock.
 */
export async function cardBench(
  sessions: readonly ExtensionSession[],
  pack: BuiltInPack,
  runs: number,
): Promise<string> {
  const { title, html } = articlePage(pack);
  const server = await serveArticles({ pages: { '/': html } });
  try {
    const rows: string[][] = [];
    for (const session of sessions) {
      const page = await session.newPage();
      await page.goto(server.url);
      await paintingSettles(page);
      const mentions = await comfortable(page);
      // The first card of a page makes the host; from then on its tree can be watched.
      const [any] = mentions;
      if (!any) throw new Error(`Nothing is highlighted on ${title} in ${session.kind}.`);
      await hoverMention(page, any);
      await page.waitForSelector('backgrounder-card');
      await leave(page);
      const measured = { warm: [] as CardTimes[], stopped: [] as CardTimes[] };
      for (let run = 0; run < runs; run++) {
        // In turns: the page's code is faster with each card it has shown.
        for (const worker of WORKERS) {
          if (worker === 'stopped') await session.stopBackground();
          await page.bringToFront();
          const times = await hover(page, mentions[run % mentions.length] ?? any);
          if (times) measured[worker].push(times);
          await leave(page);
        }
      }
      await page.close();
      const firsts = await firstCards(session, server.url, Math.ceil(runs / 5));
      for (const worker of WORKERS) {
        rows.push([session.kind, worker, 'first of the page', ...cells(firsts[worker])]);
        rows.push([session.kind, worker, 'later', ...cells(measured[worker])]);
      }
    }
    return [
      `On ${title}, after ${DWELL_MS} ms of dwell.`,
      textTable(
        [
          { title: 'browser' },
          { title: 'worker' },
          { title: 'card' },
          { title: 'runs', align: 'right' },
          { title: 'painted', align: 'right' },
          { title: 'p95', align: 'right' },
          { title: 'min', align: 'right' },
          { title: 'animation over', align: 'right' },
          { title: 'p95', align: 'right' },
        ],
        rows,
      ),
    ].join('\n');
  } finally {
    await server.close();
  }
}

function cells(measured: readonly CardTimes[]): string[] {
  const painted = summarise(measured.map((one) => one.painted));
  const still = summarise(measured.map((one) => one.still));
  return [
    String(measured.length),
    ms(painted.median),
    ms(painted.p95),
    ms(painted.min),
    ms(still.median),
    ms(still.p95),
  ];
}

/** Names in the middle of what is seen: a hand can come to them from outside without crossing others. */
async function comfortable(page: Page): Promise<readonly PaintedMention[]> {
  const height = await page.evaluate(() => innerHeight);
  const mentions = await paintedMentions(page);
  return mentions
    .filter(({ rects: [rect] }) => rect && rect.y > 0 && rect.y + rect.height < height)
    .slice(0, 8);
}

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.move(1, 1);
  await cardCloses(page);
}

/**
 * The first card of a page that was just opened. The page cannot see into the
 * card, but it sees its host come, in the same task as the card's content.
 */
async function firstCards(session: ExtensionSession, url: string, runs: number) {
  const measured = { warm: [] as CardTimes[], stopped: [] as CardTimes[] };
  for (let run = 0; run < runs; run++) {
    for (const worker of WORKERS) {
      const page = await session.newPage();
      await page.goto(url);
      await paintingSettles(page);
      const rect = (await comfortable(page))[run]?.rects[0];
      if (worker === 'stopped') await session.stopBackground();
      await page.bringToFront();
      const watched = page.evaluate(
        (dwell, watching) =>
          new Promise<number>((resolve) => {
            let start = Number.NaN;
            addEventListener(
              'pointermove',
              () =>
                requestAnimationFrame(() => {
                  start = performance.now() + dwell;
                }),
              { capture: true, once: true },
            );
            new MutationObserver(() =>
              requestAnimationFrame(() =>
                requestAnimationFrame(() => resolve(performance.now() - start)),
              ),
            ).observe(document.documentElement, { childList: true });
            performance.mark(watching);
          }),
        DWELL_MS,
        WATCHING,
      );
      await watching(page);
      if (rect) {
        await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2);
        const painted = await watched;
        // A card that was still loading when it came is not the card.
        const busy = await inCard(
          page,
          (root) => root.querySelector('[aria-busy="true"]') !== null,
        );
        if (!busy) measured[worker].push({ painted, still: Number.NaN });
      }
      await page.close();
    }
  }
  return measured;
}

/** Waits until the page is ready for the pointer to come. */
async function watching(page: Page): Promise<void> {
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, {}, WATCHING);
}

/** Moves onto a name in one step and watches the card; undefined when it did not come. */
async function hover(page: Page, { rects }: PaintedMention): Promise<CardTimes | undefined> {
  const [rect] = rects;
  if (!rect) return undefined;
  await page.evaluate((mark) => performance.clearMarks(mark), WATCHING);
  const watched = inCard(
    page,
    async (root, dwell, watching) => {
      const dwellEnds = new Promise<number>((resolve) => {
        addEventListener(
          'pointermove',
          () => requestAnimationFrame(() => resolve(performance.now() + dwell)),
          { capture: true, once: true },
        );
      });
      performance.mark(watching);
      const start = await dwellEnds;
      const deadline = start + 5_000;
      while (performance.now() < deadline) {
        await new Promise(requestAnimationFrame);
        const layer = root.querySelector(':popover-open');
        const text = layer?.querySelector('[role="dialog"][aria-busy="false"] h2')?.textContent;
        if (!layer || !text) continue;
        await new Promise(requestAnimationFrame);
        const painted = performance.now() - start;
        const moving = root
          .getAnimations()
          .filter((each) => each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
        await Promise.allSettled(moving.map((animation) => animation.finished));
        return { painted, still: performance.now() - start };
      }
      return null;
    },
    DWELL_MS,
    WATCHING,
  );
  await watching(page);
  await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2);
  return (await watched) ?? undefined;
}
