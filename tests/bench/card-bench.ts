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
import { DWELL_MS } from '../../page/limits.ts';
import { articlePage } from './article-pages.ts';
import type { BuiltInPack } from './built-in-pack.ts';
import { ms, summarise } from './statistics.ts';

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
      for (const worker of ['warm', 'stopped'] as const) {
        const measured: CardTimes[] = [];
        for (let run = 0; run < runs; run++) {
          const mention = mentions[run % mentions.length] ?? any;
          if (worker === 'stopped') await session.stopBackground();
          await page.bringToFront();
          const times = await hover(page, mention);
          if (times) measured.push(times);
          await leave(page);
        }
        rows.push([session.kind, worker, ...cells(measured, runs)]);
      }
      await page.close();
    }
    return [
      `On ${title}, after ${DWELL_MS} ms of dwell.`,
      textTable(
        [
          { title: 'browser' },
          { title: 'worker' },
          { title: 'cards', align: 'right' },
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

function cells(measured: readonly CardTimes[], runs: number): string[] {
  const painted = summarise(measured.map((one) => one.painted));
  const still = summarise(measured.map((one) => one.still));
  return [
    `${measured.length} of ${runs}`,
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
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, {}, WATCHING);
  await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2);
  return (await watched) ?? undefined;
}
