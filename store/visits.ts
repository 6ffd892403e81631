import { pageKey } from '../facts/settings.ts';
import { type Visit, type VisitRow, VisitRowSchema, VisitSchema } from '../facts/visit.ts';
import type { FactBase } from './database.ts';
import { parse, parseAll } from './parse.ts';
import { whenWritten } from './transactions.ts';

/** Pages remembered: about a year of a keen reader's; at 2 kB each no more than a few MB. */
export const MOST_VISITS = 2_000;
/** Entities remembered of a page: the longest live blogs name some three hundred. */
export const MOST_ENTITIES = 500;
/** Code units of addresses and titles: what is longer is data, not a page to come back to. */
const LONGEST_ADDRESS = 2_000;
const LONGEST_TITLE = 300;

/**
 * Remembers that a page was read, or adds to what is remembered of it: a page's entities are
 * found part by part. Of too many pages those read longest ago are forgotten.
 *
 * @param visit - its `url` may have a fragment, which is not kept
 */
export async function putVisit(base: FactBase, visit: VisitRow): Promise<void> {
  const url = pageKey(visit.url);
  if (url.length > LONGEST_ADDRESS) return;
  const transaction = base.transaction('visits', 'readwrite');
  const { store } = transaction;
  const before = parse(VisitRowSchema, await store.get(url));
  const title = (visit.title ?? before?.title)?.slice(0, LONGEST_TITLE);
  const date = visit.date ?? before?.date;
  const entities = new Set([...(before?.entities ?? []), ...visit.entities]);
  const requests: Promise<unknown>[] = [
    store.put({
      url,
      at: visit.at,
      ...(title !== undefined && { title }),
      ...(date !== undefined && { date }),
      entities: [...entities].slice(0, MOST_ENTITIES),
    }),
  ];
  const extra = (await store.count()) - MOST_VISITS;
  if (extra > 0) {
    const oldest = await store.index('byTime').getAllKeys(null, extra);
    requests.push(...oldest.map((key) => store.delete(key)));
  }
  await whenWritten(transaction, requests);
}

/**
 * The pages remembered that name an entity, the one read last first.
 *
 * @param limit - how many at most
 */
export async function visitsOf(base: FactBase, entity: string, limit: number): Promise<Visit[]> {
  const rows = parseAll(VisitSchema, await base.getAllFromIndex('visits', 'byEntity', entity));
  return rows.sort((a, b) => b.at - a.at).slice(0, limit);
}

/** How many pages are remembered. */
export function countVisits(base: FactBase): Promise<number> {
  return base.count('visits');
}

/** Forgets one page, or all of them. */
export async function forgetVisits(base: FactBase, url?: string): Promise<void> {
  if (url === undefined) await base.clear('visits');
  else await base.delete('visits', pageKey(url));
}
