import { firstDayOf } from '../../facts/dates.ts';
import { displayName } from '../../facts/sentence.ts';
import { pageKey } from '../../facts/settings.ts';
import { linkSegments } from '../../linking/link.ts';
import { unknownNames } from '../../linking/unknown-names.ts';
import type { Handlers } from '../../messages/channel.ts';
import type { PANEL_OPERATIONS } from '../../messages/panel-operations.ts';
import { rowMaterials } from '../../store/entities.ts';
import { notes, putNote } from '../../store/own.ts';
import { filledBase, openedBase } from './fact-base.ts';
import { reader } from './reader.ts';
import { openDraft } from './selection-menu.ts';

/** Names shown at most: what stands behind them is seldom a name. */
const MOST_NAMES = 40;
/** Of the newest notes on a page and its entities. */
const MOST_NOTES = 100;

/** What the side panel asks. */
export const panelHandlers: Handlers<typeof PANEL_OPERATIONS> = {
  async unknownNames({ language, date, segments }) {
    const { indexes } = await filledBase();
    const { mentions } = linkSegments(indexes, segments, {
      established: [],
      // What the reader hid is known all the same.
      overruled: new Set(),
      language,
      date: firstDayOf(date),
    });
    const { names, hasCapitals } = unknownNames(segments, mentions, MOST_NAMES);
    return { names: [...names], hasCapitals };
  },

  async pageNotes({ url, entities }) {
    const { base } = await openedBase();
    const page = pageKey(url);
    const known = new Set(entities);
    const found = (await notes(base))
      .map((note) => ({ note, here: pageKey(note.provenance?.url ?? '') === page }))
      .filter(({ note, here }) => here || (note.entity !== undefined && known.has(note.entity)))
      .sort((a, b) => (a.note.changed < b.note.changed ? 1 : -1))
      .slice(0, MOST_NOTES);
    const materials = await rowMaterials(base, [
      ...new Set(found.flatMap(({ note }) => note.entity ?? [])),
    ]);
    const { languages } = await reader();
    return {
      notes: found.map(({ note: { id, text, changed, entity }, here }) => {
        const material = entity === undefined ? undefined : materials.get(entity);
        const about = material && {
          id: material.entity.id,
          name: displayName(material.entity, languages),
        };
        return { id, text, changed, here, ...(about && { about }) };
      }),
    };
  },

  async addNote({ text, entity, page: { url, title, date } }) {
    const { base } = await openedBase();
    const now = new Date().toISOString();
    await putNote(base, {
      id: crypto.randomUUID(),
      ...(entity !== undefined && { entity }),
      text,
      created: now,
      changed: now,
      provenance: {
        url,
        ...(title !== undefined && { title }),
        ...(date !== undefined && { date }),
      },
    });
    return {};
  },

  async lookUpName({ name }) {
    await openDraft({ lookUp: name });
    return {};
  },
};
