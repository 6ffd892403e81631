import { setTimeout as pause } from 'node:timers/promises';
import { BUILT_IN_IDS } from '../packs/built-in-ids.ts';
import { askBackground } from './background-request.ts';
import type { ExtensionSession } from './extension-session.ts';

/** How long the built-in packs may take to be installed on a busy machine. */
const WAIT_MS = 60_000;
const POLL_MS = 100;

/**
 * Waits until a fresh extension has installed its packs, which it does while it is used: pages
 * that are open are linked again when they are there, which would come in between.
 *
 * @throws Error when they are not there after a minute
 */
export async function packsInstalled(session: ExtensionSession): Promise<void> {
  const page = await session.openExtensionPage('popup.html?entity=none');
  try {
    for (const end = Date.now() + WAIT_MS; Date.now() < end; await pause(POLL_MS)) {
      const { packs, problem } = await askBackground(page, 'status', {});
      const there = packs.map(({ id }) => id);
      if (problem !== undefined || BUILT_IN_IDS.every((id) => there.includes(id))) return;
    }
    throw new Error('The built-in packs were not installed.');
  } finally {
    await page.close();
  }
}
