import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type EntityRow, EntityRowSchema } from '../facts/card.ts';

/** What the reader looked up last, the newest first; on this machine only. */
export interface RecentLookUps {
  read(): Promise<readonly EntityRow[]>;
  /** Puts one first. @returns all of them */
  add(row: EntityRow): Promise<readonly EntityRow[]>;
  clear(): Promise<void>;
}

const KEY = 'recentLookUps';
const MOST = 8;

/** Kept in the extension's storage, apart from the packs. */
export const storedLookUps: RecentLookUps = {
  async read() {
    const stored = v.safeParse(
      v.array(EntityRowSchema),
      (await browser.storage.local.get(KEY))[KEY],
    );
    return stored.success ? stored.output : [];
  },
  async add({ id, kind, name, private: isPrivate }) {
    const others = (await storedLookUps.read()).filter((row) => row.id !== id);
    // Its line would be that of another day.
    const row = { id, kind, name, ...(isPrivate && { private: true }) };
    const rows = [row, ...others].slice(0, MOST);
    await browser.storage.local.set({ [KEY]: rows });
    return rows;
  },
  async clear() {
    await browser.storage.local.remove(KEY);
  },
};
