import { NetworkError } from './network-error.ts';
import type { PoliteAnswer } from './polite-answer.ts';

/**
 * Refuses a web page where data was expected: sign-in pages, error pages and
 * portals of hotels answer so, with status 200.
 *
 * @throws NetworkError `not-data`
 */
export async function refuseWebPage(asked: string, answer: PoliteAnswer): Promise<void> {
  const type = (answer.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'text/html' && type !== 'application/xhtml+xml') return;
  await answer.cancel();
  throw new NetworkError({
    fault: 'not-data',
    url: asked,
    status: answer.status,
    meaning: 'a web page came where a data file was expected',
    mend: 'Use the address of the file itself, not of the page that describes it; on a public network, sign in to it first',
  });
}
