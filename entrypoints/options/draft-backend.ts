import { displayName } from '../../facts/sentence.ts';
import type { FactBase } from '../../store/database.ts';
import { cardMaterials } from '../../store/entities.ts';
import { dropDraft, readDraft } from '../background/drafts.ts';
import type { Drafts } from './backend.ts';

/** What was handed over from pages and cards. @param languages - of names, the reader's first */
export function draftBackend(
  opened: () => Promise<FactBase>,
  languages: readonly string[],
): Drafts {
  return {
    async draft(id) {
      const draft = await readDraft(id);
      if (!draft) return undefined;
      const { from, about, lookUp } = draft;
      if (about === undefined) return { from, lookUp };
      const material = (await cardMaterials(await opened(), [about])).get(about);
      const name = material ? displayName(material.entity, languages) : { text: about, lang: '' };
      return { from, about: { id: about, name } };
    },
    dropDraft,
  };
}
