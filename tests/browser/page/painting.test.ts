import { expect } from 'vitest';
import type { PageReader } from '../../../page/page-reader.ts';
import { readingPages, words } from './reading-pages.ts';

declare const room: typeof import('./room.ts');
/** What `readingPages` leaves in the page for the test. */
declare const reader: PageReader;

readingPages('painting', (test) => {
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
});
