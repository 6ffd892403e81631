import type { Note, OwnEntry } from '../../../facts/own.ts';
import type { Settings } from '../../../facts/settings.ts';
import type { FactBase } from '../../../store/database.ts';
import { notes, ownEntries, putNote, putOwnEntry } from '../../../store/own.ts';
import { changeSettings, readSettings } from '../../../store/settings.ts';

/** What belongs to the reader, in this order: settings, own entries, notes. */
type Keepsakes = readonly [Settings, readonly OwnEntry[], readonly Note[]];

/** What the reader has at a cycle; each cycle changes all of it. */
function keepsakesOf(cycle: number): Keepsakes {
  const moment = new Date(Date.UTC(2026, 10, 23, 0, cycle)).toISOString();
  const entry = (at: number): OwnEntry => ({
    entity: {
      id: `own:${at}`,
      kind: 'person',
      names: [{ text: `Own ${at} of cycle ${cycle}` }],
    },
    facts: [],
    sources: [],
    predicates: [],
    private: at % 2 === 0,
    created: moment,
    changed: moment,
  });
  return [
    {
      highlighting: cycle % 2 === 0,
      sitesOff: [`${cycle}.example`],
      overrules: [{ entity: `own:${cycle}`, scope: { on: 'everywhere' } }],
    },
    [entry(1), entry(2)],
    [{ id: 'n1', entity: 'own:1', text: `Cycle ${cycle}`, created: moment, changed: moment }],
  ];
}

export async function putKeepsakes(base: FactBase, cycle: number): Promise<void> {
  const [settings, entries, [note]] = keepsakesOf(cycle);
  await changeSettings(base, () => settings);
  for (const entry of entries) await putOwnEntry(base, entry);
  if (note) await putNote(base, note);
}

/** What is not as the reader left it. */
export async function wrongKeepsakes(base: FactBase, cycle: number): Promise<string[]> {
  const now: Keepsakes = [await readSettings(base), await ownEntries(base), await notes(base)];
  return keepsakesOf(cycle).flatMap((kept, at) => {
    const [was, is] = [JSON.stringify(kept), JSON.stringify(now[at])];
    return was === is ? [] : [`the reader's own: ${is} instead of ${was}`];
  });
}
