/** The rows of a page's entities: those named in view, and the rest; both in the order given. */
export interface Groups<T> {
  readonly inView: readonly T[];
  readonly also: readonly T[];
}

/**
 * Divides rows by whether they are in view. Within a group they keep their order (prominence),
 * so that scrolling moves a row only when it comes into view or leaves it.
 */
export function grouped<T extends { readonly id: string }>(
  rows: readonly T[],
  inView: ReadonlySet<string>,
): Groups<T> {
  return {
    inView: rows.filter(({ id }) => inView.has(id)),
    also: rows.filter(({ id }) => !inView.has(id)),
  };
}
