import * as v from 'valibot';
import { PublishedSchema } from '../dateline/published.ts';
import { KINDS } from '../facts/vocabulary.ts';
import { address, entityId, nothing } from './parameters.ts';

/** A frame's own id, the same in all of its reports. */
const frameId = v.string();

/** Of a message that is meant for one frame of a tab. */
export const ToFrameSchema = v.object({ params: v.object({ frame: frameId }) });

/** What a tab's content scripts are told. */
export const TAB_OPERATIONS = {
  /** Read this page although it does not look like an article. */
  annotate: { params: nothing, result: nothing },
  /** Settings have changed: ask for them again. */
  refresh: { params: nothing, result: nothing },
  /** Move to the next or the previous mention. */
  step: { params: v.object({ direction: v.picklist([1, -1]) }), result: nothing },
  /**
   * Move to the next or the previous mention of an entity, going round. Only the frame named
   * answers. `at` counts from 1 among the `of` mentions that can be seen; 0 where there is none.
   */
  goTo: {
    params: v.object({ frame: frameId, entity: entityId, direction: v.picklist([1, -1]) }),
    result: v.object({ at: v.number(), of: v.number() }),
  },
  /** The text that has been read so far, by block, and its language where the page says it. */
  text: {
    params: v.object({ frame: frameId }),
    result: v.object({ language: v.string(), segments: v.array(v.string()) }),
  },
} as const;

/** What each frame tells popup and side panel over a port, at once and whenever it changes. */
export const PageReportSchema = v.object({
  frame: frameId,
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
  /** Of these the ones named in the frame's viewport. */
  inView: v.optional(v.array(entityId)),
});

export type TabOperations = typeof TAB_OPERATIONS;
export type PageReport = v.InferOutput<typeof PageReportSchema>;
export const PAGE_REPORT_PORT = 'page-report';
/** The same port for who wants reports also when the page is scrolled. */
export const PAGE_SCROLL_PORT = 'page-scroll';
