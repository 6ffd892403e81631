let context: CanvasRenderingContext2D | null | undefined;

/** The width of a text in px, in a font as CSS writes it. */
export function textWidth(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  // Without a canvas: what letters of this size take on average.
  if (!context) return text.length * 7;
  context.font = font;
  return context.measureText(text).width;
}

/** A text cut to a width, with "…" where it was. */
export function cutText(text: string, font: string, most: number): string {
  if (textWidth(text, font) <= most) return text;
  // By what a reader takes for letters: half of one is none.
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const cut = `${letters.slice(0, middle).join('').trimEnd()}…`;
    if (textWidth(cut, font) <= most) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}
