import type { Ask } from '../messages/ask.ts';
import type { Result } from '../messages/channel.ts';
import type { PageReport, TabOperations } from '../messages/tab-operations.ts';
import type { RecentLookUps } from './recent-look-ups.ts';

/** What a watched page lets a view know. */
export type PageNews =
  | { readonly kind: 'report'; readonly report: PageReport }
  /** The tab is on its way to another page. */
  | { readonly kind: 'loading' }
  /** No content script answers there; `url` where the browser tells it. */
  | { readonly kind: 'unreachable'; readonly url: string | undefined };

/** What views need from outside: the worker, and the page that they speak of. */
export interface Backend {
  readonly ask: Ask;
  /** The page; absent where there is none, as in a tab of its own. */
  readonly page: PageLink | undefined;
  /** Opens the side panel beside the page; absent where there is none to open. */
  readonly openPanel?: (() => Promise<void>) | undefined;
  /** What was looked up last; absent where it is not remembered. */
  readonly recent?: RecentLookUps | undefined;
}

export interface PageLink {
  /** Calls back with each frame's report, until the returned function is called. */
  watch(listener: (news: PageNews) => void): () => void;
  /** Has the page read although it does not look like an article. */
  annotate(): Promise<void>;
  reload(): Promise<void>;
  /** Goes to the next (1) or previous (-1) mention of an entity in a frame. */
  goTo(frame: string, entity: string, direction: 1 | -1): Promise<Result<TabOperations, 'goTo'>>;
  /** What has been read of a frame. */
  text(frame: string): Promise<Result<TabOperations, 'text'>>;
}
