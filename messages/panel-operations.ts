import * as v from 'valibot';
import { EntityRowSchema } from '../facts/card.ts';
import { NoteSchema } from '../facts/own.ts';
import { address, entityId, entityIds, isoDate, nothing, writtenName } from './parameters.ts';

/** What the side panel asks beside what popup and cards ask. */
export const PANEL_OPERATIONS = {
  /** Finds names in a page's text that no pack knows. */
  unknownNames: {
    params: v.object({
      /** BCP 47, where the page says so. */
      language: v.optional(v.pipe(v.string(), v.maxLength(35))),
      date: v.optional(isoDate),
      segments: v.pipe(v.array(v.string()), v.maxLength(20_000)),
    }),
    result: v.object({
      /** Those that stand most often first. */
      names: v.array(v.object({ text: v.string(), times: v.number() })),
      /** Names are found by their capitals: whether the text's script has any. */
      hasCapitals: v.boolean(),
    }),
  },
  /** The reader's notes made on a page, and those about its entities, the newest first. */
  pageNotes: {
    params: v.object({ url: address, entities: entityIds }),
    result: v.object({
      notes: v.array(
        v.object({
          id: NoteSchema.entries.id,
          text: v.string(),
          /** When it was changed last, ISO 8601. */
          changed: v.string(),
          about: v.optional(v.pick(EntityRowSchema, ['id', 'name'])),
          /** It was made on this page. */
          here: v.boolean(),
        }),
      ),
    }),
  },
  /** Keeps a note that was made on a page. */
  addNote: {
    params: v.object({
      text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(20_000)),
      entity: v.optional(entityId),
      page: v.object({
        url: address,
        title: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
        date: v.optional(isoDate),
      }),
    }),
    result: nothing,
  },
  /** Opens the options page where a name is looked up in a service. Nothing is sent before the reader presses there. */
  lookUpName: { params: v.object({ name: writtenName }), result: nothing },
} as const;
