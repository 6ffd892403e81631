import { findPublished } from '../../dateline/find-published.ts';
import type { Published } from '../../dateline/published.ts';
import { dayToIso, localDay } from '../../facts/days.ts';
import { dateEvidence } from '../../page/date-evidence.ts';
import { readSegments } from '../../page/segments.ts';
import { ENGLISH } from '../english.ts';
import { decodePage } from './decode-page.ts';
import { parsePage } from './page-document.ts';
import { LineProblem } from './request.ts';

/**
 * Tags of a page, those that close included: a tree of so many takes 1.4 GB, and
 * running out of memory would end the run. Long articles have a twentieth.
 */
const MAX_TAGS = 500_000;

/** What a saved page says. */
export interface SavedPage {
  /** The inline text of its blocks, as the extension reads them. */
  readonly segments: readonly string[];
  /** As its root says it, BCP 47. */
  readonly language?: string | undefined;
  /** The day it was published; absent when it does not say, or not clearly enough. */
  readonly published?: Published | undefined;
}

/**
 * Reads a saved page with the rooms that read it in a browser.
 *
 * @param url - where it came from; may hold the day of publication
 * @throws LineProblem when the page is too large
 */
export function readSavedPage(bytes: Uint8Array, url: string): SavedPage {
  const html = decodePage(bytes);
  if (hasMoreThan(html, '<', MAX_TAGS))
    throw new LineProblem(`the page has more than ${MAX_TAGS} tags`, 'leave it out or split it');
  const document = parsePage(html);
  const segments: string[] = [];
  for (const segment of document.body ? readSegments(document.body) : [])
    if (segment) segments.push(segment.text);
  return {
    segments,
    language: document.documentElement.lang || undefined,
    published: findPublished(dateEvidence(document), url, dayToIso(localDay(new Date())), ENGLISH),
  };
}

function hasMoreThan(text: string, character: string, limit: number): boolean {
  let count = 0;
  let at = text.indexOf(character);
  while (at >= 0 && count <= limit) {
    count++;
    at = text.indexOf(character, at + 1);
  }
  return count > limit;
}
