import { browser } from 'wxt/browser';
import type { ReadLine } from '../../facts/read-pack.ts';
import { BUILT_IN_PACKS } from '../../packs/built-in.ts';
import { OWN_PACKS } from '../../sources/own-pack.ts';
import { convertLines } from '../../sources/sampled-lines.ts';
import { readLines } from '../../sources/text-lines.ts';
import type { FactBase } from '../../store/database.ts';
import { sweep } from '../../store/generations.ts';
import { importLines } from '../../store/import-pack.ts';

/**
 * Installs a pack that comes with this version of the extension, unless that was done before. An
 * interrupted installation is done again at the next start. `npm test` checks these packs whole,
 * so here only their lines are.
 *
 * @param path - within the extension, one of `BUILT_IN_PACKS`
 * @returns whether it was not there yet
 * @throws Error that says what is wrong and how to mend it; what was there before is kept
 */
export async function installBuiltIn(base: FactBase, path: string): Promise<boolean> {
  const version = `${browser.runtime.getManifest().version} ${BUILT_IN_PACKS.fingerprint}`;
  if ((await base.get('builtIn', path)) === version) return false;
  await sweep(base);
  // The path is not one of WXT's public files, which its types know by name.
  const { body } = await fetch(new URL(path, browser.runtime.getURL('/')));
  if (!body) throw new Error(`The pack ${path} is not there.`);
  const converter = OWN_PACKS.converter({ today: '', languages: [] });
  const batches = soundOnly(path, convertLines(converter, [], readLines(body)));
  await importLines(base, batches, { keepPrevious: false });
  await base.put('builtIn', version, path);
  return true;
}

/** So long the worker does nothing else while it installs. */
const LONGEST_MS = 50;

/** The Prioritized Task Scheduling API, which TypeScript's DOM does not have yet. */
declare const scheduler: {
  postTask(task: () => void, options: { readonly priority: 'background' }): Promise<void>;
};

async function* soundOnly(
  path: string,
  batches: AsyncIterable<readonly ReadLine[]>,
): AsyncGenerator<readonly ReadLine[]> {
  let since = performance.now();
  for await (const batch of batches) {
    for (const line of batch)
      if (!line.ok)
        throw new Error(
          `The pack ${path} was not installed: line ${line.line}: ${line.problem.message}. What was there before is kept. To mend it: ${line.problem.mend}.`,
        );
    yield batch;
    if (performance.now() - since < LONGEST_MS) continue;
    // Whoever asks for a card or a page's names meanwhile goes first.
    await scheduler.postTask(() => {}, { priority: 'background' });
    since = performance.now();
  }
}
