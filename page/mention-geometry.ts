import type { PlacedMention } from './mention-map.ts';

/** Half a pixel of rounding on each side, and the underline below the text. */
const SLACK_PX = 1;

/** Boxes smaller than this are how text is kept for screen readers only. */
const SEEN_PX = 2;

/**
 * The mention's boxes in viewport coordinates (CSS px), one a line; none when it
 * is not rendered. Uses a live range only while it measures: a kept one would be
 * paid for at each change of the page.
 */
export function rectsOf(placed: PlacedMention): DOMRect[] {
  const { start, end } = placed.span;
  // A static mention may point into text that has changed since.
  if (start.offset > start.node.length || end.offset > end.node.length) return [];
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  const rects = [...range.getClientRects()].filter(
    ({ width, height }) => width >= SEEN_PX && height >= SEEN_PX,
  );
  range.detach();
  return rects;
}

/** Whether a point in viewport coordinates lies on one of the boxes. */
export function isOn(rects: readonly DOMRect[], x: number, y: number): boolean {
  return rects.some(
    ({ left, right, top, bottom }) =>
      x >= left - SLACK_PX &&
      x <= right + SLACK_PX &&
      y >= top - SLACK_PX &&
      y <= bottom + SLACK_PX,
  );
}
