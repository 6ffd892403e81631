import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/build-extension.ts';
import { FIXTURES } from './corpus-fixtures.ts';
import { type CorpusServer, SAVED_PAGES, SCRIPTED_PAGES, serveCorpus } from './corpus-pages.ts';
import { complaints, corpusTable, type Row } from './corpus-table.ts';
import { Pair, type Prepare } from './corpus-visit.ts';

const CORPUS_TIMEOUT_MS = 15 * 60_000;

/** Changes of the page that never ends; one in each frame. */
const TICKS = 300;
/** On average; the page's pace makes it about one reading in 20 frames here, and ever fewer. */
const TICKS_A_READING = 10;

/** Shares that show that the pages were looked at: with a known name, and of those with a card. */
const WITH_MENTIONS = 0.4;
const CARDED = 0.9;

/** Each saved page is visited in one browser: in Firefox, which takes longer, one of so many. */
const FIREFOX_VISITS_ONE_OF = 3;

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
      const visit = await pair.visit(server.fixture(at), { prepare: endless && hold });
      expect(complaints(title, visit)).toEqual([]);
      expect(visit.carded).toBeDefined();
    },
  );

  it('reads a page that changes without end a few times only, and it stays alive', async () => {
    const before = await pair.links();
    await pair.page.goto(server.fixture(FIXTURES.findIndex(({ endless }) => endless)));
    await pair.page.evaluate(async (wanted) => {
      const { dataset } = document.documentElement;
      while (Number(dataset['ticks']) < wanted) await new Promise(requestAnimationFrame);
    }, TICKS);
    const links = (await pair.links()) - before;
    // Elsewhere: what comes late would count for the next page.
    await pair.page.goto(server.fixture(0));
    expect(links).toBeGreaterThan(2);
    expect(links).toBeLessThan(TICKS / TICKS_A_READING);
    expect(await pair.newErrors()).toEqual([]);
  });

  const pages = SAVED_PAGES.filter(
    (_, at) => (at % FIREFOX_VISITS_ONE_OF === 0) === (kind === 'firefox'),
  );
  const sets = [
    ['saved pages', pages, 'inert'],
    ['saved pages with their own scripts', SCRIPTED_PAGES, 'scripts'],
  ] as const;
  // Without the shared pages there are no sets; the fixtures above are always tested.
  it.each(SAVED_PAGES.length === 0 ? [] : sets)(
    '%s: the same with us, and no error of ours',
    async (name, pages, serving) => {
      const rows: Row[] = [];
      const failed: string[] = [];
      const started = performance.now();
      for (const [at, page] of pages.entries()) {
        const [url, next] = pages.slice(at, at + 2).map(({ file }) => server.saved(file, serving));
        try {
          if (url) rows.push({ page, visit: await pair.visit(url, { next }) });
        } catch (error) {
          failed.push(`${page.file}: ${error}`);
        }
      }
      const seconds = ((performance.now() - started) / 1_000).toFixed(0);
      console.log(corpusTable(`${pages.length} ${name} in ${kind}, ${seconds} s`, rows));
      const wrong = rows.flatMap(({ page, visit }) => complaints(page.file, visit));
      expect([...failed, ...wrong]).toEqual([]);
      const withMentions = rows.filter(({ visit }) => visit.mentions > 0).length;
      const carded = rows.filter(({ visit }) => visit.carded !== undefined).length;
      expect(withMentions).toBeGreaterThan(pages.length * WITH_MENTIONS);
      expect(carded).toBeGreaterThan(withMentions * CARDED);
    },
    CORPUS_TIMEOUT_MS,
  );
});
