import type { Params, Result } from '../../messages/channel.ts';
import type { Operations } from '../../messages/operations.ts';
import type { PageReport } from '../../messages/tab-operations.ts';

/** What a watched page lets the popup know. */
export type PageNews =
  | { readonly kind: 'report'; readonly report: PageReport }
  /** No content script answers there; `url` where the browser tells it. */
  | { readonly kind: 'unreachable'; readonly url: string | undefined };

/** What the popup needs from outside: the worker, and the page it was opened on. */
export interface Backend {
  /** Asks the worker; rejects with words when it does not answer. */
  ask<K extends keyof Operations & string>(
    op: K,
    params: Params<Operations, K>,
  ): Promise<Result<Operations, K>>;
  /** The page; absent when the popup stands in a tab of its own. */
  readonly page: PageLink | undefined;
}

export interface PageLink {
  /** Calls back with each frame's report, until the returned function is called. */
  watch(listener: (news: PageNews) => void): () => void;
  /** Has the page read although it does not look like an article. */
  annotate(): Promise<void>;
  reload(): Promise<void>;
}
