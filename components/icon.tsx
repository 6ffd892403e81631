/** The actions' icons: strokes on a grid of 16. */
const PATHS = {
  back: 'M10 3 5 8l5 5',
  pin: 'M5.5 2h5M6.5 2v4.2L4.5 9.5h7l-2-3.3V2M8 9.5V14',
  detail: 'M9.5 2.5h4v4M13.5 2.5 8 8M12 9.5v4H2.5V4h4',
  not: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 1 0 0-11.5M4 4l8 8',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  more: 'M4 6l4 4 4-4',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9M10.3 10.3 14 14',
  out: 'M5 11l6-6M6 5h5v5',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture of an action; the action's name stands in words beside or behind it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
