import type { ComponentChildren } from 'preact';

/**
 * The interface's own words, which are English: they keep their order inside a
 * card that runs from right to left.
 */
export function Words({ children }: { children: ComponentChildren }) {
  return <bdi dir="ltr">{children}</bdi>;
}
