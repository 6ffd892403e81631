/** Tells the extension's other contexts that the installed packs changed. */
const CHANNEL = 'backgrounder-packs';

/** To be called after a pack was installed, replaced, removed, or switched on or off. */
export function announcePacks(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/**
 * Calls back whenever another context announces that the packs changed.
 *
 * @returns ends it
 */
export function onPacksChanged(changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = changed;
  return () => channel.close();
}
