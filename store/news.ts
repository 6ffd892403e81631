/** What the extension's contexts tell one another. */
export type News = 'packs' | 'settings';

const channelOf = (news: News) => `backgrounder-${news}`;

/** Tells all other contexts, and listeners in this one, that something changed. */
export function announce(news: News): void {
  const channel = new BroadcastChannel(channelOf(news));
  channel.postMessage('changed');
  channel.close();
}

/**
 * Calls back whenever a change is announced.
 *
 * @returns ends it
 */
export function onNews(news: News, changed: () => void): () => void {
  const channel = new BroadcastChannel(channelOf(news));
  channel.onmessage = changed;
  return () => channel.close();
}
