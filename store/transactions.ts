/**
 * Waits for the requests of a transaction that writes, and for its end.
 *
 * @throws DOMException the one that says why; where a transaction is ended, its
 *   requests, or it itself, say no more than that (`AbortError`)
 */
export async function whenWritten(
  transaction: { readonly done: Promise<void> },
  requests: readonly Promise<unknown>[],
): Promise<void> {
  const ended = await Promise.allSettled([...requests, transaction.done]);
  const errors = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (errors.length > 0) throw errors.find((error) => !isAbort(error)) ?? errors[0];
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
