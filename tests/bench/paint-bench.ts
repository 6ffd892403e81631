import { type Served, serveArticles } from '../../cli/article-server.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { textTable } from '../../cli/text-table.ts';
import { articlePage, type BenchPage, largePages } from './article-pages.ts';
import type { BuiltInPack } from './built-in-pack.ts';
import type { PaintTimes } from './in-page.ts';
import type { PrepareTab } from './page-script.ts';
import { median, ms, summarise, times } from './statistics.ts';

/** Pages looked at in search of a large one that names somebody. */
const LARGE_PAGES_TRIED = 6;

interface Measured extends PaintTimes {
  /** A bare walk over the page's text nodes. */
  readonly walk: number;
}

/**
 * Time from page idle to painted highlights.
 *
 * Page idle is the end of the load event. Content scripts that run at
 * `document_idle` start then, or before it on a page that is long in loading.
 * Painted is the end of the frame in which a page's own script first sees a range
 * in `CSS.highlights`: a frame's callbacks see what was registered before it, and
 * the frame paints it. Times are wall clock, so a frame (16.7 ms) is the step.
 */
export async function paintBench(
  sessions: readonly ExtensionSession[],
  prepare: PrepareTab,
  pack: BuiltInPack,
  runs: number,
): Promise<string> {
  const served: { pages: Record<string, string> } & Served = { pages: {} };
  const server = await serveArticles(served);
  try {
    const seed = articlePage(pack);
    served.pages['/seed'] = seed.html;
    const large = await firstPainted(
      sessions[0],
      prepare,
      pack,
      `${server.url}large`,
      served.pages,
    );
    const rows: string[][] = [];
    for (const [name, page] of [
      ['seed', seed],
      ['large', large],
    ] as const) {
      if (!page) continue;
      for (const worker of ['warm', 'stopped'] as const) {
        const measured = sessions.map((): Measured[] => []);
        for (let run = 0; run < runs; run++) {
          // The browsers take turns, so that a busy moment of the machine meets both.
          for (const [at, session] of sessions.entries()) {
            if (worker === 'stopped') await session.stopBackground();
            measured[at]?.push(await load(session, prepare, `${server.url}${name}`));
          }
        }
        sessions.forEach(({ kind }, at) => {
          rows.push([page.title, kind, worker, ...cells(measured[at] ?? [])]);
        });
      }
    }
    return textTable(
      [
        { title: 'page', width: 48 },
        { title: 'browser' },
        { title: 'worker' },
        { title: 'ranges', align: 'right' },
        { title: 'walk (floor)', align: 'right' },
        { title: 'one frame', align: 'right' },
        { title: 'first painted', align: 'right' },
        { title: 'p95', align: 'right' },
        { title: 'min', align: 'right' },
        { title: 'last painted', align: 'right' },
        { title: 'p95', align: 'right' },
        { title: 'first, of a frame', align: 'right' },
        { title: 'first, of a walk', align: 'right' },
      ],
      rows,
    );
  } finally {
    await server.close();
  }
}

function cells(measured: readonly Measured[]): string[] {
  const painted = measured.filter(({ ranges }) => ranges > 0);
  const first = summarise(painted.map((one) => one.first));
  const last = summarise(painted.map((one) => one.last));
  const walk = median(measured.map((one) => one.walk));
  const frame = median(measured.map((one) => one.frame));
  const ranges = median(measured.map((one) => one.ranges));
  return [
    painted.length === measured.length
      ? String(ranges)
      : `${ranges} (${measured.length - painted.length} runs none)`,
    ms(walk),
    ms(frame),
    ms(first.median),
    ms(first.p95),
    ms(first.min),
    ms(last.median),
    ms(last.p95),
    times(first.median, frame),
    times(first.median, walk),
  ];
}

async function load(
  session: ExtensionSession,
  prepare: PrepareTab,
  url: string,
): Promise<Measured> {
  const page = await session.newPage();
  try {
    await prepare(page, { watchPainting: true });
    await page.bringToFront();
    await page.goto(url);
    const painted = await page.evaluate(() => backgrounderBench.paintTimes());
    const walk = await page.evaluate(() => backgrounderBench.walk());
    return { ...painted, walk };
  } finally {
    await page.close();
  }
}

/** The largest page on which something is painted, served at an address. */
async function firstPainted(
  session: ExtensionSession | undefined,
  prepare: PrepareTab,
  pack: BuiltInPack,
  url: string,
  pages: Record<string, string>,
): Promise<BenchPage | undefined> {
  if (!session) return undefined;
  let tried = 0;
  for (const page of largePages(pack)) {
    if (++tried > LARGE_PAGES_TRIED) break;
    pages[new URL(url).pathname] = page.html;
    const { ranges } = await load(session, prepare, url);
    if (ranges > 0) return page;
  }
  return undefined;
}
