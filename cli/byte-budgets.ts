/**
 * What one surface loads, in files of the built extension, and how much that may be. A page (.html)
 * stands for what it names too, which is all that it loads before something is pressed.
 */
export interface ByteBudget {
  readonly surface: string;
  readonly files: readonly string[];
  /** Gzipped, each file by itself. */
  readonly bytes: number;
}

export const BYTE_BUDGETS: readonly ByteBudget[] = [
  {
    surface: 'a page: content script and style',
    files: ['content-scripts/page.js', 'content-scripts/page.css'],
    bytes: 20_000,
  },
  { surface: 'the first card on a page', files: ['page-card.js'], bytes: 25_000 },
  // 60,000 are aimed at: the polyfill's tables and the schemas of all messages are 23,000 of them.
  { surface: 'the popup', files: ['popup.html'], bytes: 65_000 },
];
