import { noteUpdate, packsDue } from '../../importing/due-updates.ts';
import { openFactBase } from '../../store/database.ts';
import { startImport } from '../options/import-handle.ts';

/**
 * Updates the packs that are due, one after the other, each in a worker of its own.
 *
 * @param version - of the extension
 */
export async function runDueUpdates(version: string): Promise<void> {
  const base = await openFactBase(() => {});
  try {
    for (const pack of await packsDue(base, Date.now())) {
      const problem = await update(pack, version);
      await noteUpdate(base, pack, problem).catch((error: unknown) => {
        // The pack was removed meanwhile; the others have their turn.
        console.warn(`Backgrounder: what came of an update was not noted: ${pack}.`, error);
      });
    }
  } finally {
    base.close();
  }
}

/** @returns why it failed */
function update(pack: string, version: string): Promise<string | undefined> {
  const handle = startImport({ update: pack }, Promise.resolve(true), version);
  return new Promise((resolve) => {
    handle.watch((news) => {
      if (news.kind === 'failed') {
        resolve(news.failure.nothingNew ? undefined : news.failure.message);
      } else if (news.kind === 'done' || news.kind === 'cancelled') resolve(undefined);
      // Nobody is there to be asked; an update is of a format that was answered for before.
      else if (news.kind === 'question') handle.answer({ title: news.question.title });
    });
  });
}
