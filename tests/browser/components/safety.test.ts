import { describe, expect, test } from 'vitest';
import { browserTest } from '../shared-browsers.ts';
import { type Gallery, openGallery } from './open-gallery.ts';

describe('a card in a page that is not its friend', () => {
  let gallery: Gallery;
  const requests: string[] = [];

  browserTest.beforeAll(async ({ browsers }) => {
    gallery = await openGallery(await browsers.get('chrome'), 'chrome');
    gallery.page.on('request', (request) => requests.push(request.url()));
  }, 60_000);

  browserTest.afterAll(() => gallery?.close());

  const inCard = <T>(read: (root: ShadowRoot) => T) =>
    gallery.page.evaluate(
      `(${read.toString()})(document.getElementById('stage').shadowRoot)`,
    ) as Promise<T>;

  /** Shows the card with everything in it that is opened by a press. */
  async function showHostilePack() {
    await gallery.show('card-hostile-pack');
    await inCard((root) => {
      for (const quiet of root.querySelectorAll<HTMLElement>('.quiet')) quiet.click();
    });
    await gallery.page.evaluate(() => globalThis.gallery.settled());
  }

  test('text from a pack is shown as text', async () => {
    await showHostilePack();
    const shown = (selector: string) =>
      gallery.page.evaluate(
        (which) => [
          ...new Set(
            [...(globalThis.gallery.root()?.querySelectorAll(which) ?? [])].map(
              ({ textContent }) => textContent,
            ),
          ),
        ],
        selector,
      );
    const markup = '<img src=x onerror=alert(1)>';
    for (const [selector, text] of Object.entries({
      h2: markup,
      '.roles dt .whole': markup,
      '.roles dd > .entity': markup,
      '.fact-pack': markup,
      '.claims .when': markup,
      '.source-by b': markup,
    })) {
      expect([selector, await shown(selector)]).toEqual([selector, [text]]);
    }
    expect(await shown('img')).toEqual([]);
  });

  test('an address that is neither http nor https is no link', async () => {
    await showHostilePack();
    expect(await inCard((root) => root.querySelectorAll('.sources li').length)).toBeGreaterThan(3);
    expect(await inCard((root) => root.querySelectorAll('.sources a').length)).toBe(0);
  });

  test('links leave without telling where they came from', async () => {
    await gallery.show('card');
    expect(
      await inCard((root) => [
        ...new Set([...root.querySelectorAll('a')].map(({ target, rel }) => `${target} ${rel}`)),
      ]),
    ).toEqual(['_blank noopener noreferrer']);
  });

  test('nothing is fetched', async () => {
    requests.length = 0;
    for (const name of await gallery.page.evaluate(() => globalThis.gallery.names))
      await gallery.show(name);
    expect(requests).toEqual([]);
  });

  test('the page’s styles do not reach into it', async () => {
    await gallery.show('card');
    expect(
      await inCard((root) => {
        const style = getComputedStyle(root.querySelector('.summary') ?? root.host);
        return [
          style.fontSize,
          style.lineHeight,
          style.letterSpacing,
          style.textTransform,
          style.color,
        ];
      }),
    ).toEqual(['14px', '20px', 'normal', 'none', 'rgb(27, 27, 26)']);
  });

  test.each([
    ['card', 412],
    ['card-500', 412],
    ['card-long-name', 300],
    ['card-persian', 300],
  ])('%s stays inside its size at %i px', async (name, width) => {
    await gallery.page.setViewport({ width, height: 900 });
    await gallery.show(name);
    const card = await inCard((root) => {
      const card = root.querySelector('.card');
      const body = root.querySelector('.body');
      return {
        width: card?.getBoundingClientRect().width ?? 0,
        height: card?.getBoundingClientRect().height ?? 0,
        spill: (body?.scrollWidth ?? 0) - (body?.clientWidth ?? 0),
      };
    });
    expect(card.width).toBeGreaterThan(250);
    expect(card.width).toBeLessThanOrEqual(Math.min(380, width - 32));
    expect(card.height).toBeLessThanOrEqual(520);
    expect(card.spill).toBe(0);
  });

  test('the interface’s language turns the card, not a name’s, and each text says its own', async () => {
    await gallery.show('card-persian');
    expect(
      await inCard((root) => {
        const name = root.querySelector('h2 bdi');
        const sentences = [...root.querySelectorAll('.sentence')];
        return {
          card: root.querySelector<HTMLElement>('.card')?.dir,
          name: `${name?.getAttribute('lang')} ${name?.getAttribute('dir')}`,
          sentences: sentences.map((sentence) => getComputedStyle(sentence).direction),
        };
      }),
    ).toEqual({ card: 'ltr', name: 'fa rtl', sentences: ['rtl', 'ltr'] });
  });

  test('an answer that breaks a view is shown as an error, once', async () => {
    await gallery.show('popup-broken');
    expect(await gallery.page.$eval('[role=alert] p', (what) => what.textContent)).toBe(
      'This could not be shown.',
    );
    const asked = await gallery.page.evaluate(() => globalThis.gallery.calls.length);
    await gallery.page.evaluate(() => globalThis.gallery.settled());
    expect(await gallery.page.evaluate(() => globalThis.gallery.calls.length)).toBe(asked);
  });

  test('it opens at once when the reader wants no motion', async () => {
    const duration = () =>
      inCard(
        (root) => getComputedStyle(root.querySelector('.card') ?? root.host).animationDuration,
      );
    await gallery.show('card');
    expect(await duration()).toBe('0.12s');
    await gallery.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await gallery.show('card');
    expect(await duration()).toBe('0s');
  });
});
