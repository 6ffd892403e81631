import type { Ask } from '../messages/ask.ts';
import type { PageReport } from '../messages/tab-operations.ts';
import type { RecentLookUps } from './recent-look-ups.ts';

/** What a watched page lets a view know. */
export type PageNews =
  | { readonly kind: 'report'; readonly report: PageReport }
  /** No content script answers there; `url` where the browser tells it. */
  | { readonly kind: 'unreachable'; readonly url: string | undefined };

/** What views need from outside: the worker, and the page that they speak of. */
export interface Backend {
  readonly ask: Ask;
  /** The page; absent where there is none, as in a tab of its own. */
  readonly page: PageLink | undefined;
  /** What was looked up last; absent where it is not remembered. */
  readonly recent?: RecentLookUps | undefined;
}

export interface PageLink {
  /** Calls back with each frame's report, until the returned function is called. */
  watch(listener: (news: PageNews) => void): () => void;
  /** Has the page read although it does not look like an article. */
  annotate(): Promise<void>;
  reload(): Promise<void>;
}
