import * as v from 'valibot';
import { DateEvidenceSchema } from '../dateline/evidence.ts';
import { PublishedSchema } from '../dateline/published.ts';
import { PageSettingsSchema } from '../facts/page-settings.ts';
import { SettingsSchema } from '../facts/settings.ts';
import { PackedMentionsSchema } from '../linking/packed-mentions.ts';
import { CardWordsSchema } from './card-operations.ts';
import { address, entityId, isoDate, nothing, writtenName } from './parameters.ts';

const LinkResultSchema = v.object({
  mentions: PackedMentionsSchema,
  /** Full names in this chunk, with words that segments hold which have short forms of them. */
  established: v.array(
    v.object({ entity: entityId, text: writtenName, words: v.array(v.string()) }),
  ),
  /** Entities whose short names stand here unlinked until their full name is seen. */
  awaiting: v.array(entityId),
});

const PublicationDateResultSchema = v.object({
  /** Absent when the page does not say, or not clearly enough. */
  published: v.optional(PublishedSchema),
});

/** What pages need: names linked, the day found, the card loaded. */
export const PAGE_OPERATIONS = {
  /** The reader's settings as this page needs them. */
  pageSettings: {
    params: v.object({
      url: address,
      /** The page's language, BCP 47, where it says so. */
      language: v.optional(v.pipe(v.string(), v.maxLength(35))),
    }),
    result: PageSettingsSchema,
  },
  /** Finds the known names in a chunk of a page's segments. */
  link: {
    params: v.object({
      url: address,
      /** The page's language, BCP 47, where it says so. */
      language: v.optional(v.pipe(v.string(), v.maxLength(35))),
      /** The article's day; absent when the page has none. */
      date: v.optional(isoDate),
      segments: v.pipe(v.array(v.string()), v.maxLength(20_000)),
      /** Full names that have been seen on this page so far, as it writes them. */
      established: v.pipe(
        v.array(v.object({ entity: entityId, text: writtenName })),
        v.maxLength(2_000),
      ),
    }),
    result: LinkResultSchema,
  },
  /** Finds the article's day in what a page shows of it, or in the reader's correction. */
  publicationDate: {
    params: v.object({ url: address, evidence: DateEvidenceSchema }),
    result: PublicationDateResultSchema,
  },
  /** The reader corrects a page's day of publication; without a date, takes that back. */
  correctDate: {
    params: v.object({ url: address, date: v.optional(isoDate) }),
    result: SettingsSchema,
  },
  /** Runs the card's script in the frame that asks, and gives it its words: pages on which no card opens do without both. */
  loadCard: { params: nothing, result: v.object({ words: CardWordsSchema }) },
} as const;

/**
 * What a page asks of the worker, and what it reads of the answers. Apart from the whole,
 * which a page would have to load: parameters are checked by the worker.
 */
export const PAGE_ANSWERS = {
  link: LinkResultSchema,
  publicationDate: PublicationDateResultSchema,
  pageSettings: PageSettingsSchema,
  /** The card's script parses its words. */
  loadCard: v.object({ words: v.unknown() }),
} as const;
export type PageAnswers = typeof PAGE_ANSWERS;
