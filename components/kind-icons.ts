import work from 'lucide/dist/esm/icons/book-open.mjs';
import organisation from 'lucide/dist/esm/icons/building.mjs';
import event from 'lucide/dist/esm/icons/calendar.mjs';
import agreement from 'lucide/dist/esm/icons/handshake.mjs';
import office from 'lucide/dist/esm/icons/landmark.mjs';
import place from 'lucide/dist/esm/icons/map-pin.mjs';
import product from 'lucide/dist/esm/icons/package.mjs';
import other from 'lucide/dist/esm/icons/shapes.mjs';
import person from 'lucide/dist/esm/icons/user.mjs';
import group from 'lucide/dist/esm/icons/users.mjs';
import type { Kind } from '../facts/vocabulary.ts';
import type { IconNode } from './icon-shape.tsx';

/** One shape a kind. */
export const KIND_ICONS: Readonly<Record<Kind, IconNode>> = {
  person,
  organisation,
  place,
  agreement,
  event,
  office,
  product,
  work,
  group,
  other,
};
