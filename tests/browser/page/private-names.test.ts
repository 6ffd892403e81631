import { expect } from 'vitest';
import type { PageReader } from '../../../page/page-reader.ts';
import { inBrowsers } from './in-browsers.ts';

declare const room: typeof import('./room.ts');
/** What is left in the page for the test. */
declare const reader: PageReader;
declare const setPrivate: (isPrivate: boolean) => Promise<void>;

const BODY = `<p id=only>Musk spoke.</p><p>Elon Musk met <b id=iran>Iran</b>, and Mus<i>k</i> left.</p>
  <p style="user-select:none;position:relative">Elon Musk<a href="#" style="position:absolute;inset:0"></a></p>`;

inBrowsers('private names', (test) => {
  test('are counted, and neither painted, nor under the pointer, nor stepped to', async (page, {
    open,
  }) => {
    await open(page, `<title>t</title><body>${BODY}`);
    await page.bringToFront();
    const look = () =>
      page.evaluate(() => {
        const steps: string[] = [];
        const keyboard = new room.KeyboardSteps(reader.mentions, {
          onStep: (placed) => void (placed && steps.push(placed.mention.entity)),
          onOpen: () => {},
          onEscape: () => false,
        });
        keyboard.step(1);
        keyboard.step(1);
        keyboard.step(-1);
        const under = [...document.querySelectorAll('p')].map((paragraph) => {
          const range = document.createRange();
          range.selectNodeContents(paragraph);
          const { left, top, height } = range.getClientRects()[0] as DOMRect;
          const hit = room.hitTest(reader.mentions, left + 15, top + height / 2);
          return hit?.placed.mention.entity ?? 'nobody';
        });
        return {
          names: room.highlightNamesInUse(),
          first: room.painted('backgrounder-first'),
          later: room.painted('backgrounder-later'),
          ranges: reader.highlighter.load.ranges,
          counts: reader.mentions.counts(),
          steps: [...new Set(steps)].sort(),
          under,
        };
      });

    await page.evaluate(async () => {
      let isPrivate = true;
      const linker = room.createLinker();
      const made = new room.PageReader({
        link: async (segments, established) => {
          const answer = await linker.link(segments, established);
          const mentions = answer.mentions.map((mention) =>
            isPrivate && mention.entity === 'Q317521' ? { ...mention, private: true } : mention,
          );
          return { ...answer, mentions };
        },
        onChange: () => {},
      });
      const setPrivate = async (now: boolean) => {
        isPrivate = now;
        made.relink();
        await made.settled();
      };
      Object.assign(globalThis, { reader: made, setPrivate });
      made.start();
      await made.settled();
    });
    const counts = [
      { id: 'Q317521', kind: 'person', mentions: 4 },
      { id: 'Q794', kind: 'place', mentions: 1 },
    ];
    const hidden = {
      names: ['backgrounder-first'],
      first: ['Iran'],
      later: [],
      ranges: 1,
      counts,
      steps: ['Q794'],
      under: ['nobody', 'nobody', 'nobody'],
    };
    expect(await look()).toEqual(hidden);
    // The same page shows them as soon as they are private no more, and hides them again.
    await page.evaluate(() => setPrivate(false));
    expect(await look()).toMatchObject({
      later: expect.arrayContaining(['Elon Musk']),
      ranges: 5,
      counts,
      steps: expect.arrayContaining(['Q317521']),
      under: ['Q317521', 'Q317521', 'Q317521'],
    });
    await page.evaluate(() => setPrivate(true));
    expect(await look()).toEqual(hidden);
  });
});
