import type { Params, Result } from './channel.ts';
import type { Operations } from './operations.ts';

/** Asks the worker; rejects with words when it does not answer. */
export type Ask = <K extends keyof Operations & string>(
  op: K,
  params: Params<Operations, K>,
) => Promise<Result<Operations, K>>;
