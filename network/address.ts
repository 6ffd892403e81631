import { NetworkError } from './network-error.ts';

/**
 * An address that may be fetched: http or https, without a password in it.
 *
 * @throws NetworkError that says what is wrong with it
 */
export function fetchableAddress(text: string): URL {
  const refuse = (meaning: string, mend: string) =>
    new NetworkError({ fault: 'address', url: text, meaning, mend });
  if (!URL.canParse(text)) throw refuse('this is not an address', 'Write it as https://…');
  const url = new URL(text);
  if (!isHttp(url)) {
    throw refuse('only http and https addresses can be fetched', 'Write it as https://…');
  }
  if (url.username !== '' || url.password !== '') {
    throw refuse(
      'an address with a user name or password in it cannot be fetched',
      'Download the file yourself and import it',
    );
  }
  return url;
}

/**
 * Whether an answer from `ended` may be taken for one from `asked`: a redirect
 * must not lead away from http and https, nor from https to http.
 */
export function mayLeadTo(asked: URL, ended: URL): boolean {
  return isHttp(ended) && (asked.protocol !== 'https:' || ended.protocol === 'https:');
}

function isHttp(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}
