/**
 * Goes through an article as a reader does who points at every name once, and
 * tells what was found. Everything comes from the running extension: mentions
 * from what is painted, names from the cards that open, facts from its background.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Card } from '../facts/card.ts';
import { askBackground } from './background-request.ts';
import { cardCloses, cardShows } from './closed-card.ts';
import type { ExtensionSession } from './extension-session.ts';
import { openPopupFor } from './extension-tab.ts';
import type { PaintedMention } from './painted-mentions.ts';
import { hoverMention, paintedMentions, paintingSettles } from './painted-mentions.ts';

/** The heading of a card that is no longer loading. */
const CARD_NAME = '[aria-busy="false"] h2';
/** A page is shown this tall at most when all of it is to be painted at once. */
const TALLEST_PX = 30_000;

/** A name on the page, with the card that pointing at it opened. */
export interface TouredMention {
  readonly text: string;
  readonly count: number;
  /** The name at the top of the card; undefined when no card opened. */
  readonly entity?: string;
  readonly card?: Card;
}

/**
 * Points at each distinct name of a page.
 *
 * @param page - in front, with the article loaded
 */
export async function tourMentions(
  session: ExtensionSession,
  page: Page,
): Promise<readonly TouredMention[]> {
  await showAll(page);
  if ((await paintingSettles(page)) === 0) return [];
  const date = await publicationDay(page);
  const distinct = new Map<string, { mention: PaintedMention; count: number }>();
  for (const mention of await paintedMentions(page)) {
    const known = distinct.get(mention.text);
    if (known) known.count += 1;
    else distinct.set(mention.text, { mention, count: 1 });
  }
  console.log(`Pointing at each of ${distinct.size} names …`);
  const opened: { text: string; count: number; entity?: string }[] = [];
  for (const [text, { mention, count }] of distinct) {
    const entity = await entityOnCard(page, mention);
    opened.push({ text, count, ...(entity === undefined ? {} : { entity }) });
  }
  const background = await session.openExtensionPage('popup.html');
  const toured: TouredMention[] = [];
  for (const each of opened) {
    const card =
      each.entity === undefined ? undefined : await cardOf(background, each.entity, date);
    toured.push({ ...each, ...(card === undefined ? {} : { card }) });
  }
  await background.close();
  return toured;
}

/**
 * Takes pictures of the page, an open card and the popup, light and dark.
 *
 * @param page - in front, with the article loaded
 * @returns the files' paths
 */
export async function takePictures(
  session: ExtensionSession,
  page: Page,
  folder: string,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const suffix = session.kind === 'firefox' ? '-firefox' : '';
  const files: string[] = [];
  const shoot = async (shown: Page, name: string): Promise<void> => {
    const file = path.join(folder, `${name}${suffix}.png`);
    await shown.screenshot({ path: file as `${string}.png` });
    files.push(file);
  };
  for (const colorScheme of ['light', 'dark'] as const) {
    await session.setPreferences(page, { colorScheme });
    await paintingSettles(page);
    await shoot(page, `page-${colorScheme}`);
    const mention = await comfortableMention(page);
    if (mention) {
      await hoverMention(page, mention);
      await cardShows(page, CARD_NAME);
      await shoot(page, `card-${colorScheme}`);
      await leaveCard(page);
    }
    const popup = await openPopupFor(session, page);
    await session.setPreferences(popup, { colorScheme });
    await popupShowsPage(popup, await page.title());
    await shoot(popup, `popup-${colorScheme}`);
    await popup.close();
    await page.bringToFront();
  }
  return files;
}

/** A popup without its page is worth a picture too, and a word. */
async function popupShowsPage(popup: Page, title: string): Promise<void> {
  try {
    await popup.waitForFunction(
      (wanted) =>
        document.body.textContent.includes(wanted) &&
        !document.querySelector('[aria-busy="true"]') &&
        // The names, which are asked for apart, come a moment later.
        (!document.querySelector('#names-title') || document.querySelector('#names-title ~ ul li')),
      { timeout: 5_000 },
      title,
    );
  } catch {
    console.error(`The popup does not show the page "${title}".`);
  }
}

/** Makes the tab as tall as the page: only names near the viewport are painted. */
async function showAll(page: Page): Promise<void> {
  const size = await page.evaluate(() => ({
    width: innerWidth,
    height: document.documentElement.scrollHeight,
  }));
  await page.setViewport({ ...size, height: Math.min(size.height, TALLEST_PX) });
}

/** A name in the upper part of what is seen, so that the card stands below it, but not the first line. */
async function comfortableMention(page: Page): Promise<PaintedMention | undefined> {
  const height = await page.evaluate(() => innerHeight);
  const mentions = await paintedMentions(page);
  const seen = mentions.filter(({ rects: [rect] }) => rect && rect.y > 0 && rect.y < height);
  return seen.find(({ rects: [rect] }) => rect && rect.y > height / 4) ?? seen[0];
}

async function entityOnCard(page: Page, mention: PaintedMention): Promise<string | undefined> {
  try {
    await hoverMention(page, mention);
    const { text } = await cardShows(page, CARD_NAME);
    return text;
  } catch (error) {
    console.error(
      `No card for "${mention.text}": ${error instanceof Error ? error.message : error}`,
    );
    return undefined;
  } finally {
    await leaveCard(page);
  }
}

async function leaveCard(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.move(1, 1);
  await cardCloses(page);
}

/** The card of an entity by its full name, as the background makes it for the article's day. */
async function cardOf(
  extensionPage: Page,
  name: string,
  date: string | undefined,
): Promise<Card | undefined> {
  const { rows } = await askBackground(extensionPage, 'lookup', { query: name, limit: 20 });
  const row = rows.find((each) => each.name.text === name);
  if (!row) return undefined;
  const { card } = await askBackground(extensionPage, 'card', {
    entity: row.id,
    ...(date === undefined ? {} : { date }),
    page: [],
    facts: 0,
  });
  return card;
}

function publicationDay(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const meta = document.querySelector('meta[property="article:published_time"]');
    const time = document.querySelector('time[datetime]');
    const stated = meta?.getAttribute('content') ?? time?.getAttribute('datetime') ?? '';
    return /^\d{4}-\d{2}-\d{2}/.exec(stated)?.[0];
  });
}
