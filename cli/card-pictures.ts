/** Pictures of the cards on which something has changed since the article. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { TouredMention } from './article-tour.ts';
import { cardCloses, cardShows } from './closed-card.ts';
import { hoverMention, paintedMentions, paintingSettles } from './painted-mentions.ts';

/** More would be a folder that nobody looks through. */
const MOST_PICTURES = 12;
const MARGIN_PX = 16;
/** The heading of a card that is no longer loading. */
const CARD_NAME = '[aria-busy="false"] h2';

/**
 * Takes a picture of each card that says "then" and "now", or what has changed since.
 *
 * @param page - in front, as tall as its article, as `tourMentions` leaves it
 * @param suffix - put behind the files' names
 * @returns the files' paths
 */
export async function takeCardPictures(
  page: Page,
  toured: readonly TouredMention[],
  folder: string,
  suffix: string,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const pictured = new Map<string, string>();
  for (const { text, card } of toured) {
    const hasChanged = card && (card.rolesNow !== undefined || card.since.length > 0);
    if (hasChanged && !pictured.has(card.name.text) && pictured.size < MOST_PICTURES)
      pictured.set(card.name.text, text);
  }
  await page.bringToFront();
  await paintingSettles(page);
  const files: string[] = [];
  for (const [name, text] of pictured) {
    const mention = (await paintedMentions(page)).find((painted) => painted.text === text);
    if (!mention) continue;
    await hoverMention(page, mention);
    await cardShows(page, CARD_NAME, name);
    const { rect } = await cardShows(page);
    const file = path.join(folder, `card-of-${fileName(name)}${suffix}.png`);
    await page.screenshot({
      path: file as `${string}.png`,
      clip: {
        x: Math.max(0, rect.x - MARGIN_PX),
        y: Math.max(0, rect.y - MARGIN_PX),
        width: rect.width + 2 * MARGIN_PX,
        height: rect.height + 2 * MARGIN_PX,
      },
    });
    files.push(file);
    await page.keyboard.press('Escape');
    await page.mouse.move(1, 1);
    await cardCloses(page);
  }
  return files;
}

/** A name as part of a file's name: letters and digits of any script, and hyphens. */
function fileName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
