import { createElement } from 'preact';

/** The elements of an icon of lucide, on a grid of 24, drawn with strokes. */
export type IconNode = readonly (readonly [
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
])[];

/** The inside of an icon, for an `svg` element or a group of one. */
export function IconShape({ icon }: { icon: IconNode }) {
  return <>{icon.map(([tag, attributes]) => createElement(tag, attributes))}</>;
}
