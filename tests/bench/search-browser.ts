import type { ElementHandle, Page } from 'puppeteer-core';
import { askBackground } from '../../cli/background-request.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { importEnds, openOptions } from './import-browser.ts';
import { type Memory, workerMemory } from './million-memory.ts';
import { type Summary, summarise } from './statistics.ts';

/** Times in milliseconds, from a key press in the popup to the frame in which its results are. */
export interface SearchFigures {
  /** The first of a worker's life, which opens the index. */
  readonly first: number;
  readonly keys: Summary;
  readonly before: Memory;
  readonly after: Memory;
}

/** Names and roles that are typed letter by letter. */
const TYPED = [
  'elon musk',
  'pezeshkyan',
  'president of iran 2021',
  'iaea director',
  'Хаменеи',
  'trmup',
  'anna',
  'university of',
];

/** Types into the popup of the extension. */
export async function measureSearch(session: ExtensionSession): Promise<SearchFigures> {
  const helper = await session.openExtensionPage('popup.html?entity=Q794');
  await askBackground(helper, 'status', {});
  await session.stopBackground();
  await askBackground(helper, 'status', {});
  await helper.close();
  const before = await workerMemory(session);
  const page = await session.openExtensionPage('popup.html?entity=Q794');
  await page.evaluate('globalThis.__name = (named) => named');
  await page.waitForSelector('[role="combobox"]');
  await page.bringToFront();
  const first = await type(page, 'e');
  // The same text again would be no question.
  await type(page, 'x');
  const keys: number[] = [];
  for (const text of TYPED) {
    for (let length = 1; length <= text.length; length++)
      keys.push(await type(page, text.slice(0, length)));
    await type(page, 'x');
  }
  const after = await workerMemory(session);
  await page.close();
  return { first, keys: summarise(keys), before, after };
}

/** Puts a text into the field as a key does. @returns when its results were painted, in milliseconds */
function type(page: Page, text: string): Promise<number> {
  return page.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>('[role="combobox"]');
    const search = field?.closest('search');
    if (!field || !search) throw new Error('there is no search');
    let wasBusy = false;
    const answered = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        const busy = search.querySelector('[role="listbox"]')?.getAttribute('aria-busy');
        if (busy === 'true') wasBusy = true;
        else if (wasBusy) {
          observer.disconnect();
          resolve();
        }
      });
      observer.observe(search, { subtree: true, childList: true, attributes: true });
    });
    const start = performance.now();
    field.value = typed;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await answered;
    // The task after the frame's own: by then it has been painted.
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(undefined);
      });
    });
    return performance.now() - start;
  }, text);
}

/** Imports a pack through the packs page. */
export async function importPackFile(session: ExtensionSession, path: string): Promise<void> {
  const page = await openOptions(session);
  const input = (await page.waitForSelector(
    'input[type="file"]',
  )) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  await importEnds(page);
  await page.close();
}
