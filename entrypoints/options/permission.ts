import { browser } from 'wxt/browser';
import { matchPatternOf } from '../../packs/catalogue/catalogue.ts';

/**
 * Asks the browser for leave to fetch from hosts; to be called in the press that asks
 * for it, before anything is awaited.
 *
 * @param origins - match patterns
 * @throws Error in words when it is refused
 */
export async function permit(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  if (await browser.permissions.request({ origins: [...origins] })) return;
  throw new Error('The browser was not allowed to fetch it: press again and allow it.');
}

/** The same for addresses; what is none is left to whoever fetches it. */
export function permitAddresses(urls: readonly string[]): Promise<void> {
  return permit(urls.filter((url) => URL.canParse(url)).map(matchPatternOf));
}
