import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { browserTest } from '../shared-browsers.ts';
import { type Gallery, openGallery, settled } from './open-gallery.ts';

const URL = 'https://www.nytimes.com/2024/11/14/world/middleeast/elon-musk-iran-trump.html';

describe.each(['chrome', 'firefox'] as const)('in %s, the popup', (browserName) => {
  let gallery: Gallery;
  let page: Page;

  browserTest.beforeAll(async ({ browsers }) => {
    gallery = await openGallery(await browsers.get(browserName), browserName);
    page = gallery.page;
  }, 60_000);

  browserTest.afterAll(() => gallery?.close());

  async function press(key: 'Enter' | 'Tab') {
    await page.keyboard.press(key);
    await settled(page);
  }

  const texts = (selector: string) =>
    page.$$eval(selector, (elements) =>
      elements.map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()),
    );
  const calls = () => page.evaluate(() => [...globalThis.gallery.calls]);
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element instanceof HTMLInputElement
        ? element.labels?.[0]?.textContent
        : element?.textContent;
    });
  const dateLine = async () => (await texts('.date-line > p:first-child'))[0];
  const said = async () => (await texts('.date-line > [role=status]'))[0];

  async function openForm(name: string) {
    await gallery.show(name);
    await page.focus('.date-acts > .quiet');
    await press('Enter');
  }

  describe('on the page’s date', () => {
    test('says it, when it was changed, and why; all reasons and how sure a press away', async () => {
      await gallery.show('popup');
      expect(await dateLine()).toBe(
        'Published 14 Nov 2024, changed 16 Nov 2024. Its metadata (article:published_time) says 2024-11-14.',
      );
      await page.focus('.date-acts .line .quiet');
      await press('Enter');
      expect(await texts('.date-acts .opened li')).toEqual([
        'Its metadata (article:published_time) says 2024-11-14.',
        'The page’s address agrees.',
        'It was last changed on 2024-11-16, as it says.',
        'How sure: sure',
      ]);
    });

    test('says where it is not sure', async () => {
      await gallery.show('popup-unsure');
      expect(await dateLine()).toBe(
        'Published 16 Nov 2024 (not sure). The page, where it reads “١٦ نوفمبر ٢٠٢٤”, says 2024-11-16.',
      );
    });

    test('is corrected by keyboard alone, for this page, and everything follows', async () => {
      await openForm('popup');
      expect(await focused()).toBe('Day of publication');
      await page.keyboard.type('11152024');
      await press('Enter');
      expect((await calls()).slice(-2)).toEqual([
        `correctDate ${JSON.stringify({ url: URL, date: '2024-11-15' })}`,
        expect.stringMatching(/^context .*"date":"2024-11-15"/),
      ]);
      expect(await dateLine()).toBe('Published 15 Nov 2024. So you corrected it.');
      expect(await said()).toBe('Saved: cards on this page go by 15 Nov 2024.');
      expect(await focused()).toBe('Not right? Correct it');
      expect(await page.$('form')).toBeNull();
    });

    test('a correction can be taken back', async () => {
      await openForm('popup-corrected');
      await page.focus('form .quiet');
      expect(await focused()).toBe('Use the page’s own date');
      await press('Enter');
      expect(await calls()).toContain(`correctDate ${JSON.stringify({ url: URL })}`);
      expect(await said()).toBe('The page’s own date holds again.');
      expect(await focused()).toBe('Not right? Correct it');
    });

    test('only a correction can', async () => {
      await openForm('popup');
      expect(await texts('form button')).toEqual(['Save', 'Cancel']);
    });

    test('is left as it was by Cancel', async () => {
      await openForm('popup');
      await page.keyboard.type('11152024');
      await page.focus('form [type=button]');
      await press('Enter');
      expect((await calls()).filter((call) => call.startsWith('correctDate'))).toEqual([]);
      expect(await focused()).toBe('Not right? Correct it');
    });

    test('of a page without one says what holds, and asks for it', async () => {
      await openForm('popup-undated');
      expect(await dateLine()).toBe('No date of publication found: cards show what holds today.');
      await press('Enter');
      expect(await texts('form .hint')).toEqual(['Give day, month and year.']);
      expect(await page.$eval('form input', (field) => field.getAttribute('aria-invalid'))).toBe(
        'true',
      );
      expect(await focused()).toBe('Day of publication');
      expect((await calls()).filter((call) => call.startsWith('correctDate'))).toEqual([]);
    });

    test('says what happened and what was kept when it cannot be saved', async () => {
      await openForm('popup-undated');
      await page.keyboard.type('11152024');
      await press('Enter');
      expect(await texts('.date-line [role=alert] p')).toEqual([
        'The date was not saved.',
        'The page keeps the date it had. Press it again in a moment.',
        '"correctDate" was not answered',
      ]);
      expect(
        await page.$eval('form input', (field) => field instanceof HTMLInputElement && field.value),
      ).toBe('2024-11-15');
    });
  });

  describe('on time', () => {
    const headings = () => texts('.timeline h3');
    const moments = () => texts('.timeline > ol .date');

    test('shows the nearest before the article, on its day and since', async () => {
      await gallery.show('popup');
      expect(await headings()).toEqual(['Before', '14 Nov 2024: this article', 'Since']);
      expect(await moments()).toEqual([
        '6 Nov 2024',
        '11 Nov 2024',
        '12 Nov 2024',
        '14 Nov 2024',
        '16 Nov 2024',
        '17 Nov 2024',
        '20 Jan 2025',
        '28 May 2025',
      ]);
      expect((await texts('.timeline > ol .distance'))[0]).toBe('8 days before');
    });

    test('marks claims as claims, and opens who says so', async () => {
      await gallery.show('popup');
      expect(await texts('.timeline .status')).toEqual(['Reported:', 'Denied:']);
      expect(await texts('.timeline .said-by')).toEqual([
        'Reported by Axios',
        'Reported by The New York Times; denied by the Ministry of Foreign Affairs of Iran',
      ]);
      await page.focus('.timeline > ol > li:nth-child(2) .quiet');
      await press('Enter');
      expect(await texts('.timeline .claims .when')).toEqual([
        '14 Nov 2024',
        '16 Nov 2024',
        '16 Nov 2024',
        '16 Nov 2024',
      ]);
    });

    test('unfolds what is earlier and later, and keeps the focus', async () => {
      await gallery.show('popup');
      const buttons = () => texts('.timeline > .quiet');
      expect(await buttons()).toEqual(['3 earlier', '2 later']);
      await page.focus('.timeline > .quiet');
      await press('Enter');
      expect((await moments())[0]).toBe('14 Jul 2015');
      expect(await focused()).toBe('Fewer');
      await page.focus('.timeline > .quiet:last-child');
      await press('Enter');
      expect((await moments()).at(-1)).toBe('28 Feb 2026');
      expect(await buttons()).toEqual(['Fewer', 'Fewer']);
    });

    test('does not repeat what the connections above it say', async () => {
      await gallery.show('popup');
      expect(await texts('#connections-title ~ ul .sentence')).toContain(
        '8 May 2018 Donald Trump took the United States out of the Joint Comprehensive Plan of Action',
      );
      await page.focus('.timeline > .quiet');
      await press('Enter');
      expect((await texts('.timeline .sentence')).filter((text) => text.includes('took'))).toEqual(
        [],
      );
    });

    test('is centred on today where the page has no date', async () => {
      await gallery.show('popup-undated');
      expect(await headings()).toEqual(['Before', 'Today', 'Since']);
    });
  });

  test('asks the worker for the citation that is copied', async () => {
    await gallery.show('popup');
    await page.focus('.timeline > ol > li .quiet');
    await press('Enter');
    await page.focus('.cite button');
    await press('Enter');
    expect((await calls()).at(-1)).toBe(
      `citation ${JSON.stringify({ source: 'us-iran/tbs-2024-11-09', as: 'text' })}`,
    );
    expect(await texts('.cite [role=status]')).toEqual(['Copied']);
  });
});
