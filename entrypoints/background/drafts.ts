import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { ProvenanceSchema } from '../../facts/own.ts';

/**
 * What is on its way from a page or a card to the options page, where the reader
 * makes an entry or a note of it. It is kept in the browser's memory until then:
 * addresses of pages stay in the history, so it does not stand in one.
 */
const DraftSchema = v.object({
  from: v.optional(ProvenanceSchema),
  /** Id of the entity that a note is to be about. */
  about: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** A name to be looked up in a service. */
  lookUp: v.optional(v.pipe(v.string(), v.maxLength(500))),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

function keyOf(id: string): string {
  return `draft:${id}`;
}

/** @returns the draft's id */
export async function keepDraft(draft: Draft): Promise<string> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [keyOf(id)]: draft });
  return id;
}

/** A draft that was kept in this session of the browser, and not dropped since. */
export async function readDraft(id: string): Promise<Draft | undefined> {
  const { [keyOf(id)]: kept } = await browser.storage.session.get(keyOf(id));
  const parsed = v.safeParse(DraftSchema, kept);
  return parsed.success ? parsed.output : undefined;
}

export async function dropDraft(id: string): Promise<void> {
  await browser.storage.session.remove(keyOf(id));
}
