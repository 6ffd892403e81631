import { join } from 'node:path';
import { inBrowsersWithRoom } from '../room-browsers.ts';

/** Defines tests for each browser, with what the page's side exports at hand. */
export function inBrowsers(what: string, define: Parameters<typeof inBrowsersWithRoom>[2]): void {
  inBrowsersWithRoom(what, join(import.meta.dirname, 'room.ts'), define);
}
