import { describe, expect, test } from 'vitest';
import { browserTest } from '../shared-browsers.ts';
import { type Gallery, openGallery } from './open-gallery.ts';
import { OPTIONS } from './options-cases.ts';

describe.each(['chrome', 'firefox'] as const)('the options page in %s', (browserName) => {
  let gallery: Gallery;

  browserTest.beforeAll(async ({ browsers }) => {
    gallery = await openGallery(await browsers.get(browserName), browserName);
    await gallery.page.setViewport({ width: 360, height: 640 });
  }, 60_000);

  browserTest.afterAll(() => gallery?.close());

  test.each(Object.keys(OPTIONS))('%s is no wider than a narrow window', async (name) => {
    await gallery.show(name);
    expect(
      await gallery.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBeLessThanOrEqual(0);
  });
});
