import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../cli/browsers.mjs';
import { cardCloses, cardShows } from '../../cli/closed-card.ts';
import type { ConsoleLine, ExtensionSession } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import type { PageReport } from '../../messages.ts';
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
  readonly errors: readonly ConsoleLine[];
}

/** Two browsers of one kind, alike but for the extension, with one tab each. */
export class Pair {
  readonly withUs: ExtensionSession;
  private readonly without: ExtensionSession;
  private readonly ourPage: Page;
  private readonly barePage: Page;
  private readonly view: ExtensionView;
  private readonly emptyExtension: string;
  private seenErrors = 0;

  private constructor(
    sessions: readonly [ExtensionSession, ExtensionSession],
    pages: readonly [Page, Page],
    view: ExtensionView,
    emptyExtension: string,
  ) {
    [this.withUs, this.without] = sessions;
    [this.ourPage, this.barePage] = pages;
    this.view = view;
    this.emptyExtension = emptyExtension;
  }

  /** @param startUrl - any page of the server */
  static async start(browser: BrowserKind, extensionDir: string, startUrl: string): Promise<Pair> {
    // The same launcher for both: the one without has an extension that does nothing.
    const emptyExtension = await mkdtemp(path.join(tmpdir(), 'backgrounder-empty-'));
    await writeFile(path.join(emptyExtension, 'manifest.json'), EMPTY_MANIFEST);
    const withUs = await launchWithExtension({ browser, extensionDir });
    const without = await launchWithExtension({ browser, extensionDir: emptyExtension });
    const ourPage = await opened(withUs, startUrl);
    const barePage = await opened(without, startUrl);
    await ourPage.evaluateOnNewDocument(noteFirstPaint);
    const view = await ExtensionView.of(withUs, ourPage);
    return new Pair([withUs, without], [ourPage, barePage], view, emptyExtension);
  }

  async close(): Promise<void> {
    await this.withUs.close();
    await this.without.close();
    await rm(this.emptyExtension, { recursive: true });
  }

  /** A page as it is without the extension. */
  async stateWithout(url: string, prepare?: Prepare): Promise<PageState> {
    const page = this.barePage;
    await page.goto(url);
    await pageRests(page);
    await prepare?.(page);
    return { dom: await pageDom(page, true), layout: await pageLayout(page) };
  }

  /** Opens a page with the extension and has it read, asked for if need be. */
  async read(url: string): Promise<Pick<Visit, 'decision' | 'byDefault'>> {
    const before = await this.view.links();
    await this.ourPage.goto(url);
    const reports = await this.view.reports();
    const [{ decision }] = reports;
    if (reports.some(({ reading }) => !reading)) await this.view.tell('annotate', {});
    await this.settles(before);
    return { decision, byDefault: reports[0].reading };
  }

  /**
   * Compares a page that has been read with what it is without the extension: as
   * it stands, with a card open, and with the card closed again.
   */
  async compare(
    without: Promise<PageState>,
    prepare?: Prepare,
  ): Promise<Omit<Visit, 'decision' | 'byDefault'>> {
    const page = this.ourPage;
    const domDifferences: string[] = [];
    const layoutDifferences: string[] = [];
    const compareDom = async (when: string): Promise<void> => {
      const { dom } = await without;
      const { hash } = await pageDom(page);
      if (hash === dom.hash) return;
      const { text } = await pageDom(page, true);
      domDifferences.push(`${when}, ${firstDifference(dom.text, text) ?? 'and no longer'}`);
    };
    const compareLayout = async (when: string): Promise<void> => {
      const difference = firstDifference((await without).layout, await pageLayout(page));
      if (difference) layoutDifferences.push(`${when}, ${difference}`);
    };
    await prepare?.(page);
    await compareDom('painted');
    await compareLayout('painted');
    const reports = await this.view.reports();
    const place = await this.pointable();
    if (place) {
      await page.mouse.move(place.x, place.y, { steps: 2 });
      await cardShows(page, '[aria-busy="false"] h2');
      await compareDom('with an open card');
      await page.keyboard.press('Escape');
      await cardCloses(page);
    }
    await page.mouse.move(0, 0);
    await compareDom('after the card');
    // Scrolling loads what is lazy, and a broken image takes another place.
    if (!place?.scrolled) await compareLayout('after the card');
    return {
      mentions: reports
        .flatMap(({ entities }) => entities)
        .reduce((sum, { mentions }) => sum + mentions, 0),
      paintedAfterMs: await page.evaluate(firstPaint),
      carded: place?.text,
      domDifferences,
      layoutDifferences,
      errors: await this.newErrors(),
    };
  }

  /** How many chunks of text have been sent to be linked. */
  links(): Promise<number> {
    return this.view.links();
  }

  /** The page with the extension, for what only one test does. */
  get page(): Page {
    return this.ourPage;
  }

  /** Errors of the extension's own scripts, on pages and in the worker, since the last call. */
  async newErrors(): Promise<readonly ConsoleLine[]> {
    const ours = (await this.withUs.consoleLines()).filter(
      ({ level, source }) =>
        (level === 'error' || level === 'exception') && source.startsWith(this.withUs.baseUrl),
    );
    return ours.slice(this.seenErrors, (this.seenErrors = ours.length));
  }

  /** Waits until all that was read has been linked and painted, and nothing more comes. */
  private async settles(linksBefore: number): Promise<void> {
    let last = '';
    for (let quiet = 0, wanted = 1; quiet < wanted; ) {
      const links = (await this.view.links()) - linksBefore;
      const now = `${links} ${await pageRests(this.ourPage)}`;
      quiet = now === last ? quiet + 1 : 0;
      last = now;
      wanted = links > 0 ? QUIET_ROUNDS : QUIET_ROUNDS_UNLINKED;
    }
  }

  /** A place to point at a mention, gone to by the keyboard's command where none is in view. */
  private async pointable(): Promise<(Place & { readonly scrolled: boolean }) | undefined> {
    const seen = await this.ourPage.evaluate(mentionInView);
    if (seen) return { ...seen, scrolled: false };
    await this.view.tell('step', { direction: 1 });
    await pageRests(this.ourPage);
    const reached = await this.ourPage.evaluate(mentionInView);
    return reached && { ...reached, scrolled: true };
  }
}

/** Brings a page that changes by itself to a halt. */
export type Prepare = (page: Page) => Promise<void>;

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

async function opened(session: ExtensionSession, url: string): Promise<Page> {
  const page = await session.newPage();
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
  for (const highlight of CSS.highlights.values())
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      for (const { x, y, width, height } of range.getClientRects()) {
        const [middleX, middleY] = [x + width / 2, y + height / 2];
        if (
          width === 0 ||
          document.elementFromPoint(middleX, middleY) !== startContainer.parentElement
        )
          continue;
        return { text: range.toString().replace(/\s+/g, ' '), x: middleX, y: middleY };
      }
    }
  return undefined;
}
