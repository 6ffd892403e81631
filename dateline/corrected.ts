import { latin } from '../words/isolated.ts';
import type { Words } from '../words/words.ts';
import type { Published } from './published.ts';

/**
 * The day as the reader corrected it, which counts whatever the page says.
 *
 * @param iso - YYYY-MM-DD
 * @param found - what the page says, which the reasons tell too
 */
export function asCorrected(iso: string, found: Published | undefined, words: Words): Published {
  const { reasons = [], modified } = found ?? {};
  const page = found ? words('day.without', latin(found.iso, words)) : words('day.unclear');
  return {
    iso,
    method: 'reader',
    confidence: 1,
    reasons: [words('day.byYou'), page, ...reasons],
    ...(modified !== undefined && { modified }),
  };
}
