import { NetworkError } from '../../../network/network-error.ts';

/** The NetworkError that a promise rejects with; anything else fails the test. */
export async function failure(promise: Promise<unknown>): Promise<NetworkError> {
  const error = await promise.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof NetworkError)) throw error;
  return error;
}
