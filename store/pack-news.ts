import { announce, onNews } from './news.ts';

/** To be called after a pack was installed, replaced, removed, or switched on or off. */
export function announcePacks(): void {
  announce('packs');
}

/**
 * Calls back whenever another context announces that the packs changed.
 *
 * @returns ends it
 */
export function onPacksChanged(changed: () => void): () => void {
  return onNews('packs', changed);
}
