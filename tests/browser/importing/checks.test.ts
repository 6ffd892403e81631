import { expect } from 'vitest';
import { file, json, status, text } from '../../unit/network/test-server.ts';
import { inImportingBrowsers } from './import-browsers.ts';
import { packText, servePack } from './served-pack.ts';

declare const room: typeof import('./import-room.ts');

inImportingBrowsers('a check for a newer version', (test) => {
  test('notes that there is one, and which, without fetching it whole', async (page, server) => {
    const url = servePack(server, '/pack', packText('1', 3));
    await page.evaluate((url) => room.importing({ url }), url);
    const none = await page.evaluate(() => room.checking('news'));
    expect(none.error).toBeUndefined();
    expect(none.origin).toMatchObject({ url, checked: expect.stringMatching(/^\d{4}-/) });
    expect(none.origin?.available).toBeUndefined();
    servePack(server, '/pack', packText('2', 2_000));
    const some = await page.evaluate(() => room.checking('news'));
    expect(some.origin?.available).toBe('2');
    await page.evaluate(() => room.importing({ update: 'news' }));
    const [row] = await page.evaluate(() => room.packRows());
    expect(row?.origin?.available).toBeUndefined();
  });

  test('takes the version where the server knows its file by nothing', async (page, server) => {
    const url = server.on('/pack', text(packText('1', 3)));
    await page.evaluate((url) => room.importing({ url }), url);
    expect((await page.evaluate(() => room.checking('news'))).origin?.available).toBeUndefined();
    server.on('/pack', text(packText('2', 3)));
    expect((await page.evaluate(() => room.checking('news'))).origin?.available).toBe('2');
  });

  test('notes why it failed, until one succeeds', async (page, server) => {
    const url = servePack(server, '/pack', packText('1', 3));
    await page.evaluate((url) => room.importing({ url }), url);
    server.on('/pack', status(404));
    const failed = await page.evaluate(() => room.checking('news'));
    expect(failed.error).toMatch(/nothing at this address/);
    expect(failed.origin?.problem).toBe(failed.error);
    expect(failed.origin?.checked).toBeDefined();
    server.on('/pack', file({ bytes: Buffer.from('PK\x03\x04') }));
    expect((await page.evaluate(() => room.checking('news'))).origin?.problem).toMatch(/zip/);
    servePack(server, '/pack', packText('1', 3));
    expect((await page.evaluate(() => room.checking('news'))).origin?.problem).toBeUndefined();
    expect((await page.evaluate(() => room.checking('none'))).error).toMatch(/is not installed/);
  });

  test('leaves alone what was noted while it waited, and a pack that was removed', async (page, server) => {
    const url = servePack(server, '/pack', packText('1', 3));
    await page.evaluate((url) => room.importing({ url }), url);
    server.on('/pack', async (asked, response) => {
      await page.evaluate(() => room.noting('news', 'Another knows better.'));
      return status(404)(asked, response);
    });
    const noted = await page.evaluate(() => room.checking('news'));
    expect(noted.error).toMatch(/nothing at this address/);
    expect(noted.origin?.problem).toBe('Another knows better.');
    server.on('/pack', async (asked, response) => {
      await page.evaluate(() => room.remove('news'));
      return status(404)(asked, response);
    });
    const removed = await page.evaluate(() => room.checking('news'));
    expect(removed.error).toMatch(/nothing at this address/);
    expect(removed.origin).toBeUndefined();
  });

  test('asks a dataset of the catalogue for its version', async (page, server) => {
    const person = { id: 'a', schema: 'Person', properties: { name: ['Ann'] }, datasets: ['d'] };
    server.on('/entities.ftm.json', text(`${JSON.stringify(person)}\n`));
    server.on('/index.json', json({ name: 'd', version: '1' }));
    await page.evaluate(() => room.importing({ catalogue: 'listed' }));
    expect((await page.evaluate(() => room.checking('listed'))).origin?.available).toBeUndefined();
    server.on('/index.json', json({ name: 'd', version: '2' }));
    server.asked.length = 0;
    expect((await page.evaluate(() => room.checking('listed'))).origin?.available).toBe('2');
    expect(server.asked.map(({ path }) => path)).toEqual(['/index.json']);
  });

  test('asks a query service nothing: what it has is of the day', async (page, server) => {
    const item = { type: 'uri', value: 'http://www.wikidata.org/entity/Q1000' };
    const row = { item, itemLabel: { type: 'literal', value: 'Ann', 'xml:lang': 'en' } };
    server.on('/sparql', json({ head: { vars: ['item'] }, results: { bindings: [row] } }));
    await page.evaluate(() => room.importing({ catalogue: 'people', parameter: 'FR' }));
    server.asked.length = 0;
    const [sameDay, nextDay] = await page.evaluate(async () => [
      await room.checking('people-fr'),
      await room.checking('people-fr', '2026-11-24'),
    ]);
    expect(sameDay?.error).toBeUndefined();
    expect(sameDay?.origin?.available).toBeUndefined();
    expect(nextDay?.origin?.available).toBe('2026-11-24');
    expect(server.asked).toEqual([]);
  });
});

const NOW = Date.parse('2026-11-23T12:00:00Z');
const ago = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();
const url = 'https://packs.example/a';

inImportingBrowsers('packs that are due to be updated', (test) => {
  test('are those whose time is over', async (page) => {
    const table = [
      [{ url, every: 'day', checked: ago(25) }, true],
      [{ url, every: 'day', checked: ago(24) }, true],
      [{ url, every: 'day', checked: ago(23) }, false],
      [{ url, every: 'week', checked: ago(25) }, false],
      [{ url, every: 'week', checked: ago(7 * 24) }, true],
      [{ url, every: 'month', checked: ago(29 * 24) }, false],
      [{ url, every: 'month', checked: ago(30 * 24) }, true],
      [{ url, every: 'never', checked: ago(9_999) }, false],
      [{ url, checked: ago(9_999) }, false],
      [{ url, every: 'day' }, true],
      [{ url, every: 'day', checked: 'yesterday' }, true],
      // The clock was set back.
      [{ url, every: 'month', checked: ago(-1) }, true],
      [{ every: 'day', checked: ago(9_999) }, false],
      [{}, false],
    ] as const;
    const seen = await page.evaluate(
      async (origins, now) => {
        const due: boolean[] = [];
        await room.importText('list.csv', 'name\nAnn\n');
        for (const origin of origins) {
          await room.setOrigin('list', origin);
          due.push((await room.due(now)).includes('list'));
        }
        return due;
      },
      table.map(([origin]) => origin),
      NOW,
    );
    expect(seen).toEqual(table.map(([, isDue]) => isDue));
  });

  test('are noted as tried, and what was wrong', async (page) => {
    const [failed, succeeded] = await page.evaluate(async (url) => {
      await room.importText('list.csv', 'name\nAnn\n');
      await room.setOrigin('list', { url, every: 'day', available: '2' });
      await room.noting('list', 'No network.');
      const [failed] = await room.packRows();
      await room.noting('list', undefined);
      const [succeeded] = await room.packRows();
      return [failed?.origin, succeeded?.origin];
    }, url);
    expect(failed).toMatchObject({ problem: 'No network.', available: '2', every: 'day' });
    expect(failed?.checked).toMatch(/^\d{4}-/);
    expect(succeeded?.problem).toBeUndefined();
    expect(succeeded?.available).toBeUndefined();
  });
});
