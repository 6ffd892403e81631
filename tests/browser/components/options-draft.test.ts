import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { browserTest } from '../shared-browsers.ts';
import { type Gallery, openGallery, settled } from './open-gallery.ts';

describe.each(['chrome', 'firefox'] as const)('what a page hands over, in %s', (browserName) => {
  let gallery: Gallery;
  let page: Page;

  browserTest.beforeAll(async ({ browsers }) => {
    gallery = await openGallery(await browsers.get(browserName), browserName);
    page = gallery.page;
  }, 60_000);

  browserTest.afterAll(() => gallery?.close());

  const calls = () => page.evaluate(() => [...globalThis.gallery.calls]);
  const hash = () => page.evaluate(() => location.hash);
  const value = (selector: string) =>
    page.$eval(selector, (field) => (field as HTMLInputElement).value);
  async function submit(selector: string) {
    await page.focus(selector);
    await page.keyboard.press('Enter');
    await settled(page);
  }

  test('becomes a private entry with the place it was found', async () => {
    await gallery.show('options-draft');
    expect(await value('.entity-form input')).toBe('Jane Example');
    await submit('.entity-form [type=submit]');
    const saved = (await calls()).find((call) => call.startsWith('saveEntity'));
    expect(saved).toContain('"name":"Jane Example"');
    expect(saved).toContain('"private":true');
    expect(saved).toContain('from {"url":"https://news.example/2024/11/15/talks"');
    expect(await calls()).toContain('dropDraft article');
    expect(await hash()).toBe('#/own');
    expect(await page.$('.entity-form')).toBeNull();
  });

  test('becomes a note on the entity of a card', async () => {
    await gallery.show('options-draft-note');
    await page.keyboard.type('He knew.');
    await settled(page);
    await submit('.entity-form [type=submit]');
    expect(await calls()).toContain('addNote {"text":"He knew.","about":"Q794"}');
    expect(await calls()).toContain('dropDraft card');
  });

  test('is dropped when the reader gives it up', async () => {
    await gallery.show('options-draft');
    await page.keyboard.press('Escape');
    await settled(page);
    const asked = await calls();
    expect(asked).toContain('dropDraft article');
    expect(asked.filter((call) => /^(save|add)/.test(call))).toEqual([]);
    expect(await hash()).toBe('#/own');
  });
});
