/** Tells the extension's own pages that the settings changed; pages of the web are told by the worker. */
const CHANNEL = 'backgrounder-settings';

/** To be called after the settings were changed. */
export function announceSettings(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/**
 * Calls back whenever a change of the settings is announced, here or in another context.
 *
 * @returns ends it
 */
export function onSettingsChanged(changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = changed;
  return () => channel.close();
}
