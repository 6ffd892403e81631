/** What one surface loads, in files of the built extension, and how much that may be. */
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
];
