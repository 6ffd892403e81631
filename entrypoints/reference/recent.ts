import * as v from 'valibot';

const KEY = 'reference-recent';
/** Entries of the list on the home page. */
const MOST = 8;

const RecentSchema = v.fallback(v.array(v.pipe(v.string(), v.maxLength(200))), []);

/** The entities looked at last on this computer, the newest first. */
export function recentEntities(storage: Pick<Storage, 'getItem'>): string[] {
  try {
    return v.parse(RecentSchema, JSON.parse(storage.getItem(KEY) ?? '[]')).slice(0, MOST);
  } catch {
    // Storage that is forbidden or holds something else holds no list.
    return [];
  }
}

/** Puts an entity at the head of the list. */
export function rememberEntity(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  entity: string,
): void {
  const others = recentEntities(storage).filter((other) => other !== entity);
  try {
    storage.setItem(KEY, JSON.stringify([entity, ...others].slice(0, MOST)));
  } catch {
    // A list for convenience is not worth a word when it cannot be kept.
  }
}

export function forgetEntities(storage: Pick<Storage, 'removeItem'>): void {
  storage.removeItem(KEY);
}
