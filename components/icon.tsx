import out from 'lucide/dist/esm/icons/arrow-up-right.mjs';
import not from 'lucide/dist/esm/icons/ban.mjs';
import more from 'lucide/dist/esm/icons/chevron-down.mjs';
import back from 'lucide/dist/esm/icons/chevron-left.mjs';
import pin from 'lucide/dist/esm/icons/pin.mjs';
import search from 'lucide/dist/esm/icons/search.mjs';
import detail from 'lucide/dist/esm/icons/square-arrow-out-up-right.mjs';
import close from 'lucide/dist/esm/icons/x.mjs';
import { IconShape } from './icon-shape.tsx';

/** The actions' icons. */
const ICONS = { back, pin, detail, not, close, more, search, out } as const;

export type IconName = keyof typeof ICONS;

/** A picture of an action; the action's name stands in words beside or behind it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <IconShape icon={ICONS[name]} />
    </svg>
  );
}
