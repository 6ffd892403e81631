import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { loadWords } from '../../extension/load-words.ts';
import type { Provenance } from '../../facts/own.ts';
import {
  PAGE_REPORT_PORT,
  type PageReport,
  PageReportSchema,
} from '../../messages/tab-operations.ts';
import type { Words } from '../../words/words.ts';
import { linkToDraft } from '../options/draft-link.ts';
import { type Draft, keepDraft } from './drafts.ts';
import { openReference } from './omnibox.ts';
import { currentWords } from './reader.ts';
import { searchPlace } from './suggestion.ts';

const ADD = 'add-selection';
const LOOK_UP = 'look-up-selection';
/** How long a page may take to tell its date, in milliseconds; without it the draft has none. */
const REPORT_WAIT_MS = 1_000;
/** What of a selection is kept, in code units. */
const MOST_WORDS = 5_000;
const MOST_TITLE = 2_000;
const MOST_ADDRESS = 20_000;

/** Puts "Look up" and "Add to Backgrounder" into the context menu of selected text. Call it before anything is awaited. */
export function offerSelections(): void {
  // The browser keeps the item; an update of the extension makes it anew.
  browser.runtime.onInstalled.addListener(() => void createItem());
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === LOOK_UP) void openReference(searchPlace(info.selectionText ?? ''));
    if (info.menuItemId !== ADD) return;
    provenanceOf(info, tab)
      .then((from) => openDraft({ from }))
      .catch((error: unknown) => {
        console.error('Backgrounder: the selected words could not be taken over.', error);
      });
  });
}

/** Opens the options page where the reader makes an entry or a note of a draft. */
export async function openDraft(draft: Draft): Promise<void> {
  const page = browser.runtime.getURL('/options.html');
  await browser.tabs.create({ url: `${page}${linkToDraft(await keepDraft(draft))}` });
}

/** Names the items anew, when the interface speaks another language. */
export async function renameItems(): Promise<void> {
  const words = await menuWords();
  await Promise.all([
    browser.contextMenus.update(LOOK_UP, { title: words('search.menu') }),
    browser.contextMenus.update(ADD, { title: words('page.addSelection') }),
  ]);
}

/** Where the settings cannot be read, the browser's language has to do. */
function menuWords(): Promise<Words> {
  return currentWords().catch(() => loadWords(undefined));
}

async function createItem(): Promise<void> {
  const words = await menuWords();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: LOOK_UP,
    // The browser puts the selection for %s.
    title: words('search.menu'),
    contexts: ['selection'],
  });
  browser.contextMenus.create({
    id: ADD,
    title: words('page.addSelection'),
    contexts: ['selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}

async function provenanceOf(
  {
    selectionText = '',
    pageUrl = '',
  }: Pick<Browser.contextMenus.OnClickData, 'selectionText' | 'pageUrl'>,
  tab: { readonly id?: number | undefined; readonly title?: string | undefined } | undefined,
): Promise<Provenance> {
  const report = tab?.id === undefined ? undefined : await reportOf(tab.id);
  const title = (report?.title ?? tab?.title ?? '').trim().slice(0, MOST_TITLE);
  const words = selectionText.replace(/\s+/gu, ' ').trim().slice(0, MOST_WORDS);
  return {
    url: pageUrl.slice(0, MOST_ADDRESS),
    ...(title !== '' && { title }),
    ...(report?.date && { date: report.date.iso }),
    ...(words !== '' && { words }),
  };
}

/** What the tab's top frame says of its page; undefined where it does not answer. */
function reportOf(tab: number): Promise<PageReport | undefined> {
  return new Promise((resolve) => {
    const port = browser.tabs.connect(tab, { name: PAGE_REPORT_PORT, frameId: 0 });
    const end = (report: PageReport | undefined) => {
      clearTimeout(timer);
      port.disconnect();
      resolve(report);
    };
    const timer = setTimeout(() => end(undefined), REPORT_WAIT_MS);
    port.onMessage.addListener((message: unknown) => {
      const report = v.safeParse(PageReportSchema, message);
      end(report.success ? report.output : undefined);
    });
    port.onDisconnect.addListener(() => {
      // Chromium logs an error that nobody has looked at.
      void browser.runtime.lastError;
      end(undefined);
    });
  });
}
