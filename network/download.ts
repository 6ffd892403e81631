import { refuseWebPage } from './content-type.ts';
import type { Bytes, PoliteAnswer } from './polite-answer.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import { type DownloadRequest, ResumingBody } from './resuming-body.ts';

export interface Download {
  /** Where it comes from, after redirects. */
  readonly url: string;
  readonly headers: Headers;
  /** Bytes in all, where the server says so and does not compress on the way. */
  readonly size: number | undefined;
  /** As the server wrote it, to ask with next time. */
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** Errors with NetworkError, or with the signal's reason. */
  readonly body: ReadableStream<Bytes>;
  /** Hexadecimal, once the body has been read to its end and if a hash was asked for. */
  sha256(): string | undefined;
}

/**
 * Downloads a file as a stream. A connection that breaks is resumed from where
 * it broke, if the server can tell that the file is still the same.
 *
 * @throws NetworkError when it cannot be begun, also when a web page comes in its place
 */
export async function download(polite: PoliteFetch, request: DownloadRequest): Promise<Download> {
  const answer = await polite.open({ url: request.url, signal: request.signal });
  return downloadOf(polite, request, answer);
}

/** The download whose first answer has already come. */
export async function downloadOf(
  polite: PoliteFetch,
  request: DownloadRequest,
  answer: PoliteAnswer,
): Promise<Download> {
  await refuseWebPage(request.url, answer);
  const body = new ResumingBody(polite, request, answer);
  return {
    url: answer.url,
    headers: answer.headers,
    size: body.size,
    etag: answer.headers.get('etag') ?? undefined,
    lastModified: answer.headers.get('last-modified') ?? undefined,
    body: new ReadableStream<Bytes>(
      {
        async pull(controller) {
          const bytes = await body.next();
          if (bytes) controller.enqueue(bytes);
          else controller.close();
        },
        cancel: () => body.cancel(),
      },
      // Nothing is read ahead: time limits count only while somebody waits for bytes.
      { highWaterMark: 0 },
    ),
    sha256: () => body.sha256,
  };
}
