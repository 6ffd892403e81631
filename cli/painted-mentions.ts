/**
 * What is highlighted on a page, read from where it is painted: the ranges in
 * `CSS.highlights`, which a page can see. Only ranges near the viewport are
 * there, so make the viewport as tall as the page to see all.
 */
import type { Page } from 'puppeteer-core';
import type { Rect } from './closed-card.ts';

/** One highlighted name. */
export interface PaintedMention {
  readonly text: string;
  /** The names of the highlights that paint it, such as one for its kind. */
  readonly highlights: readonly string[];
  /** Its lines' boxes in the viewport; a name may be broken over two lines. */
  readonly rects: readonly Rect[];
}

/** The highlighted names, in the order of the page. */
export function paintedMentions(page: Page): Promise<readonly PaintedMention[]> {
  return page.evaluate(() => {
    const painted = [...CSS.highlights].flatMap(([name, highlight]) =>
      [...highlight].map((bounds) => {
        const range = document.createRange();
        range.setStart(bounds.startContainer, bounds.startOffset);
        range.setEnd(bounds.endContainer, bounds.endOffset);
        return { name, range };
      }),
    );
    painted.sort(
      (a, b) =>
        a.range.compareBoundaryPoints(Range.START_TO_START, b.range) ||
        a.range.compareBoundaryPoints(Range.END_TO_END, b.range),
    );
    const distinct: { names: string[]; range: Range }[] = [];
    for (const { name, range } of painted) {
      const last = distinct.at(-1);
      const same =
        last?.range.compareBoundaryPoints(Range.START_TO_START, range) === 0 &&
        last.range.compareBoundaryPoints(Range.END_TO_END, range) === 0;
      if (same) last.names.push(name);
      else distinct.push({ names: [name], range });
    }
    return distinct.map(({ names, range }) => ({
      text: range.toString().replace(/\s+/g, ' '),
      highlights: names,
      rects: [...range.getClientRects()].map(({ x, y, width, height }) => ({
        x,
        y,
        width,
        height,
      })),
    }));
  });
}

/**
 * Waits until names are highlighted and no more come for a while.
 *
 * @param frames - how many frames in a row without a change count as "no more"
 * @returns how many are painted, or 0 when none was within the time
 */
export async function paintingSettles(page: Page, timeout = 10_000, frames = 30): Promise<number> {
  // A page behind another has no frames to count.
  await page.bringToFront();
  return page.evaluate(
    async (deadline, wanted) => {
      const end = performance.now() + deadline;
      let before = 0;
      let quiet = 0;
      while (performance.now() < end && (before === 0 || quiet < wanted)) {
        await new Promise(requestAnimationFrame);
        const now = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
        quiet = now === before ? quiet + 1 : 0;
        before = now;
      }
      return before;
    },
    timeout,
    frames,
  );
}

/**
 * Moves the mouse onto a highlighted name, in steps as a hand does.
 *
 * @throws Error when the name has no box
 */
export async function hoverMention(page: Page, mention: PaintedMention): Promise<void> {
  const rect = mention.rects.find(({ width }) => width > 0);
  if (!rect) throw new Error(`"${mention.text}" is not on the page.`);
  await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2, { steps: 4 });
}
