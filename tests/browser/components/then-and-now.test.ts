import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { browserTest } from '../shared-browsers.ts';
import { type Gallery, openGallery, settled } from './open-gallery.ts';

describe.each(['chrome', 'firefox'] as const)('in %s, a card', (browserName) => {
  let gallery: Gallery;
  let page: Page;

  browserTest.beforeAll(async ({ browsers }) => {
    gallery = await openGallery(await browsers.get(browserName), browserName);
    page = gallery.page;
  }, 60_000);

  browserTest.afterAll(() => gallery?.close());

  /** The text of what is shown, as it is read out. */
  const texts = (selector: string) =>
    page.evaluate(
      (which) =>
        [...(globalThis.gallery.root()?.querySelectorAll(which) ?? [])].map((element) =>
          (element.textContent ?? '').replaceAll('\u00A0', ' ').replace(/\s+/g, ' ').trim(),
        ),
      selector,
    );

  /** Lists with their names and items. */
  const lists = (selector: string) =>
    page.evaluate(
      (which) =>
        [...(globalThis.gallery.root()?.querySelectorAll(which) ?? [])].map((list) => {
          const id = list.getAttribute('aria-labelledby');
          const name = id
            ? globalThis.gallery.root()?.getElementById(id)?.textContent
            : list.getAttribute('aria-label');
          const items = [...list.querySelectorAll(':scope > li')].map(({ textContent }) =>
            textContent?.replace(' (opens in a new tab)', ''),
          );
          return [name, ...items];
        }),
      selector,
    );

  test('says what was, what has changed since and what is', async () => {
    await gallery.show('card-ended');
    expect(await texts('.roles > div')).toEqual([
      'Then 15 Nov 2024 Supreme Leader of Iran 4 Jun 1989 – 28 Feb 2026, 2 sources',
      'Since then 28 Feb 2026 Killed in the 2026 Iran war 2 sources8 Mar 2026 Succeeded by Mojtaba Khamenei 2 sources',
      'Now Died 28 Feb 2026, 1 source',
    ]);
  });

  test('names the holders of an office and the parties of an agreement', async () => {
    await gallery.show('card-office');
    const named = () =>
      page.evaluate(() => {
        const root = globalThis.gallery.root();
        const id = root?.querySelector('dl')?.getAttribute('aria-labelledby') ?? '';
        return root?.getElementById(id)?.textContent;
      });
    expect(await named()).toBe('Held by');
    expect(await texts('.roles > div')).toEqual([
      'Then 15 Nov 2024 Joe Biden 20 Jan 2021 – 20 Jan 2025',
      'Now Donald Trump since 20 Jan 2025, 1 source',
    ]);
    await gallery.show('card-agreement');
    expect(await named()).toBe('Parties');
    expect((await texts('.roles > div'))[0]).toBe(
      'Then and now Iran · China · Russia · United Kingdom · France · Germany · European Union since 14 Jul 2015 (as of 23 Jun 2022), 1 source',
    );
    await gallery.show('card-ended');
    expect(await named()).toBeUndefined();
  });

  test('says of an event how far from the article it is', async () => {
    await gallery.show('card-event');
    expect(await texts('h2 + .aside')).toEqual(['2 days before the article']);
  });

  test('of a page without a date says that it speaks of today', async () => {
    await gallery.show('card-undated');
    expect(await texts('.roles dt')).toEqual(['Now']);
    expect(await texts('.roles + .note')).toEqual([
      'This page has no date: this is what holds today.',
    ]);
  });

  test('folds a long list of changes, and keeps the focus on the button that unfolds it', async () => {
    await gallery.show('card-many-changes');
    expect(await texts('.roles dt')).toEqual(['Since 15 Nov 2024']);
    expect((await texts('.since .fact')).length).toBe(3);
    await page.evaluate(() =>
      globalThis.gallery.root()?.querySelector<HTMLElement>('.since > dd > .quiet')?.focus(),
    );
    await page.keyboard.press('Enter');
    await settled(page);
    expect((await texts('.since .fact')).length).toBe(9);
    expect(
      await page.evaluate(() => globalThis.gallery.root()?.activeElement?.textContent?.trim()),
    ).toBe('Fewer');
    await page.keyboard.press('Enter');
    await settled(page);
    expect((await texts('.since .fact')).length).toBe(3);
  });

  test('marks a statement before it is read, and lists who takes which stance, in order', async () => {
    await gallery.show('card');
    expect((await texts('.facts .sentence'))[0]).toBe(
      '11 Nov 2024 Denied: Met Amir Saeid Iravani, New York',
    );
    expect((await lists('.claims')).slice(0, 2)).toEqual([
      [
        'Who says so',
        '14 Nov 2024The New York Times reported it · source',
        '14 Nov 2024Steven Cheung declined to comment · The New York Times',
        '15 Nov 2024Permanent Mission of Iran to the United Nations declined to comment · Iran International',
      ],
      [
        'After this article',
        '16 Nov 2024Associated Press reported it · Tri-City Record (AP)',
        '16 Nov 2024Ministry of Foreign Affairs of Iran denied it · Mehr News Agency',
        '16 Nov 2024Abbas Araghchi denied it · The Kyiv Independent',
      ],
    ]);
  });

  test('words each standing in its own way, and a statement as its party’s', async () => {
    await gallery.show('card');
    expect(await texts('.facts .status')).toEqual([
      'Denied:',
      'Confirmed:',
      'White House said:',
      'Disputed:',
      'Reported:',
    ]);
    expect(await texts('.said-by')).toEqual([
      'after this article',
      'Axios reported it, 8 Nov 2024',
    ]);
    const shapes = await page.evaluate(() =>
      [...(globalThis.gallery.root()?.querySelectorAll('.facts .status path') ?? [])].map((path) =>
        path.getAttribute('d'),
      ),
    );
    expect(new Set(shapes).size).toBe(5);
  });

  test('says in one phrase who says so, where more would not be quiet', async () => {
    await gallery.show('card-people');
    expect(await texts('.since .said-by')).toEqual([
      'Reported by Reuters; denied by the Department of Government Efficiency',
    ]);
    expect(await texts('.since .claims')).toEqual([]);
    expect(await texts('.roles dd > .note')).toEqual([
      'White House said so',
      'Not public until 25 Feb 2025',
    ]);
  });

  test('does not say twice who denies what, where that is the news', async () => {
    await gallery.show('card');
    expect((await texts('.since .fact'))[0]).toBe(
      '16 Nov 2024 Denied by the Ministry of Foreign Affairs of Iran and Abbas Araghchi: met Amir Saeid Iravani 2 sources',
    );
    expect(
      await page.evaluate(
        () => globalThis.gallery.root()?.querySelectorAll('.since .status .shape').length,
      ),
    ).toBe(1);
    await page.evaluate(() =>
      globalThis.gallery.root()?.querySelector<HTMLElement>('.since .quiet')?.click(),
    );
    await settled(page);
    expect(await texts('.since .claims .when')).toEqual(['16 Nov 2024', '16 Nov 2024']);
  });

  test('says that something was not public yet', async () => {
    await gallery.show('card-event');
    expect(await texts('.fact .note')).toContain('Not public until 14 Nov 2024');
  });

  test('puts packs that disagree into one group, each with its title and sources', async () => {
    await gallery.show('card-disagreement');
    const groups = await page.evaluate(() => {
      const root = globalThis.gallery.root();
      return [...(root?.querySelectorAll('[role=group]') ?? [])].map(
        (group) => root?.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent,
      );
    });
    expect(groups).toEqual(['Packs disagree', 'Packs disagree']);
    expect(await texts('.roles [role=group] .fact')).toEqual([
      'US–Iran relationsSupreme Leader of Iran 4 Jun 1989 – 28 Feb 2026, 1 source',
      'Iran since the constitutional referendumSupreme Leader of Iran 6 Aug 1989 – 28 Feb 2026, 1 source',
    ]);
    expect(await texts('.facts [role=group] .fact')).toEqual([
      'US–Iran relations4 Jun 1989 – 28 Feb 2026 Supreme Leader of Iran 2 sources: Central Intelligence Agency, The Sentinel (Assam)',
      'Iran since the constitutional referendum6 Aug 1989 – 28 Feb 2026 Supreme Leader of Iran 1 source: Dawn',
    ]);
    expect(await texts('.facts > ul > .fact > .sentence')).toEqual([
      '1981 – 1989 President of Iran',
    ]);
  });

  test('shows of a source its archived copy and the pack that cites it', async () => {
    await gallery.show('card');
    await page.evaluate(() =>
      globalThis.gallery.root()?.querySelector<HTMLElement>('.facts .line .quiet')?.click(),
    );
    await settled(page);
    expect((await texts('.sources .source-from'))[0]).toBe('US–Iran relations, 2026.11.23');
    expect((await texts('.sources .cite .out'))[0]).toBe('Archived copy (opens in a new tab)');
  });
});
