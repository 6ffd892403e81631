import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { browserTest } from '../shared-browsers.ts';
import { type Gallery, openGallery, settled } from './open-gallery.ts';

describe.each(['chrome', 'firefox'] as const)('in %s', (browserName) => {
  let gallery: Gallery;
  let page: Page;

  browserTest.beforeAll(async ({ browsers }) => {
    gallery = await openGallery(await browsers.get(browserName), browserName);
    page = gallery.page;
  }, 60_000);

  browserTest.afterAll(() => gallery?.close());

  async function press(...keys: Parameters<Page['keyboard']['press']>[0][]) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await settled(page);
    }
  }

  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  const calls = () => page.evaluate(() => globalThis.gallery.calls);
  const text = (selector: string) =>
    page.$eval(selector, (element) => element.textContent?.replace(/\s+/gu, ' ').trim());
  const rowsOfTable = () =>
    page.$$eval('.graph-table tbody tr', (rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
    );

  describe('a graph', () => {
    beforeEach(async () => {
      await gallery.show('picture-graph');
      await page.waitForSelector('.node');
    });

    test('is one stop for the Tab key, walked by arrow keys, and grows at Enter', async () => {
      await press('Tab');
      expect(await focused()).toBe('Elon Musk, Person, 1 connection');
      await walkTo('Musk–Iravani meeting, Event, 2 connections');
      await walkTo('امیرسعید ایروانی, Person, 1 connection');
      await press('Enter');
      expect(await calls()).toContain('expand iravani');
      expect(await focused()).toBe('امیرسعید ایروانی, Person, 3 connections');
      expect(await page.$$eval('.node', (nodes) => nodes.length)).toBe(5);
      expect(await text('.picture [role=status]')).toBe('2 things added beside امیرسعید ایروانی');
      expect(await text('.looked-at')).toContain('3 more things stand beside it');
      // The next Tab leaves the graph.
      await press('Tab');
      expect(await page.$eval(':focus', (element) => element.closest('svg.graph, .graph'))).toBe(
        null,
      );
    });

    test('says in the table what it shows, with who denies it and where it is from', async () => {
      await page.click('.picture > .press');
      await settled(page);
      const rows = await rowsOfTable();
      expect(rows).toHaveLength(2);
      expect(rows[0]?.slice(0, 4)).toEqual([
        'Elon Musk',
        'Denied: participant in',
        'Musk–Iravani meeting',
        '11 Nov 2024',
      ]);
      expect(rows[0]?.[4]).toContain('The New York Times');
      await page.click('.graph-table tbody .entity');
      expect(await calls()).toContain('open Q317521');
    });

    test('shows hostile names as text', async () => {
      await page.$eval('[data-id=iravani]', (node) =>
        node.dispatchEvent(new MouseEvent('click', { bubbles: true })),
      );
      await settled(page);
      await page.click('.picture > .press');
      await settled(page);
      expect((await rowsOfTable()).some((row) => row[2]?.startsWith('<img'))).toBe(true);
      expect(await page.$('img')).toBeNull();
      expect(await page.evaluate(() => 'stolen' in globalThis)).toBe(false);
    });

    /** Presses arrow keys until a thing has the focus; there are few, and all can be reached. */
    async function walkTo(label: string) {
      const seen = new Set<string | null | undefined>();
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'] as const) {
        for (;;) {
          if ((await focused()) === label) return;
          const before = await focused();
          await press(key);
          const now = await focused();
          if (now === before || seen.has(`${key} ${now}`)) break;
          seen.add(`${key} ${now}`);
        }
      }
      expect(await focused()).toBe(label);
    }
  });

  describe('a line of time', () => {
    beforeEach(async () => {
      await gallery.show('picture-timeline');
      await page.waitForSelector('svg.time');
    });

    test('draws roles and events, the article’s day and today', async () => {
      expect(await page.$eval('svg.time', (svg) => svg.getAttribute('aria-label'))).toBe(
        'Timeline of Elon Musk: 6 roles and events. The list below says the same.',
      );
      expect(await page.$$eval('.bar', (bars) => bars.length)).toBe(4);
      expect(await page.$$eval('.moment', (moments) => moments.length)).toBe(2);
      expect(await page.$$eval('.day', (marked) => marked.map((day) => day.textContent))).toEqual([
        'Article',
        'Today',
      ]);
      expect(await text('.timeline figcaption')).toBe(
        '1 is outside these years. 2 have no date. 1 less telling one is left out.',
      );
    });

    test('has an end that nobody knows, one that is not, and imprecise ones drawn apart', async () => {
      const parts = await page.$$eval('.bar', (bars) =>
        bars.map((bar) => [
          bar.querySelector('title')?.textContent?.split(': Elon Musk ')[1]?.trim(),
          ...['.open', '.asks', '.goes-on', '.perhaps'].map(
            (what) => bar.querySelectorAll(what).length,
          ),
        ]),
      );
      expect(parts).toEqual([
        ['chief executive of SpaceX', 1, 1, 0, 0],
        ['chief executive of Tesla', 0, 0, 1, 1],
        ['adviser to Donald Trump', 0, 0, 0, 1],
        ['head of a company of which nobody knows the beginning', 1, 0, 0, 0],
      ]);
    });

    test('has nothing upon another', async () => {
      const overlaps = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('.bar > text:not(.asks), .moment > text')].map(
          (text) => text.getBoundingClientRect(),
        );
        return boxes.filter((one, at) =>
          boxes.some(
            (other, after) =>
              after > at &&
              one.left < other.right &&
              other.left < one.right &&
              one.top + 4 < other.bottom - 4 &&
              other.top + 4 < one.bottom - 4,
          ),
        ).length;
      });
      expect(overlaps).toBe(0);
    });

    test('is read as a list, and shows other years, by key', async () => {
      await page.focus('.ranges input');
      await press('ArrowRight');
      expect(await text('.ranges input:checked + span')).toBe('Whole life');
      expect(await page.$$eval('.moment', (moments) => moments.length)).toBe(3);
      await page.focus('.picture > .press');
      await press('Enter');
      expect(await page.$$eval('.span-list .fact', (facts) => facts.length)).toBe(7);
    });
  });

  describe('a succession', () => {
    test('has its holders in order, the gap between two, and their sources', async () => {
      await gallery.show('picture-succession');
      await page.waitForSelector('.succession');
      expect(
        await page.$$eval('.holder', (all) => all.map((one) => one.textContent?.trim())),
      ).toEqual(['Hassan Rouhani', 'ابراهیم رئیسی', 'Masoud Pezeshkian']);
      expect(await page.$$eval('.between', (all) => all.map((one) => one.textContent))).toEqual([
        '2 months in which your packs name nobody',
      ]);
      await page.click('.holder .entity');
      expect(await calls()).toContain('open Q348144');
    });
  });

  describe('how two things are connected', () => {
    test('is said in sentences before it is drawn', async () => {
      await gallery.show('picture-connect');
      await page.waitForSelector('.graph');
      expect(await text('.connect > p[role=status]')).toBe(
        '1 chain of facts joins Elon Musk and امیرسعید ایروانی',
      );
      expect(await page.$$eval('.step .sentence', (all) => all.length)).toBe(2);
      expect(await text('.step:nth-child(2) > .aside')).toBe('2 more facts join these two');
      const isFirst = await page.evaluate(() => {
        const [sentence, picture] = ['.step', '.graph'].map((what) => document.querySelector(what));
        return sentence && picture && sentence.compareDocumentPosition(picture);
      });
      expect(isFirst).toBe(4);
    });

    test('is asked with two search boxes, and asked again when one is changed', async () => {
      await gallery.show('picture-connect-empty');
      expect(await calls()).toEqual([]);
      for (const query of ['musk', 'iran']) {
        await page.focus('.connect-end input');
        await page.keyboard.type(query);
        await settled(page);
        if (query === 'iran') await press('ArrowDown');
        await press('Enter');
      }
      expect((await calls()).filter((call) => call.startsWith('connect'))).toEqual([
        'connect {"from":"Q317521","to":"Q794"}',
      ]);
      await page.click('.connect-end .icon-button');
      await settled(page);
      expect(await page.$$eval('.connect-end input', (inputs) => inputs.length)).toBe(1);
      expect(await page.$('.chains')).toBeNull();
    });

    test.each([
      [
        'picture-connect-none',
        '[role=status]',
        'No chain of at most four facts in your packs joins Elon Musk and',
      ],
      ['picture-connect-looking', '[role=status]', 'Looking for chains'],
      [
        'picture-connect-failed',
        '[role=alert]',
        'could not be looked for ("connect" was not answered)',
      ],
      ['picture-connect-same', '.connect > p', 'These are the same.'],
    ])('%s says so', async (name, selector, words) => {
      await gallery.show(name);
      expect(
        await page.$$eval(selector, (all) => all.map((one) => one.textContent).join(' ')),
      ).toContain(words);
    });
  });

  test.each(['picture-graph', 'picture-timeline', 'picture-succession', 'picture-connect'])(
    '%s fits into 320 px',
    async (name) => {
      await page.setViewport({ width: 320, height: 640 });
      try {
        await gallery.show(name);
        await page.waitForSelector('.picture');
        for (const button of await page.$$('.picture > .press')) await button.click();
        await settled(page);
        // Firefox's scroll bar takes room.
        const [wide, room] = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return [scrollWidth, clientWidth];
        });
        expect(wide).toBe(room);
        expect(room).toBeLessThanOrEqual(320);
      } finally {
        await page.setViewport({ width: 400, height: 640 });
      }
    },
  );
});
