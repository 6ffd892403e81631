import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DateMethod, Published } from '../../dateline/published.ts';
import { firstDayOf } from '../../facts/dates.ts';
import type { NameIndex } from '../../linking/name-index.ts';
import { linkDocument } from './link-document.ts';
import { type AnnotateRequest, LineProblem } from './request.ts';
import type { SavedPage } from './saved-page.ts';
import { segmentsOfPage, segmentsOfText, type TextSegments } from './text-segments.ts';

/** A name in a document; offsets are UTF-16 code units into its text, half-open. */
export interface AnnotatedMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly entity: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** A page's day of publication, YYYY-MM-DD. */
export interface AnnotatedDate {
  readonly date: string;
  readonly method: DateMethod;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A line of the output. */
export interface Annotated {
  readonly id: string | number;
  /** When a page was published, where it says so and how sure that is; null when it does not say. */
  readonly published?: AnnotatedDate | null;
  /** The text of a page, to which offsets refer. */
  readonly text?: string;
  readonly mentions: readonly AnnotatedMention[];
}

/** Saved pages have some 100 kB, the largest a few MB. A document tree takes ten times as much or more. */
const MAX_PAGE_BYTES = 32 * 1024 * 1024;

/** What one run of the command annotates with. */
export interface Annotator {
  readonly indexes: readonly NameIndex[];
  readonly threshold?: number | undefined;
  /** The folder that paths of pages start from. */
  readonly cwd: string;
}

/**
 * Finds the entities of a document. Nothing is kept from one to the next.
 *
 * @throws LineProblem when its page cannot be read
 */
export async function annotate(annotator: Annotator, request: AnnotateRequest): Promise<Annotated> {
  const { id, date, lang } = request;
  if ('text' in request) {
    const content = segmentsOfText(request.text);
    return { id, mentions: mentionsIn(content, annotator, lang, date) };
  }
  const file = path.resolve(annotator.cwd, request.html);
  const { segments, language, published } = await readPage(file, request.url ?? '');
  const content = segmentsOfPage(segments);
  return {
    id,
    ...(date === undefined && { published: published ? dateOf(published) : null }),
    text: content.text,
    mentions: mentionsIn(content, annotator, lang ?? language, date ?? published?.iso),
  };
}

function dateOf({ iso, method, confidence }: Published): AnnotatedDate {
  return { date: iso, method, confidence };
}

function mentionsIn(
  { text, segments, starts }: TextSegments,
  { indexes, threshold }: Annotator,
  language: string | undefined,
  date: string | undefined,
): AnnotatedMention[] {
  const mentions = linkDocument(indexes, segments, { language, date: firstDayOf(date), threshold });
  return mentions.map((mention) => {
    const offset = starts[mention.segment] ?? 0;
    const { entity, score, reasons } = mention;
    const [start, end] = [offset + mention.start, offset + mention.end];
    return { start, end, text: text.slice(start, end), entity, score, reasons };
  });
}

async function readPage(file: string, url: string): Promise<SavedPage> {
  const bytes = await readFileOf(file);
  // Only now, as the DOM library takes half a second and 100 MB: texts do without.
  const { readSavedPage } = await import('./saved-page.ts');
  return readSavedPage(bytes, url);
}

async function readFileOf(page: string): Promise<Uint8Array> {
  try {
    const file = await stat(page);
    // A pipe or a device may have no end.
    if (!file.isFile()) throw new Error('it is no file');
    if (file.size > MAX_PAGE_BYTES) throw new Error(`it is longer than ${MAX_PAGE_BYTES} bytes`);
    return await readFile(page);
  } catch (error) {
    throw new LineProblem(
      `the page "${page}" cannot be read (${error instanceof Error ? error.message : error})`,
      'write in "html" the path of a saved page, from the current directory',
    );
  }
}
