import * as v from 'valibot';
import { NetworkError } from './network-error.ts';

/**
 * Reads JSON that a server sent, against a schema.
 *
 * @param what - what was expected, for the message: "a service's description"
 * @throws NetworkError `unreadable` that names the place
 */
export function parseAnswer<S extends v.GenericSchema>(
  schema: S,
  text: string,
  url: string,
  what: string,
): v.InferOutput<S> {
  const unreadable = (meaning: string, cause?: unknown) =>
    new NetworkError(
      {
        fault: 'unreadable',
        url,
        meaning,
        mend: `Check the address: ${what} was expected there`,
      },
      cause,
    );
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw unreadable(
      `the answer is ${looksLikeHtml(text) ? 'a web page and ' : ''}not JSON`,
      cause,
    );
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue) ?? 'the whole';
  throw unreadable(`the answer is not ${what}: ${place}: ${issue.message}`);
}

function looksLikeHtml(text: string): boolean {
  return /^\s*<(!doctype html|html|head|body)/i.test(text);
}
