import * as v from 'valibot';
import { PublishedSchema } from '../dateline/published.ts';
import { KINDS } from '../facts/vocabulary.ts';
import { address, entityId, nothing } from './parameters.ts';

/** What a tab's content scripts are told. */
export const TAB_OPERATIONS = {
  /** Read this page although it does not look like an article. */
  annotate: { params: nothing, result: nothing },
  /** Settings have changed: ask for them again. */
  refresh: { params: nothing, result: nothing },
  /** Move to the next or the previous mention. */
  step: { params: v.object({ direction: v.picklist([1, -1]) }), result: nothing },
} as const;

/** What each frame tells the popup over a port, at once and whenever it changes. */
export const PageReportSchema = v.object({
  /** A frame's own id, the same in all of its reports. */
  frame: v.string(),
  url: address,
  top: v.boolean(),
  title: v.string(),
  /** Whether the page is read, and why or why not, in the words of `page/reads-like-article`. */
  reading: v.boolean(),
  decision: v.picklist([
    'article-markup',
    'article-prose',
    'front-page',
    'asked-for',
    'application',
    'little-prose',
    'no-article',
    'every-page',
    'not-my-site',
    'language-off',
    'switched-off',
  ]),
  date: v.optional(PublishedSchema),
  entities: v.array(
    v.object({ id: entityId, kind: v.picklist(KINDS), mentions: v.pipe(v.number(), v.integer()) }),
  ),
});

export type TabOperations = typeof TAB_OPERATIONS;
export type PageReport = v.InferOutput<typeof PageReportSchema>;
export const PAGE_REPORT_PORT = 'page-report';
