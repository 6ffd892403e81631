import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageReader } from '../../../page/page-reader.ts';
import {
  BROWSERS,
  bundleRoom,
  launchBrowser,
  type PageServer,
  START_TIMEOUT,
  startServer,
  withPage,
} from '../harness.ts';

declare const room: typeof import('./room.ts');
/** What `open` leaves in the page for the test. */
declare const reader: PageReader;
declare const linker: ReturnType<typeof room.createLinker>;
declare const seen: { changes: number; navigations: number };

const words = (count: number) => 'plain words go on and on '.repeat(count);

describe.each(BROWSERS)('the page reader in %s', (kind) => {
  let browser: Browser;
  let server: PageServer;
  let script: string;
  beforeAll(async () => {
    [browser, server, script] = await Promise.all([
      launchBrowser(kind),
      startServer(),
      bundleRoom(join(import.meta.dirname, 'room.ts'), 'room'),
    ]);
  }, START_TIMEOUT);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens a page, starts reading it and waits until that is done. */
  async function open(page: Page, body: string): Promise<void> {
    await page.goto(server.serve('/page.html', `<!doctype html><title>t</title><body>${body}`));
    await page.bringToFront();
    await page.evaluate(script);
    await page.evaluate(async () => {
      const state = { changes: 0, navigations: 0 };
      const linker = room.createLinker();
      const reader = new room.PageReader({
        link: linker.link,
        onChange: () => state.changes++,
        onNavigate: () => state.navigations++,
      });
      Object.assign(globalThis, { reader, linker, seen: state });
      reader.start();
      await reader.settled();
    });
  }

  function test(what: string, body: string, run: (page: Page) => Promise<void>): void {
    it(what, { timeout: START_TIMEOUT }, () =>
      withPage(browser, async (page) => {
        await open(page, body);
        await run(page);
      }),
    );
  }

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

  it('leaves the page as it was, byte for byte', { timeout: START_TIMEOUT }, () =>
    withPage(browser, async (page) => {
      const body = `<p class="a">Elon Musk<p>Musk${'<p>Iran'.repeat(300)}`;
      await page.goto(server.serve('/page.html', `<!doctype html><title>t</title><body>${body}`));
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      await open(page, body);
      const after = await page.evaluate(() => {
        reader.highlighter.setActive(reader.mentions.first('Q317521'));
        return { html: document.documentElement.outerHTML, ranges: reader.highlighter.load.ranges };
      });
      expect(after.ranges).toBeGreaterThan(2);
      expect(after.html).toBe(before);
    }),
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
    'follows what is added, changed and removed',
    '<div id=d><p>Iran</p></div>',
    async (page) => {
      const found = await page.evaluate(async () => {
        const div = document.getElementById('d') as HTMLElement;
        const count = () => reader.mentions.size;
        for (let at = 0; at < 50; at++) {
          const p = document.createElement('p');
          p.innerHTML = 'News from <b>Ir</b>an.';
          div.append(p);
        }
        await room.until(() => count() === 51);
        const asked = linker.calls.flatMap(({ segments }) => segments).length;
        const text = div.querySelectorAll('p')[3]?.firstChild as Text;
        text.data = 'Elon Musk in ';
        await room.until(() => count() === 52);
        const inChanged = reader.mentions.ofBlock(text.parentElement as Element).map(room.textOf);
        text.splitText(5).data = 'Mosk in ';
        await room.until(() => count() === 51);
        for (const p of [...div.children].slice(10)) p.remove();
        await room.until(() => count() === 10);
        const registered = reader.highlighter.load.ranges;
        div.replaceChildren();
        await room.until(() => count() === 0);
        return {
          asked,
          inChanged,
          registered,
          names: room.highlightNamesInUse(),
          load: reader.highlighter.load,
        };
      });
      expect(found).toEqual({
        asked: 51,
        inChanged: ['Elon Musk', 'Iran'],
        registered: 10,
        names: [],
        load: { ranges: 0, observed: 0 },
      });
    },
  );

  test(
    'reads again what was taken out and put back',
    '<div id=d><p>Iran</p></div>',
    async (page) => {
      const counts = await page.evaluate(async () => {
        const d = document.getElementById('d') as HTMLElement;
        d.remove();
        await room.until(() => reader.mentions.size === 0);
        document.body.append(d);
        await room.until(() => reader.mentions.size === 1);
        const wrapper = document.createElement('section');
        wrapper.append(d);
        document.body.append(wrapper, document.createElement('p'));
        document.querySelector('body > p')?.append('Iran');
        await room.until(() => reader.mentions.size === 2);
        return reader.mentions.size;
      });
      expect(counts).toBe(2);
    },
  );

  test(
    'reads what is shown later',
    '<p>Iran</p><div id=h hidden><p>Iran</p></div><details><summary>s</summary>In Iran <p>Iran</p></details>',
    async (page) => {
      const counts = await page.evaluate(async () => {
        const first = reader.mentions.size;
        (document.getElementById('h') as HTMLElement).hidden = false;
        await room.until(() => reader.mentions.size === 2);
        (document.querySelector('details') as HTMLDetailsElement).open = true;
        await room.until(() => reader.mentions.size === 4);
        return first;
      });
      expect(counts).toBe(1);
    },
  );

  test(
    'notices navigation within the page',
    '<main><p>Elon Musk. Musk.</p></main>',
    async (page) => {
      const found = await page.evaluate(async () => {
        history.pushState({}, '', '/other.html');
        document.title = 'Other';
        (document.querySelector('main') as HTMLElement).innerHTML = '<p>Musk on Iran</p>';
        await room.until(
          () => seen.navigations === 1 && reader.mentions.counts()[0]?.id === 'Q794',
        );
        await reader.settled();
        history.replaceState({}, '', '/other.html#part');
        document.body.append('Iran again');
        await room.until(() => reader.mentions.size === 2);
        return { counts: reader.mentions.counts(), navigations: seen.navigations };
      });
      // The full name was the other page's: the short one alone no longer counts.
      expect(found).toEqual({
        counts: [{ id: 'Q794', kind: 'place', mentions: 2 }],
        navigations: 1,
      });
    },
  );

  test(
    'works ever less on a page that never stops changing',
    '<p id=t>tick</p><p>Iran</p>',
    async (page) => {
      const found = await page.evaluate(async () => {
        const ticker = document.getElementById('t') as HTMLElement;
        const before = linker.calls.length;
        let ticks = 0;
        await room.until(() => {
          ticker.textContent = `Iran ${ticks}`;
          document.body.append(document.createElement('i'));
          return ++ticks > 400;
        });
        return { calls: linker.calls.length - before, ticks };
      });
      expect(found.calls).toBeGreaterThan(0);
      expect(found.calls).toBeLessThan(15);
    },
  );

  test(
    'paints near the viewport only',
    `<main>${`<p>Iran ${words(8)}</p>`.repeat(600)}</main>`,
    async (page) => {
      const found = await page.evaluate(async () => {
        const all = reader.mentions.size;
        const top = { ...reader.highlighter.load };
        const isPainted = (p: Element) => {
          const [placed] = reader.mentions.ofBlock(p);
          for (const name of ['backgrounder-first', 'backgrounder-later'])
            for (const range of (CSS.highlights.get(name) as unknown as
              | Set<StaticRange>
              | undefined) ?? [])
              if (range.startContainer === placed?.span.start.node) return true;
          return false;
        };
        const paragraphs = [...document.querySelectorAll('p')];
        const inView = () =>
          paragraphs.filter((p) => {
            const { top, bottom } = p.getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
          });
        const allInView = () => inView().every(isPainted);
        const states = [allInView()];
        for (const at of [0.5, 1, 0.25, 0]) {
          scrollTo({ top: document.documentElement.scrollHeight * at, behavior: 'instant' });
          await room.until(() => allInView() && reader.highlighter.load.ranges < 200);
          states.push(true);
        }
        await room.until(() => !isPainted(paragraphs[599] as Element));
        const tops = paragraphs.filter(isPainted).map((p) => p.getBoundingClientRect().top);
        const farthest = Math.max(...tops) / innerHeight;
        return { all, top, states, farthest, end: reader.highlighter.load };
      });
      expect(found.all).toBe(600);
      expect(found.states).toEqual([true, true, true, true, true]);
      expect(found.top.ranges).toBeLessThan(150);
      // The viewport, one more, and the rest of the band that begins there.
      expect(found.farthest).toBeLessThan(2.8);
      expect(found.end.ranges).toBeLessThan(200);
      expect(found.end.ranges).toBeGreaterThan(5);
      expect(found.end.observed).toBeLessThan(150);
    },
  );

  test(
    'paints in a box that scrolls by itself',
    `<div style="height:300px;overflow:auto">${`<p>Iran ${words(8)}</p>`.repeat(200)}</div>`,
    async (page) => {
      const painted = await page.evaluate(async () => {
        const box = document.querySelector('div') as HTMLElement;
        const paragraph = box.children[120] as Element;
        box.scrollTop = (paragraph as HTMLElement).offsetTop;
        const [placed] = reader.mentions.ofBlock(paragraph);
        const all = () =>
          ['backgrounder-first', 'backgrounder-later'].flatMap((name) => [
            ...((CSS.highlights.get(name) as unknown as Set<StaticRange> | undefined) ?? []),
          ]);
        await room.until(() =>
          all().some(({ startContainer }) => startContainer === placed?.span.start.node),
        );
        return all().length;
      });
      expect(painted).toBeLessThan(120);
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

  test('does not react to our own card', '<p>Iran</p>', async (page) => {
    const found = await page.evaluate(async () => {
      const calls = linker.calls.length;
      const card = document.createElement('backgrounder-card');
      document.documentElement.append(card);
      card.append('Iran');
      card.remove();
      document.body.append(card);
      // A change of the page itself comes after ours: when it is read, ours has been too.
      document.body.append(document.createElement('p'), 'Elon Musk');
      await room.until(() => reader.mentions.size === 2);
      return linker.calls.slice(calls).flatMap(({ segments }) => segments);
    });
    expect(found).toEqual(['Elon Musk']);
  });

  test('asks again when the worker does not answer', '<p>nobody</p>', async (page) => {
    const found = await page.evaluate(async () => {
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
      const retried = other.mentions.size;
      failures = 100;
      document.body.append(document.createElement('p'), 'Elon Musk');
      await room.until(() => failures === 96);
      await other.settled();
      const givenUp = other.mentions.size;
      failures = 0;
      document.body.append(document.createElement('p'), 'Iran too');
      await room.until(() => other.mentions.size === 3);
      other.stop();
      return { retried, givenUp };
    });
    expect(found).toEqual({ retried: 1, givenUp: 1 });
  });

  it('reads 200,000 text nodes in slices', { timeout: START_TIMEOUT }, () =>
    withPage(browser, async (page) => {
      await open(page, '<p>Iran</p>');
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
    }),
  );
});
