import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../cli/browsers.mjs';
import { cardCloses, cardShows } from '../../cli/closed-card.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import type { PageReport } from '../../messages/tab-operations.ts';
import { ExtensionView } from './corpus-extension-view.ts';
import {
  firstDifference,
  type PageState,
  pageDom,
  pageLayout,
  pageRests,
} from './corpus-page-state.ts';

/** Rests in a row without news after which a page is taken for read. */
const QUIET_ROUNDS = 2;
/** The same where nothing has been sent to be linked: there may be no text. */
const QUIET_ROUNDS_UNLINKED = 4;

/**
 * An image in a style of the page that our policy forbids: Firefox names the script
 * that happened to ask for the layout, which may be ours.
 */
const PAGES_OWN_LOAD = /^Content-Security-Policy: .*\((?:img|font)-src\) at https?:/;

/** A page was left while its content script waited for an answer: Firefox notes it, nothing failed. */
const LEFT_MEANWHILE = /^Promise (?:resolved|rejected) while context is inactive/;

/** Mentions gone to before a page counts as one where none can be pointed at. */
const STEPS = 3;

/**
 * Loads after which a layout that was the same each time counts as steady. A page
 * of the corpus stands in one of two layouts as its scripts happen to run, about as
 * often in each: with four loads it passed for steady now and then.
 */
const LOADS = 16;
const WIDER_BY = 20;

/** What came of one page. */
export interface Visit {
  readonly decision: PageReport['decision'];
  /** Read without being asked to. */
  readonly byDefault: boolean;
  readonly mentions: number;
  /** From the document's `DOMContentLoaded` to the first frame with a highlight. */
  readonly paintedAfterMs: number | undefined;
  /** The mention whose card was opened; undefined where none can be pointed at. */
  readonly carded: string | undefined;
  /** Where the tree or the layout was not the same, in words. */
  readonly domDifferences: readonly string[];
  readonly layoutDifferences: readonly string[];
  /** The layout is another one at each load without the extension too, and not compared. */
  readonly unsteady: boolean;
  /** Errors of the extension's own scripts, each kind once with how often it came. */
  readonly errors: readonly string[];
}

/** Brings a page that changes by itself to a halt, the same with and without the extension. */
export type Prepare = (page: Page) => Promise<void>;

export interface VisitOptions {
  readonly prepare?: Prepare | undefined;
  /** The page after this one: it is opened without the extension while a card is looked at here. */
  readonly next?: string | undefined;
}

/** Two browsers of one kind, alike but for the extension, with one tab each. */
export class Pair {
  /** The tab with the extension. */
  readonly page: Page;
  private readonly session: ExtensionSession;
  private readonly bareSession: ExtensionSession;
  private readonly barePage: Page;
  private readonly view: ExtensionView;
  private readonly emptyExtension: string;
  private ahead: { readonly url: string; readonly state: Promise<PageState> } | undefined;
  private seenErrors = 0;

  private constructor(
    [session, bareSession]: readonly [ExtensionSession, ExtensionSession],
    [page, barePage]: readonly [Page, Page],
    view: ExtensionView,
    emptyExtension: string,
  ) {
    this.session = session;
    this.bareSession = bareSession;
    this.page = page;
    this.barePage = barePage;
    this.view = view;
    this.emptyExtension = emptyExtension;
  }

  /** @param startUrl - any page of the server */
  static async start(browser: BrowserKind, extensionDir: string, startUrl: string): Promise<Pair> {
    // The same launcher for both: the one without has an extension that does nothing.
    const emptyExtension = await mkdtemp(path.join(tmpdir(), 'backgrounder-empty-'));
    await writeFile(path.join(emptyExtension, 'manifest.json'), EMPTY_MANIFEST);
    const session = await launchWithExtension({ browser, extensionDir });
    try {
      const bareSession = await launchWithExtension({ browser, extensionDir: emptyExtension });
      const page = await openTab(session, startUrl);
      const barePage = await openTab(bareSession, startUrl);
      await page.evaluateOnNewDocument(noteFirstPaint);
      const view = await ExtensionView.of(session, page);
      return new Pair([session, bareSession], [page, barePage], view, emptyExtension);
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.session.close();
    await this.bareSession.close();
    await rm(this.emptyExtension, { recursive: true });
  }

  /**
   * Has a page read, asked for if need be, and compares it with what it is without
   * the extension: painted, with a card open, and with the card closed again.
   */
  async visit(url: string, { prepare, next }: VisitOptions = {}): Promise<Visit> {
    const expected = this.stateWithout(url, prepare);
    const reading = await this.read(url);
    await prepare?.(this.page);
    const differences = new Differences(this.page, await expected);
    await differences.compare('painted');
    const reports = await this.view.reports();
    if (!reports[0].reading) throw new Error(`${url} was asked for and is not read.`);
    if (next !== undefined) this.ahead = { url: next, state: this.stateWithout(next) };
    const { place, scrolled } = await this.pointable();
    if (place) {
      await this.page.mouse.move(place.x, place.y, { steps: 2 });
      await cardShows(this.page, '[aria-busy="false"] h2');
      await differences.compareDom('with an open card');
      await this.page.keyboard.press('Escape');
      await cardCloses(this.page);
    }
    await this.page.mouse.move(0, 0);
    // Scrolling loads what is lazy, and a broken image takes another place.
    if (scrolled) await differences.compareDom('after the card');
    else await differences.compare('after the card');
    const unsteady = differences.layout.length > 0 && !(await this.isSteady(url, await expected));
    return {
      ...reading,
      unsteady,
      mentions: reports
        .flatMap(({ entities }) => entities)
        .reduce((sum, { mentions }) => sum + mentions, 0),
      paintedAfterMs: await this.page.evaluate(firstPaint),
      carded: place?.text,
      domDifferences: differences.dom,
      layoutDifferences: unsteady ? [] : differences.layout,
      errors: await this.newErrors(),
    };
  }

  /** Opens a page with the extension and waits until it has been read. */
  async read(url: string): Promise<Pick<Visit, 'decision' | 'byDefault'>> {
    const before = await this.view.links();
    await this.page.goto(url);
    const reports = await this.view.reports();
    if (reports.some(({ reading }) => !reading)) await this.view.tell('annotate', {});
    await this.settles(before);
    const [{ decision, reading }] = reports;
    return { decision, byDefault: reading };
  }

  /** How many chunks of text have been sent to be linked, since the start. */
  links(): Promise<number> {
    return this.view.links();
  }

  /** Errors of the extension's own scripts, on pages and in the worker, since the last call. */
  async newErrors(): Promise<readonly string[]> {
    const ours = (await this.session.consoleLines()).filter(
      ({ level, source, text }) =>
        (level === 'error' || level === 'exception') &&
        source.startsWith(this.session.baseUrl) &&
        !PAGES_OWN_LOAD.test(text) &&
        !LEFT_MEANWHILE.test(text),
    );
    const times = new Map<string, number>();
    for (const { text } of ours.slice(this.seenErrors)) times.set(text, (times.get(text) ?? 0) + 1);
    this.seenErrors = ours.length;
    return [...times].map(([text, count]) => `${text} (${count} times)`);
  }

  /** A page as it is without the extension. */
  private stateWithout(url: string, prepare?: Prepare): Promise<PageState> {
    const before = this.ahead;
    this.ahead = undefined;
    if (before?.url === url) return before.state;
    const state = (async () => {
      // The tab may still be busy with a page that nobody came for.
      await before?.state.catch(() => {});
      const page = this.barePage;
      await page.goto(url);
      await pageRests(page);
      await prepare?.(page);
      return { dom: await pageDom(page, true), layout: await pageLayout(page) };
    })();
    // Whoever waits for it is told; until then it is no unhandled rejection.
    state.catch(() => {});
    return state;
  }

  /**
   * Whether a page without the extension has the same layout each time, and after
   * its window was made wider and narrower again. Firefox balances columns by the
   * order in which their text happened to be laid out.
   */
  private async isSteady(url: string, { layout }: PageState): Promise<boolean> {
    await this.ahead?.state.catch(() => {});
    const page = this.barePage;
    const viewport = page.viewport();
    const isSame = async (): Promise<boolean> => {
      await pageRests(page);
      return (await pageLayout(page)) === layout;
    };
    for (let load = 0; load < LOADS; load++) {
      await page.goto(url);
      if (!(await isSame())) return false;
      if (!viewport) continue;
      await page.setViewport({ ...viewport, width: viewport.width + WIDER_BY });
      await pageRests(page);
      await page.setViewport(viewport);
      if (!(await isSame())) return false;
    }
    return true;
  }

  /** Waits until all that was read has been linked and painted, and nothing more comes. */
  private async settles(linksBefore: number): Promise<void> {
    let last = '';
    for (let quiet = 0, wanted = 1; quiet < wanted; ) {
      const links = (await this.view.links()) - linksBefore;
      const now = `${links} ${await pageRests(this.page)}`;
      quiet = now === last ? quiet + 1 : 0;
      last = now;
      wanted = links > 0 ? QUIET_ROUNDS : QUIET_ROUNDS_UNLINKED;
    }
  }

  /** A place to point at a mention, gone to by the keyboard's command where none is in view. */
  private async pointable(): Promise<{ place: Place | undefined; scrolled: boolean }> {
    let place = await this.page.evaluate(mentionInView);
    let steps = 0;
    for (; !place && steps < STEPS; steps++) {
      await this.view.tell('step', { direction: 1 });
      await pageRests(this.page);
      place = await this.page.evaluate(mentionInView);
    }
    return { place, scrolled: steps > 0 };
  }
}

/** Gathers where a page is not as it should be. */
class Differences {
  readonly dom: string[] = [];
  readonly layout: string[] = [];
  private readonly page: Page;
  private readonly expected: PageState;

  constructor(page: Page, expected: PageState) {
    this.page = page;
    this.expected = expected;
  }

  async compare(when: string): Promise<void> {
    await this.compareDom(when);
    const difference = firstDifference(this.expected.layout, await pageLayout(this.page));
    if (difference) this.layout.push(`${when}, ${difference}`);
  }

  async compareDom(when: string): Promise<void> {
    const { hash, text } = this.expected.dom;
    if ((await pageDom(this.page)).hash === hash) return;
    const now = await pageDom(this.page, true);
    this.dom.push(`${when}, ${firstDifference(text, now.text) ?? 'and no longer'}`);
  }
}

interface Place {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const EMPTY_MANIFEST = JSON.stringify({
  manifest_version: 3,
  name: 'Nothing',
  version: '1',
  browser_specific_settings: { gecko: { id: 'nothing@backgrounder.example' } },
});

async function openTab(session: ExtensionSession, url: string): Promise<Page> {
  const page = await session.newPage();
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.goto(url);
  // Scrolls and cards come at once.
  await session.setPreferences(page, { reducedMotion: true });
  return page;
}

/** Runs in each new document: notes the first frame in which something is highlighted. */
function noteFirstPaint(): void {
  const look = () => {
    if ([...CSS.highlights.values()].every(({ size }) => size === 0)) requestAnimationFrame(look);
    else Object.defineProperty(globalThis, 'backgrounderFirstPaint', { value: performance.now() });
  };
  if (window === window.top) requestAnimationFrame(look);
}

function firstPaint(): number | undefined {
  const { backgrounderFirstPaint } = globalThis as { backgrounderFirstPaint?: number };
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (backgrounderFirstPaint === undefined || !loaded) return undefined;
  return Math.max(0, backgrounderFirstPaint - loaded.domContentLoadedEventEnd);
}

/** Runs in a page: a highlighted text in the viewport that nothing covers. */
function mentionInView(): Place | undefined {
  const { clientWidth, clientHeight } = document.documentElement;
  for (const highlight of CSS.highlights.values())
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      for (const { x, y, width, height } of range.getClientRects()) {
        const [middleX, middleY] = [x + width / 2, y + height / 2];
        // Under a scroll bar there still is an element, but no pointer gets there.
        if (width === 0 || middleX >= clientWidth || middleY >= clientHeight) continue;
        if (!document.elementFromPoint(middleX, middleY)?.contains(startContainer)) continue;
        return { text: range.toString().replace(/\s+/g, ' '), x: middleX, y: middleY };
      }
    }
  return undefined;
}
