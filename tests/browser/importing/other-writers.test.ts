import { expect } from 'vitest';
import { inImportingBrowsers } from './import-browsers.ts';

declare const room: typeof import('./import-room.ts');

inImportingBrowsers('an import and other writers', (test) => {
  test('do not wait for the answer to its question', async (page) => {
    const { outcome, problem } = await page.evaluate(async () => {
      await room.importText('others.csv', 'name\nAnn\n');
      let problem: string | undefined;
      const outcome = await room.importText('list.csv', 'name\nBo\n', {
        onQuestion: async () => {
          await room.noting('others', 'Written meanwhile.');
          const [row] = await room.packRows();
          problem = row?.origin?.problem;
        },
      });
      return { outcome, problem };
    });
    expect(problem).toBe('Written meanwhile.');
    expect(outcome.summary?.pack).toBe('list');
  });

  test('it can be cancelled while it waits for them', async (page) => {
    const { error, held } = await page.evaluate(async () => {
      const cancelling = new AbortController();
      const importing = () =>
        room.importText('list.csv', 'name\nBo\n', {
          signal: cancelling.signal,
          onQuestion: async () => {
            setTimeout(() => cancelling.abort(new DOMException('Cancelled.', 'AbortError')));
          },
        });
      // Its end is waited for while the lock is held.
      const { error } = await navigator.locks.request('backgrounder-write', importing);
      const { held = [] } = await navigator.locks.query();
      return { error, held };
    });
    expect(error?.name).toBe('AbortError');
    expect(held).toEqual([]);
  });
});
