import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/build-extension.ts';
import { FIXTURES } from './corpus-fixtures.ts';
import { type CorpusServer, SAVED_PAGES, serveCorpus } from './corpus-pages.ts';
import { complaints, corpusTable, type Row } from './corpus-table.ts';
import { Pair, type Prepare } from './corpus-visit.ts';

const CORPUS_TIMEOUT_MS = 15 * 60_000;

const hold: Prepare = (page) =>
  page.evaluate(() => {
    dispatchEvent(new Event('hold'));
  });

describe.each(['chromium', 'firefox'] as const)('pages in %s', (kind) => {
  let server: CorpusServer;
  let pair: Pair;
  beforeAll(async () => {
    server = await serveCorpus();
    pair = await Pair.start(kind, extensionFolder(kind), server.fixture(0));
  });
  afterAll(async () => {
    await pair?.close();
    await server?.close();
  });

  it.each(FIXTURES.map((fixture, at) => [fixture.title, fixture, at] as const))(
    '%s: the same page with us',
    async (title, { endless }, at) => {
      const url = server.fixture(at);
      const prepare = endless && hold;
      const without = pair.stateWithout(url, prepare);
      const read = await pair.read(url);
      const visit = { ...read, ...(await pair.compare(without, prepare)) };
      expect(complaints(title, visit)).toEqual([]);
      expect(visit.carded).toBeDefined();
    },
  );

  it.skipIf(SAVED_PAGES.length === 0)(
    'saved pages: the same with us, and no error of ours',
    async () => {
      const rows: Row[] = [];
      const failed: string[] = [];
      const started = performance.now();
      for (const page of SAVED_PAGES) {
        const url = server.saved(page.file, 'inert');
        try {
          const without = pair.stateWithout(url);
          without.catch(() => {});
          const read = await pair.read(url);
          rows.push({ page, visit: { ...read, ...(await pair.compare(without)) } });
        } catch (error) {
          failed.push(`${page.file}: ${error}`);
        }
      }
      const seconds = ((performance.now() - started) / 1_000).toFixed(0);
      console.log(corpusTable(`${SAVED_PAGES.length} saved pages in ${kind}, ${seconds} s`, rows));
      const wrong = rows.flatMap(({ page, visit }) => complaints(page.file, visit));
      expect([...failed, ...wrong]).toEqual([]);
    },
    CORPUS_TIMEOUT_MS,
  );
});
