import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { generateKeys } from '../../../network/signature.ts';
import {
  file,
  type Handler,
  hangUp,
  inTurn,
  saysNothing,
  status,
  text,
} from '../../unit/network/test-server.ts';
import { inImportingBrowsers } from './import-browsers.ts';
import { gone, packText, servePack, serveSignature } from './served-pack.ts';

declare const room: typeof import('./import-room.ts');

const ONE = packText('1', 3);
const TWO = packText('2', 2);

/** Asks for an update, and tells whether the base is as before. */
async function update(page: Page, pack = 'news', silenceMs?: number) {
  return page.evaluate(
    async (pack, silenceMs) => {
      const before = await room.snapshot();
      const outcome = await room.importing({ update: pack }, { silenceMs });
      return { ...outcome, isAsBefore: (await room.snapshot()) === before };
    },
    pack,
    silenceMs,
  );
}

/** Imports from an address, and gives where the pack comes from by its row. */
async function importUrl(page: Page, url: string) {
  const outcome = await page.evaluate((url) => room.importing({ url }), url);
  return { ...outcome, origin: await originOf(page) };
}

async function originOf(page: Page) {
  const rows = await page.evaluate(() => room.packRows());
  return rows[0]?.origin;
}

inImportingBrowsers('a pack from an address', (test) => {
  test('is imported, and what its file is known by is noted', async (page, server) => {
    const url = servePack(server, '/100%.ndjson', ONE);
    const { summary, origin, questions } = await importUrl(page, url);
    expect(summary).toMatchObject({
      pack: 'news',
      version: '1',
      counts: { entities: 4, facts: 3 },
    });
    expect(questions).toEqual([]);
    expect(origin).toMatchObject({
      url,
      format: 'backgrounder',
      etag: `"${createHash('sha1').update(ONE).digest('hex')}"`,
      lastModified: 'Mon, 23 Nov 2026 10:00:00 GMT',
      sha256: createHash('sha256').update(ONE).digest('hex'),
      checked: expect.stringMatching(/^\d{4}-/),
    });
    expect(origin?.publicKey).toBeUndefined();
  });

  test('is not replaced while its server has the same', async (page, server) => {
    await importUrl(page, servePack(server, '/pack', ONE));
    const { error, isAsBefore } = await update(page);
    expect(error?.message).toMatch(/There is no newer version/);
    expect(server.asked.at(-1)?.headers['if-none-match']).toMatch(/^"[0-9a-f]{40}"$/);
    expect(isAsBefore).toBe(true);
  });

  test('is not replaced by the same from a server that cannot tell', async (page, server) => {
    await importUrl(page, server.on('/pack', text(ONE)));
    const { error, isAsBefore } = await update(page);
    expect(error?.message).toMatch(/There is no newer version/);
    expect(isAsBefore).toBe(true);
  });

  test('is replaced by a newer one, and back', async (page, server) => {
    await importUrl(page, servePack(server, '/pack', ONE));
    const before = await page.evaluate(() => room.recordsOf('news'));
    servePack(server, '/pack', TWO);
    const { summary, error } = await update(page);
    expect(error).toBeUndefined();
    expect(summary).toMatchObject({
      version: '2',
      changes: { added: 0, changed: 3, removed: 2, unchanged: 3 },
    });
    const [row] = await page.evaluate(() => room.packRows());
    expect(row?.previous?.header.version).toBe('1');
    expect(row?.origin?.sha256).toBe(createHash('sha256').update(TWO).digest('hex'));
    const after = await page.evaluate(async () => {
      await room.goBack('news');
      return room.recordsOf('news');
    });
    expect(after).toEqual(before);
  });

  test('is not replaced by another pack', async (page, server) => {
    await importUrl(page, servePack(server, '/pack', ONE));
    servePack(server, '/pack', packText('2', 2, { id: 'other' }));
    const { error, isAsBefore } = await update(page);
    expect(error?.message).toBe(
      'The update of the pack "news" is now another pack, "other". Nothing was changed.',
    );
    expect(error?.mend).toMatch(/Remove the installed pack/);
    expect(isAsBefore).toBe(true);
  });

  test('keeps title and languages that the reader chose, and asks no more', async (page, server) => {
    const url = server.on('/list.csv', text('name,lang\nAnn,en\n', 'text/csv', { etag: '"1"' }));
    const first = await page.evaluate(
      (url) =>
        room.importing({ url }, { title: 'My list', chosenLanguages: ['fa'], languages: ['en'] }),
      url,
    );
    expect(first.summary?.pack).toBe('my-list');
    expect(first.questions).toEqual(['list']);
    server.on('/list.csv', text('name,summary\nAnn,x\nBo,\n', 'text/csv', { etag: '"2"' }));
    const { summary, questions } = await update(page, 'my-list');
    expect(questions).toEqual([]);
    expect(summary).toMatchObject({ pack: 'my-list', counts: { entities: 2 } });
    const [row] = await page.evaluate(() => room.packRows());
    expect(row?.header).toMatchObject({ title: { en: 'My list' }, languages: ['fa'] });
    const records = await page.evaluate(() => room.recordsOf('my-list'));
    expect(records.join('\n')).toContain('"summary":{"fa":"x"}');
  });

  test('is not mistaken for the file that took its place', async (page, server) => {
    const url = servePack(server, '/pack', ONE);
    await importUrl(page, url);
    await page.evaluate((pack) => room.importText('mine.ndjson', pack), TWO);
    expect(await originOf(page)).toMatchObject({ url, fileName: 'mine.ndjson' });
    // The server has the version before, which is another than the one installed now.
    const { summary } = await update(page);
    expect(summary?.version).toBe('1');
    expect((await originOf(page))?.fileName).toBeUndefined();
  });

  test('has no update when it came from a file, or is not there', async (page) => {
    await page.evaluate((pack) => room.importText('mine.ndjson', pack), ONE);
    const fromFile = await update(page);
    expect(fromFile.error?.message).toMatch(/was made from a file/);
    const absent = await update(page, 'absent');
    expect(absent.error?.message).toMatch(/"absent" is not installed/);
    expect(fromFile.isAsBefore && absent.isAsBefore).toBe(true);
  });
});

describe('a signed pack', () => {
  inImportingBrowsers('with its signature beside it', (test) => {
    test('pins its key, and is updated by the same key', async (page, server) => {
      const keys = await generateKeys();
      const url = servePack(server, '/pack', ONE);
      await serveSignature(server, '/pack', keys, ONE);
      expect((await importUrl(page, url)).origin?.publicKey).toBe(keys.publicKey);
      servePack(server, '/pack', TWO);
      await serveSignature(server, '/pack', keys, TWO);
      expect((await update(page)).summary?.version).toBe('2');
      expect((await originOf(page))?.publicKey).toBe(keys.publicKey);
    });

    test('is refused when it is not as signed, at the first time too', async (page, server) => {
      const keys = await generateKeys();
      const url = servePack(server, '/pack', ONE.replace('Person 1', 'Person X'));
      await serveSignature(server, '/pack', keys, ONE);
      const { error, rows } = await page.evaluate(async (url) => {
        const { error } = await room.importing({ url });
        return { error, rows: await room.packRows() };
      }, url);
      expect(error?.message).toMatch(/the signature is for another file/);
      expect(rows).toEqual([]);
    });

    test('is not replaced by one that is not signed so', async (page, server) => {
      const keys = await generateKeys();
      const url = servePack(server, '/pack', ONE);
      await serveSignature(server, '/pack', keys, ONE);
      await importUrl(page, url);
      servePack(server, '/pack', TWO);
      const refused: [() => void | Promise<void>, RegExp][] = [
        [() => void server.on('/pack.sig', gone), /was signed before and is not signed now/],
        [() => void server.on('/pack.sig', status(403)), /was signed before and is not signed now/],
        [() => void server.on('/pack.sig', text('<html>', 'text/html')), /is not signed now/],
        [() => void server.on('/pack.sig', text('{}', 'application/json')), /not a signature/],
        [
          async () => serveSignature(server, '/pack', await generateKeys(), TWO),
          /signed with another key than before/,
        ],
        [
          () => serveSignature(server, '/pack', keys, ONE),
          /for another file than the one that came/,
        ],
      ];
      for (const [prepare, message] of refused) {
        await prepare();
        const { error, isAsBefore } = await update(page);
        expect(error?.message).toMatch(message);
        expect(error?.mend).not.toBe('');
        expect(isAsBefore).toBe(true);
      }
      // Nor from elsewhere, though that has no signature to be compared with.
      const elsewhere = servePack(server, '/elsewhere', TWO);
      const { error } = await importUrl(page, elsewhere);
      expect(error?.message).toMatch(/is not signed now/);
    });

    test('stays bound to its key when the reader imports a file of it', async (page, server) => {
      const keys = await generateKeys();
      const url = servePack(server, '/pack', ONE);
      await serveSignature(server, '/pack', keys, ONE);
      await importUrl(page, url);
      await page.evaluate((pack) => room.importText('mine.ndjson', pack), TWO);
      expect((await originOf(page))?.publicKey).toBe(keys.publicKey);
    });

    test('need not be: what answers in place of a signature is none', async (page, server) => {
      const url = servePack(server, '/pack', ONE);
      for (const answer of [status(403), text('<html>Not here', 'text/html; charset=utf-8')]) {
        server.on('/pack.sig', answer);
        const { error, origin } = await importUrl(page, url);
        expect(error).toBeUndefined();
        expect(origin?.publicKey).toBeUndefined();
      }
    });

    test('is not asked for beside a foreign format', async (page, server) => {
      await importUrl(page, server.on('/list.csv', text('name\nAnn\n')));
      expect(server.asked.map(({ path }) => path)).not.toContain('/list.csv.sig');
    });
  });
});

/** Over a megabyte: some pieces, and some news of them. */
const MANY = 6_000;
const BYTES = Buffer.from(packText('3', MANY));
/** An import of it takes long enough to be cancelled on the way. */
const BIG = packText('3', 20_000);
const ETAG = { etag: '"big"' };

/** Sends some of the pack and then nothing, with the connection open. */
const fallsSilent: Handler = (_, response) => {
  response.writeHead(200, { 'content-length': BYTES.length });
  response.write(BYTES.subarray(0, 100_000));
};

inImportingBrowsers('a pack from a bad server', (test) => {
  const recovered: [string, Handler][] = [
    ['asked too often', inTurn(status(429, { 'retry-after': '2' }), file({ bytes: BYTES }))],
    ['out of order', inTurn(status(503), status(500), file({ bytes: BYTES }))],
    ['that hangs up', inTurn(hangUp, file({ bytes: BYTES }))],
    ['that is slow to begin', inTurn(saysNothing, file({ bytes: BYTES }))],
    [
      'that breaks off',
      file({ bytes: BYTES, headers: ETAG, dropAfter: [400_000, 800_000, undefined] }),
    ],
    [
      'that breaks off and knows no ranges',
      file({ bytes: BYTES, headers: ETAG, ranges: false, dropAfter: [400_000, undefined] }),
    ],
  ];
  for (const [what, handler] of recovered) {
    test(`${what} comes whole, and its progress goes one way`, async (page, server) => {
      const { summary, error, news, origin } = await importUrl(page, server.on('/pack', handler));
      expect(error).toBeUndefined();
      expect(summary?.counts).toEqual({ entities: MANY + 1, facts: MANY });
      expect(origin?.sha256).toBe(createHash('sha256').update(BYTES).digest('hex'));
      const phases = ['fetching', 'reading', 'indexing', 'switching'];
      for (const [at, one] of news.entries()) {
        const before = news[at - 1] ?? one;
        expect(phases.indexOf(one.phase)).toBeGreaterThanOrEqual(phases.indexOf(before.phase));
        expect(one.bytesRead).toBeGreaterThanOrEqual(before.bytesRead);
        expect(one.records).toBeGreaterThanOrEqual(before.records);
        expect(one.bytesTotal).toBe(at === 0 ? undefined : BYTES.length);
      }
      expect(news[0]?.phase).toBe('fetching');
      expect(news.at(-1)).toMatchObject({
        phase: 'switching',
        bytesRead: BYTES.length,
        // Entities, facts, a source and a predicate.
        records: 2 * MANY + 3,
      });
    });
  }

  const failing: [string, Handler, RegExp, RegExp][] = [
    ['asked too often', status(429), /\(HTTP 429\).*asked too often/, /Wait some minutes/],
    ['out of order', status(500), /\(HTTP 500\).*failed to answer/, /Try again later/],
    ['that says nothing', saysNothing, /sent nothing for 0.1 s/, /Try again later/],
    ['that falls silent', fallsSilent, /stopped sending/, /Start again/],
    [
      'that always breaks off',
      file({ bytes: BYTES, dropAfter: [50_000, 50_000, 50_000] }),
      /connection broke|bytes came/,
      /Start again|Try again/,
    ],
    [
      'that has an error page with status 200',
      text('<!doctype html><h1>Oops', 'text/html'),
      /a web page came where a data file was expected/,
      /address of the file itself/,
    ],
    [
      'that has an error page and calls it data',
      text('<!doctype html><h1>Oops', 'application/json'),
      /is a web page \(HTML\): perhaps an error page/,
      /one of these formats/,
    ],
  ];
  for (const [what, handler, message, mend] of failing) {
    test(`${what} fails clearly, and the base is as before`, async (page, server) => {
      await importUrl(page, servePack(server, '/pack', ONE));
      server.on('/pack', handler);
      // Who never says anything need not be waited for.
      const { error, isAsBefore } = await update(
        page,
        'news',
        handler === saysNothing ? 100 : undefined,
      );
      expect(error?.message).toMatch(message);
      expect(error?.mend).toMatch(mend);
      expect(isAsBefore).toBe(true);
    });
  }

  test('or a good one: cancelled at whatever moment, the base is as before', async (page, server) => {
    await importUrl(page, servePack(server, '/pack', ONE));
    servePack(server, '/pack', BIG);
    const seen = await page.evaluate(async () => {
      const before = await room.snapshot();
      const ends: string[] = [];
      for (const phase of ['fetching', 'indexing', 'switching'] as const) {
        for (const most of [0, 10, 1_000]) {
          const turns = Math.floor(Math.random() * most);
          const { error, news } = await room.cancelled({ update: 'news' }, phase, turns);
          // When all has been read it may be too late.
          if (!error && phase !== 'fetching') return ends;
          const isAsBefore = (await room.snapshot()) === before;
          const last = news.at(-1)?.phase;
          ends.push(isAsBefore ? `${error?.name} ${last}` : `changed ${turns} after ${phase}`);
        }
      }
      return ends;
    });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(
      seen.map(() => expect.stringMatching(/^AbortError (fetching|reading|indexing|switching)$/)),
    );
    expect(seen.slice(0, 3)).toContain('AbortError fetching');
    for (const end of seen.slice(3)) expect(end).toMatch(/indexing|switching/);
  });
});
