import { expect } from 'vitest';
import type { PageReader } from '../../../page/page-reader.ts';
import { readingPages, type Seen, words } from './reading-pages.ts';

declare const room: typeof import('./room.ts');
/** What `readingPages` leaves in the page for the test. */
declare const reader: PageReader;
declare const linker: ReturnType<typeof room.createLinker>;
declare const seen: Seen;

readingPages('the page reader', (test) => {
  test(
    'paints names over nodes and changes nothing in the page',
    '<h1>The <i>New York</i> Times</h1><p><b>Elon</b> Mu<i>sk</i> and Musk, Iran and Iran.</p>',
    async (page) => {
      const found = await page.evaluate(() => ({
        names: room.highlightNamesInUse(),
        first: room.painted('backgrounder-first'),
        later: room.painted('backgrounder-later'),
        counts: reader.mentions.counts(),
      }));
      expect(found).toEqual({
        names: ['backgrounder-first', 'backgrounder-later'],
        first: ['The New York Times', 'Elon Musk', 'Iran'],
        later: ['Musk', 'Iran'],
        counts: [
          { id: 'Q317521', kind: 'person', mentions: 2 },
          { id: 'Q794', kind: 'place', mentions: 2 },
          { id: 'Q9684', kind: 'organisation', mentions: 1 },
        ],
      });
    },
  );

  test(
    'leaves the page as it was, byte for byte',
    `<p class="a">Elon Musk<p>Musk${'<p>Iran'.repeat(300)}`,
    async (page) => {
      const { before, after, ranges } = await page.evaluate(() => {
        reader.highlighter.setActive(reader.mentions.first('Q317521'));
        const after = document.documentElement.outerHTML;
        return { before: seen.before, after, ranges: reader.highlighter.load.ranges };
      });
      expect(ranges).toBeGreaterThan(2);
      expect(after).toBe(before);
    },
  );

  test(
    'takes everything off when it is stopped, and starts again',
    '<p>Elon Musk</p>',
    async (page) => {
      const found = await page.evaluate(async () => {
        reader.stop();
        const stopped = {
          names: room.highlightNamesInUse(),
          load: reader.highlighter.load,
          size: reader.mentions.size,
        };
        const calls = linker.calls.length;
        document.body.append('Iran');
        // Another reader shows when the change would have been read.
        const other = new room.PageReader({ link: room.createLinker().link, onChange: () => {} });
        document.body.append(document.createElement('p'), 'Iran');
        other.start();
        await other.settled();
        document.body.append(document.createElement('p'), 'Iran');
        await room.until(() => other.mentions.size === 4);
        other.stop();
        const quiet = linker.calls.length === calls;
        reader.start();
        await reader.settled();
        return { stopped, quiet, again: room.highlightNamesInUse() };
      });
      expect(found).toEqual({
        stopped: { names: [], load: { ranges: 0, observed: 0 }, size: 0 },
        quiet: true,
        again: ['backgrounder-first', 'backgrounder-later'],
      });
    },
  );

  test('reads 200,000 text nodes in slices', '<p>Iran</p>', async (page) => {
    const found = await page.evaluate(async () => {
      reader.stop();
      const many = document.createElement('div');
      for (let at = 0; at < 100_000; at++) many.append(`w${at} `, document.createTextNode('x '));
      for (let at = 0; at < 200; at++) {
        const p = document.createElement('p');
        p.append(...Array.from({ length: 500 }, (_, n) => (n === 0 ? 'Iran ' : `w${n} `)));
        many.append(p);
      }
      document.body.append(many);
      let frames = 0;
      let counting = true;
      const count = () => {
        frames++;
        if (counting) requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      reader.start();
      await reader.settled();
      counting = false;
      return { mentions: reader.mentions.size, frames };
    });
    expect(found.mentions).toBe(201);
    // The page went on painting while it was read.
    expect(found.frames).toBeGreaterThan(2);
  });

  test(
    'sends what is in view first',
    `<div>${`<p>${words(60)}</p>`.repeat(40)}</div><p>Iran</p>`,
    async (page) => {
      const calls = await page.evaluate(() => linker.calls.map(({ segments }) => segments.length));
      expect(calls.length).toBeGreaterThan(1);
      expect(calls[0]).toBeLessThan(15);
      expect(calls.reduce((a, b) => a + b)).toBe(41);
    },
  );

  test(
    'links short names before the full name once that is established',
    `<p>Musk first.</p>${`<p>${words(400)}</p>`.repeat(30)}<p>Then Elon Musk.</p>`,
    async (page) => {
      const found = await page.evaluate(() => ({
        mentions: reader.mentions.counts()[0]?.mentions,
        calls: linker.calls.length,
        painted: room.painted('backgrounder-first'),
      }));
      expect(found.mentions).toBe(2);
      expect(found.calls).toBeGreaterThan(2);
      expect(found.painted).toEqual(['Musk']);
    },
  );

  test(
    'looks for short forms of a new full name in what was linked before it, and only there',
    `<p>Khamenei first.</p>${`<p>${words(400)}</p>`.repeat(30)}<p>Then Ali Khamenei.</p>`,
    async (page) => {
      const found = await page.evaluate(() => ({
        texts: reader.mentions.ofBlock(document.querySelector('p') as Element).map(room.textOf),
        mentions: reader.mentions.size,
        calls: linker.calls.map(({ segments, established }) => ({
          isFirst: segments[0] === 'Khamenei first.',
          established,
        })),
      }));
      const known = [{ entity: 'Q57265', text: 'Ali Khamenei' }];
      expect(found.texts).toEqual(['Khamenei']);
      expect(found.mentions).toBe(2);
      // The beginning twice, the rest once: its own full name is no news.
      expect(found.calls.filter(({ isFirst }) => isFirst)).toEqual([
        { isFirst: true, established: [] },
        { isFirst: true, established: known },
      ]);
      expect(found.calls.filter(({ isFirst }) => !isFirst).length).toBeLessThan(5);
    },
  );

  test(
    'links a chunk again only so often, however many full names come',
    '<p>Khamenei</p>',
    async (page) => {
      const found = await page.evaluate(async () => {
        const calls: string[][] = [];
        const other = new room.PageReader({
          link: (segments) => {
            calls.push(segments);
            const at = calls.length;
            const name = { entity: `E${at}`, text: `Name ${at}`, words: ['Khamenei', 'added'] };
            return Promise.resolve({ mentions: [], established: [name], awaiting: [] });
          },
          onChange: () => {},
        });
        reader.stop();
        other.start();
        await other.settled();
        const alone = calls.length;
        document.body.append(document.createElement('p'), 'added');
        await room.until(() => calls.length > alone);
        await other.settled();
        other.stop();
        return { alone, count: calls.length };
      });
      expect(found.alone).toBe(1);
      // Each of the two six times at most.
      expect(found.count).toBeLessThanOrEqual(12);
    },
  );

  test('asks again when the worker does not answer', '<p>nobody</p>', async (page) => {
    const found = await page.evaluate(async () => {
      // The longer waits are noted, and not waited for.
      const waits: number[] = [];
      const { setTimeout } = window;
      const hastened = (run: TimerHandler, ms = 0) => {
        if (ms < 1_000) return setTimeout(run, ms);
        waits.push(ms);
        return setTimeout(run);
      };
      Object.assign(window, { setTimeout: hastened });
      const linker = room.createLinker();
      let failures = 2;
      const other = new room.PageReader({
        link: (segments, established) =>
          failures-- > 0
            ? Promise.reject(new Error('no worker'))
            : linker.link(segments, established),
        onChange: () => {},
      });
      document.body.append('Iran');
      other.start();
      await other.settled();
      const retried = { mentions: other.mentions.size, waits: waits.splice(0) };
      failures = 100;
      document.body.append(document.createElement('p'), 'Elon Musk');
      await room.until(() => failures === 96);
      await other.settled();
      const givenUp = { mentions: other.mentions.size, waits: waits.splice(0) };
      failures = 0;
      document.body.append(document.createElement('p'), 'Iran too');
      await room.until(() => other.mentions.size === 3);
      other.stop();
      return { retried, givenUp };
    });
    expect(found).toEqual({
      retried: { mentions: 1, waits: [1_000] },
      givenUp: { mentions: 1, waits: [1_000, 4_000] },
    });
  });
});
