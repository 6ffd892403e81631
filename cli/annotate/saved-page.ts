import { dayToIso, localDay } from '../../facts/days.ts';
import { type PublicationDate, publicationDate } from '../../page/publication-date.ts';
import { readSegments } from '../../page/segments.ts';
import { decodePage } from './decode-page.ts';
import { parsePage } from './page-document.ts';

/** What a saved page says. */
export interface SavedPage {
  /** The inline text of its blocks, as the extension reads them. */
  readonly segments: readonly string[];
  /** As its root says it, BCP 47. */
  readonly language?: string | undefined;
  readonly published: PublicationDate | null;
}

/**
 * Reads a saved page with the rooms that read it in a browser.
 *
 * @param url - where it came from; may hold the day of publication
 */
export function readSavedPage(bytes: Uint8Array, url: string): SavedPage {
  const document = parsePage(decodePage(bytes));
  const segments: string[] = [];
  for (const segment of document.body ? readSegments(document.body) : [])
    if (segment) segments.push(segment.text);
  return {
    segments,
    language: document.documentElement.lang || undefined,
    published: publicationDate(document, url, dayToIso(localDay(new Date()))),
  };
}
