import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { PageReader } from '../../../page/page-reader.ts';
import { inBrowsers } from './in-browsers.ts';

declare const room: typeof import('./room.ts');
declare const reader: PageReader;
/** What the pointer and the keyboard reported, in order. */
declare const log: string[];
declare const steps: InstanceType<typeof room.KeyboardSteps>;

interface Point {
  readonly x: number;
  readonly y: number;
}

inBrowsers('pointer and keyboard', (define) => {
  function test(what: string, body: string, run: (page: Page) => Promise<void>): void {
    define(what, async (page, { open }) => {
      await open(
        page,
        `<meta name=viewport content="width=device-width"><title>t</title><style>p{width:300px;font:16px/30px monospace;margin:40px}</style><body>${body}`,
      );
      await page.bringToFront();
      await page.evaluate(async () => {
        const log: string[] = [];
        const reader = new room.PageReader({
          link: room.createLinker().link,
          onChange: () => {},
        });
        reader.start();
        await reader.settled();
        const pointer = new room.PointerWatch(reader.mentions, {
          onEnter: ({ placed, rects }) =>
            log.push(`enter ${placed.mention.entity} ${rects.length}`),
          onLeave: () => log.push('leave'),
          onTap: ({ placed }) => log.push(`tap ${placed.mention.entity}`),
          onTapElsewhere: () => log.push('elsewhere'),
        });
        pointer.start();
        const steps = new room.KeyboardSteps(reader.mentions, {
          onStep: (placed) => {
            reader.highlighter.setActive(placed);
            log.push(`step ${placed?.mention.entity ?? 'none'}`);
          },
          onOpen: (placed) => log.push(`open ${placed.mention.entity}`),
          onEscape: () => false,
        });
        steps.start();
        Object.assign(globalThis, { reader, log, pointer, steps });
      });
      await run(page);
    });
  }

  /** The middles of the boxes of an entity's first mention, and a place past the last line's end. */
  const places = (page: Page, entity: string): Promise<{ lines: Point[]; after: Point }> =>
    page.evaluate((id) => {
      const placed = reader.mentions.first(id);
      if (!placed) throw new Error(`no mention of ${id}`);
      const rects = room.rectsOf(placed);
      const middle = ({ left, top, width, height }: DOMRect) => ({
        x: left + width / 2,
        y: top + height / 2,
      });
      const last = rects.at(-1) as DOMRect;
      return {
        lines: rects.map(middle),
        after: { x: last.right + 60, y: last.top + last.height / 2 },
      };
    }, entity);

  const logged = async (page: Page, count: number): Promise<string[]> => {
    await page.waitForFunction((wanted) => log.length >= wanted, {}, count);
    return page.evaluate(() => [...log]);
  };

  test(
    'finds a mention on each of its lines, and not past line ends',
    '<p>plain plain plain plain The <i>New</i> York Times</p><p>Iran</p>',
    async (page) => {
      const { lines, after } = await places(page, 'Q9684');
      expect(lines.length).toBeGreaterThan(1);
      const hits = await page.evaluate(
        (points) =>
          points.map(
            ({ x, y }) => room.hitTest(reader.mentions, x, y)?.placed.mention.entity ?? null,
          ),
        [...lines, after, { x: 500, y: (lines[0] as Point).y }, { x: 2, y: 2 }],
      );
      expect(hits).toEqual([...lines.map(() => 'Q9684'), null, null, null]);
    },
  );

  test(
    'finds the first and last letter, and neither neighbour',
    '<p>xx Iran yy</p>',
    async (page) => {
      const hits = await page.evaluate(() => {
        const [rect] = room.rectsOf(reader.mentions.first('Q794') as never);
        const { left, right, top, height } = rect as DOMRect;
        const y = top + height / 2;
        return [left - 4, left + 1, right - 1, right + 4].map(
          (x) => room.hitTest(reader.mentions, x, y)?.placed.mention.entity ?? null,
        );
      });
      expect(hits).toEqual([null, 'Q794', 'Q794', null]);
    },
  );

  test('tells of coming and going', '<p>Iran</p><p>Elon Musk</p>', async (page) => {
    const iran = await places(page, 'Q794');
    const musk = await places(page, 'Q317521');
    const [first] = iran.lines as [Point];
    const [second] = musk.lines as [Point];
    await page.mouse.move(first.x, first.y);
    expect(await logged(page, 1)).toEqual(['enter Q794 1']);
    await page.mouse.move(first.x + 2, first.y);
    await page.mouse.move(second.x, second.y);
    expect(await logged(page, 2)).toEqual(['enter Q794 1', 'enter Q317521 1']);
    await page.mouse.move(musk.after.x, musk.after.y);
    expect((await logged(page, 3)).at(-1)).toBe('leave');
  });

  test('is quiet while text is selected', '<p>word word Iran</p><p>Elon Musk</p>', async (page) => {
    const [iran] = (await places(page, 'Q794')).lines as [Point];
    const [musk] = (await places(page, 'Q317521')).lines as [Point];
    await page.mouse.move(45, iran.y);
    await page.mouse.down();
    await page.mouse.move(iran.x, iran.y, { steps: 5 });
    await page.mouse.up();
    await page.mouse.move(musk.x, musk.y);
    expect(await logged(page, 2)).toEqual(['elsewhere', 'enter Q317521 1']);
  });

  test(
    'sees through an empty link over a headline, not through a dialog',
    '<p style="position:relative">Iran<a href="#x" style="position:absolute;inset:0"></a></p><p>Elon Musk</p><p style="user-select:none;-webkit-user-select:none">The New York Times</p>',
    async (page) => {
      const iran = (await places(page, 'Q794')).lines;
      const musk = (await places(page, 'Q317521')).lines;
      const times = (await places(page, 'Q9684')).lines;
      const hits = await page.evaluate(
        (points) => {
          const entities = () =>
            points.map(
              ({ x, y }) => room.hitTest(reader.mentions, x, y)?.placed.mention.entity ?? null,
            );
          const open = entities();
          const dialog = document.createElement('div');
          dialog.style.cssText = 'position:fixed;inset:0;background:#fff';
          document.body.append(dialog);
          const covered = entities();
          dialog.remove();
          return { open, covered };
        },
        [...iran, ...musk, ...times],
      );
      expect(hits).toEqual({ open: ['Q794', 'Q317521', 'Q9684'], covered: [null, null, null] });
    },
  );

  test(
    'opens by touch, but leaves links to the page',
    '<p>Iran</p><p><a href="#there">Elon Musk</a></p><p>nothing</p>',
    async (page) => {
      const [iran] = (await places(page, 'Q794')).lines as [Point];
      const [musk] = (await places(page, 'Q317521')).lines as [Point];
      // Not every driver can touch in every browser: the event is what a touch makes.
      await page.evaluate(
        (points) => {
          for (const { x, y } of points)
            document.elementFromPoint(x, y)?.dispatchEvent(
              new PointerEvent('click', {
                bubbles: true,
                clientX: x,
                clientY: y,
                pointerType: 'touch',
              }),
            );
        },
        [iran, musk, { x: iran.x + 200, y: iran.y }],
      );
      expect(await logged(page, 3)).toEqual(['tap Q794', 'elsewhere', 'elsewhere']);
    },
  );

  test(
    'steps through the mentions that can be seen, round and back',
    `<p>Iran</p><p style="position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;margin:-1px">Iran</p><div style="height:3000px"></div><p>Elon <b>Musk</b></p><input id=i>`,
    async (page) => {
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      const found = await page.evaluate(async () => {
        const inView = () => {
          const [rect] = room.rectsOf(reader.mentions.first('Q317521') as never);
          return rect !== undefined && rect.top >= 0 && rect.bottom <= innerHeight;
        };
        const ids: (string | undefined)[] = [];
        const step = (direction: 1 | -1) => ids.push(steps.step(direction)?.mention.entity);
        step(1);
        const active = room.painted('backgrounder-active-place');
        do step(1);
        while (ids.at(-1) === 'Q794' && ids.length < 4);
        await room.until(inView);
        step(1);
        step(-1);
        return { ids, active, focus: document.activeElement?.localName };
      });
      expect(found.active).toEqual(['Iran']);
      expect(found.ids.at(0)).toBe('Q794');
      expect(found.ids.slice(-3)).toEqual(['Q317521', 'Q794', 'Q317521']);
      expect(found.focus).toBe('body');
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    },
  );

  test(
    'opens with Enter, gives up with Escape, and starts from the selection',
    '<p>Iran</p><p id=here>here</p><p>Elon Musk</p>',
    async (page) => {
      await page.evaluate(() => {
        getSelection()?.selectAllChildren(document.getElementById('here') as HTMLElement);
        steps.step(1);
      });
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      expect(await logged(page, 3)).toEqual(['step Q317521', 'open Q317521', 'step none']);
    },
  );

  test('leaves Enter to what has the focus', '<p>Iran</p><button id=b>b</button>', async (page) => {
    await page.evaluate(() => {
      const button = document.getElementById('b') as HTMLElement;
      button.addEventListener('click', () => log.push('pressed'));
      steps.step(1);
      button.focus();
    });
    await page.keyboard.press('Enter');
    expect(await logged(page, 2)).toEqual(['step Q794', 'pressed']);
  });

  test('gives the focus back', '<p>Iran</p><input id=i><button id=b>b</button>', async (page) => {
    const focus = await page.evaluate(() => {
      document.getElementById('i')?.focus();
      const giveBack = room.rememberFocus();
      document.getElementById('b')?.focus();
      giveBack();
      return document.activeElement?.id;
    });
    expect(focus).toBe('i');
  });
});
