import { expect } from 'vitest';
import type { PageReader } from '../../../page/page-reader.ts';
import { readingPages, type Seen } from './reading-pages.ts';

declare const room: typeof import('./room.ts');
/** What `readingPages` leaves in the page for the test. */
declare const reader: PageReader;
declare const linker: ReturnType<typeof room.createLinker>;
declare const seen: Seen;

readingPages('a page that changes', (test) => {
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
          return ++ticks > 150;
        });
        return { calls: linker.calls.length - before, ticks };
      });
      expect(found.calls).toBeGreaterThan(0);
      // Some 2.5 s: 25 if it was not slowed down at all, 12 if only the page as a whole was.
      expect(found.calls).toBeLessThan(10);
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
});
