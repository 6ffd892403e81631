import type { Published } from './published.ts';

/**
 * The day as the reader corrected it, which counts whatever the page says.
 *
 * @param iso - YYYY-MM-DD
 * @param found - what the page says, which the reasons tell too
 */
export function asCorrected(iso: string, found: Published | undefined): Published {
  const { reasons = [], modified } = found ?? {};
  const page = found
    ? `Without that it would be ${found.iso}.`
    : 'The page does not say clearly when it was published.';
  return {
    iso,
    method: 'reader',
    confidence: 1,
    reasons: ['You set this day.', page, ...reasons],
    ...(modified !== undefined && { modified }),
  };
}
