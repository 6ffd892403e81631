import type { FactBase, PackRow } from '../store/database.ts';
import { changeOrigin, installedPacks } from '../store/packs.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS } as const;

/** Packs whose reader wants them checked by now. @param now - milliseconds since 1970 */
export async function packsDue(base: FactBase, now: number): Promise<readonly string[]> {
  return (await installedPacks(base)).filter((pack) => isDue(pack, now)).map(({ id }) => id);
}

function isDue({ origin }: PackRow, now: number): boolean {
  const { every = 'never', checked, url } = origin ?? {};
  if (every === 'never' || url === undefined) return false;
  const last = checked === undefined ? Number.NaN : Date.parse(checked);
  // A clock that was set back must not put the next check off for years.
  return !(last <= now) || now - last >= EVERY_MS[every];
}

/** Notes that an update was tried, and why it failed if it did, for the packs page. */
export function noteUpdate(
  base: FactBase,
  pack: string,
  problem: string | undefined,
): Promise<void> {
  return changeOrigin(base, pack, (origin) => ({
    ...origin,
    problem,
    // What was available is installed now, or is not any more.
    ...(problem === undefined && { available: undefined }),
    checked: new Date().toISOString(),
  }));
}
