import type { Page } from 'puppeteer-core';
import { askBackground } from '../../cli/background-request.ts';
import type { BrowserKind } from '../../cli/browsers.mjs';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { textTable } from '../../cli/text-table.ts';
import { ms, summarise } from './statistics.ts';

/** Elon Musk, Donald Trump, Iran, the United States and the nuclear agreement of 2015. */
const ENTITIES = ['Q317521', 'Q22686', 'Q794', 'Q30', 'Q1650885'];

/** A page's title comes with all of the page. */
const ENTITY_TITLE = 'article.page h1';

interface Opening {
  readonly title: string;
  /** In the extension. */
  readonly document: string;
  /** What is there once it can be used, with all that it shows. */
  readonly shown: string;
  readonly isCold: boolean;
  readonly target: number;
}

const OPENINGS: readonly Opening[] = [
  {
    title: 'popup with its search',
    document: 'popup.html',
    shown: 'input[role="combobox"]',
    isCold: false,
    target: 150,
  },
  {
    title: 'the same, the worker stopped',
    document: 'popup.html',
    shown: 'input[role="combobox"]',
    isCold: true,
    target: 300,
  },
  {
    title: 'popup with an entity',
    document: 'popup.html?entity=',
    shown: '[aria-busy="false"] h2',
    isCold: false,
    target: 150,
  },
  {
    title: 'the same, the worker stopped',
    document: 'popup.html?entity=',
    shown: '[aria-busy="false"] h2',
    isCold: true,
    target: 300,
  },
  {
    title: 'reference opened at an entity',
    document: 'reference.html#/entity/',
    shown: ENTITY_TITLE,
    isCold: false,
    target: 100,
  },
];

/**
 * Documents of the extension in a frame of one of its pages: from setting the frame's address to
 * the first frame painted with what they are opened for; then pages of entities in an open
 * reference, from the change of its address.
 */
export async function openBench(
  extensions: ReadonlyMap<BrowserKind, string>,
  runs: number,
): Promise<string> {
  const rows: string[][] = [];
  for (const [browser, extensionDir] of extensions) {
    const session = await launchWithExtension({ browser, extensionDir });
    try {
      rows.push(...(await measure(session)).map((row, at) => [at === 0 ? browser : '', ...row]));
    } finally {
      await session.close();
    }
  }
  return textTable(
    ['', 'opened', 'p50', 'p95', 'longest', 'target'].map((title, at) => ({
      title,
      align: at < 2 ? 'left' : 'right',
    })),
    rows,
  );

  async function measure(session: ExtensionSession): Promise<string[][]> {
    const page = await session.openExtensionPage('popup.html?entity=Q794');
    await page.waitForSelector('[aria-busy="false"] h2');
    await page.evaluate('globalThis.__name = (named) => named');
    await page.evaluate(definePainted);
    await page.bringToFront();
    const measured: string[][] = [];
    for (const { title, document, shown, isCold, target } of OPENINGS) {
      const times: number[] = [];
      for (let run = 0; run < runs; run++) {
        if (isCold) await session.stopBackground();
        else await askBackground(page, 'status', {});
        const entity = document.endsWith('.html') ? '' : (ENTITIES[run % ENTITIES.length] ?? '');
        times.push(await openInFrame(page, document + entity, shown));
      }
      measured.push(rowOf(title, times, target));
    }
    await page.close();
    const reference = await session.openExtensionPage('reference.html#/');
    await reference.evaluate('globalThis.__name = (named) => named');
    await reference.evaluate(definePainted);
    await reference.waitForSelector(ENTITY_TITLE);
    await reference.bringToFront();
    const times: number[] = [];
    for (let run = 0; run < runs; run++)
      times.push(await turnTo(reference, `#/entity/${ENTITIES[run % ENTITIES.length]}`));
    measured.push(rowOf('another entity in the reference', times, 100));
    return measured;
  }
}

function rowOf(title: string, times: readonly number[], target: number): string[] {
  const { median, p95, max } = summarise(times);
  return [title, ms(median), ms(p95), ms(max), String(target)];
}

function openInFrame(page: Page, address: string, shown: string): Promise<number> {
  return page.evaluate(
    async (address, shown) => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'position: fixed; inset: 0; width: 420px; height: 600px';
      const start = performance.now();
      frame.src = `/${address}`;
      document.body.append(frame);
      await globalThis.backgrounderPainted(() => !!frame.contentDocument?.querySelector(shown));
      const took = performance.now() - start;
      frame.remove();
      return took;
    },
    address,
    shown,
  );
}

/** Goes to another address of the reference and waits until its page shows. */
function turnTo(page: Page, hash: string): Promise<number> {
  return page.evaluate(
    async (hash, title) => {
      const before = document.querySelector(title)?.textContent;
      const start = performance.now();
      location.hash = hash;
      await globalThis.backgrounderPainted(() => {
        const now = document.querySelector(title)?.textContent;
        return now !== undefined && now !== before;
      });
      return performance.now() - start;
    },
    hash,
    ENTITY_TITLE,
  );
}

declare global {
  /** Resolves after the first frame painted with something. */
  var backgrounderPainted: (isThere: () => boolean) => Promise<void>;
}

/** Runs in a page of the extension. */
function definePainted(): void {
  const frame = () =>
    new Promise<void>((done) => {
      requestAnimationFrame(() => {
        // The task after the frame's own: by then it has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(undefined);
      });
    });
  globalThis.backgrounderPainted = async (isThere) => {
    const start = performance.now();
    while (!isThere()) {
      await frame();
      if (performance.now() - start > 20_000) throw new Error('what was opened does not show');
    }
    await frame();
  };
}
