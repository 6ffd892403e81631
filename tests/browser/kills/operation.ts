import type { MadeVersion } from './made-versions.ts';

/** What is begun in a worker of the page. */
export type Operation =
  | { readonly kind: 'import'; readonly pack: MadeVersion }
  | { readonly kind: 'remove'; readonly id: string }
  /** To the version before and back again, so many times. */
  | { readonly kind: 'roll-back'; readonly id: string; readonly times: number };

/** What the worker says of it. */
export type News =
  | { readonly kind: 'began' }
  | { readonly kind: 'progress'; readonly records: number }
  /** @param ms - since it began */
  | { readonly kind: 'ended'; readonly ms: number }
  | { readonly kind: 'failed'; readonly message: string };
