import * as v from 'valibot';
import { CardSchema, ExplanationSchema } from '../facts/card.ts';
import { LOCALES } from '../words/locales.ts';
import { address, entityId, entityIds, isoDate, nothing, writtenName } from './parameters.ts';

const CardResultSchema = v.object({
  /** Absent when no enabled pack knows the entity. */
  card: v.optional(CardSchema),
  /** Why the mention was taken for the entity. */
  explanation: v.optional(ExplanationSchema),
});

/** What the card on a page says, in the reader's language. */
export const CardWordsSchema = v.object({
  locale: v.picklist(LOCALES),
  /** BCP 47. */
  tag: v.pipe(v.string(), v.maxLength(100)),
  messages: v.record(v.string(), v.string()),
});
/** The sections of locales/*.json that a card on a page needs. */
export const CARD_SECTIONS = ['app', 'card', 'kind', 'problem'] as const;

const CitationResultSchema = v.object({ text: v.string() });

/** What a card shows, and what is done from it. */
export const CARD_OPERATIONS = {
  card: {
    params: v.object({
      entity: entityId,
      /** The article's day; absent when the page has none. */
      date: v.optional(isoDate),
      /** The page's other entities: facts that touch them come first. */
      page: entityIds,
      /** How many facts at most. */
      facts: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
      /** The mention to explain: its text on the page, and what `link` said of it. */
      mention: v.optional(
        v.object({ text: writtenName, why: v.pipe(v.string(), v.maxLength(10_000)) }),
      ),
    }),
    result: CardResultSchema,
  },
  /** A source as a citation: plain text, or CSL-JSON as reference managers read it. */
  citation: {
    params: v.object({
      source: v.pipe(v.string(), v.maxLength(500)),
      as: v.picklist(['text', 'csl-json']),
    }),
    result: CitationResultSchema,
  },
  /** Opens the reference's page of an entity in a tab. */
  openDetail: {
    params: v.object({ entity: entityId, date: v.optional(isoDate) }),
    result: nothing,
  },
  /** Opens the options page for a note on an entity, made on a page where there is one. */
  writeNote: {
    params: v.object({
      entity: entityId,
      page: v.optional(
        v.object({
          url: address,
          title: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
          date: v.optional(isoDate),
        }),
      ),
    }),
    result: nothing,
  },
} as const;

/** What the card on a page asks of the worker, and reads of the answers. */
export const CARD_ANSWERS = {
  card: CardResultSchema,
  citation: CitationResultSchema,
  overrule: nothing,
  openDetail: nothing,
} as const;
export type CardAnswers = typeof CARD_ANSWERS;
