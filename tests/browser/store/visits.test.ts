import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';

declare const room: typeof import('./room.ts');

const VISIT = {
  url: 'https://news.example/story?id=1#top',
  title: 'A story',
  date: '2024-11-15',
  at: 1_000,
  entities: ['Q1', 'Q2'],
};

inBrowsers('pages met', (test) => {
  test('are found by each entity they name, without their fragments', async (page) => {
    const found = await page.evaluate(async (visit) => {
      const base = await room.open();
      await room.putVisit(base, visit);
      return {
        first: await room.visitsOf(base, 'Q1', 10),
        second: (await room.visitsOf(base, 'Q2', 10)).length,
        none: (await room.visitsOf(base, 'Q3', 10)).length,
      };
    }, VISIT);
    expect(found).toEqual({
      first: [
        { url: 'https://news.example/story?id=1', title: 'A story', date: '2024-11-15', at: 1_000 },
      ],
      second: 1,
      none: 0,
    });
  });

  test('grow while a page is read, many parts at once', async (page) => {
    const found = await page.evaluate(async (visit) => {
      const base = await room.open();
      const { title: _, date: __, ...bare } = visit;
      await Promise.all(
        Array.from({ length: 20 }, (___, at) =>
          room.putVisit(base, { ...(at === 0 ? visit : bare), at: at + 1, entities: [`Q${at}`] }),
        ),
      );
      const met = await Promise.all(
        Array.from({ length: 20 }, (___, at) => room.visitsOf(base, `Q${at}`, 10)),
      );
      return { pages: await room.countVisits(base), met: met.flat() };
    }, VISIT);
    expect(found.pages).toBe(1);
    expect(found.met).toEqual(
      Array.from({ length: 20 }, () => ({
        url: 'https://news.example/story?id=1',
        title: 'A story',
        date: '2024-11-15',
        at: 20,
      })),
    );
  });

  test('come with the last read first, as many as wanted', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      for (const at of [5, 1, 9, 3])
        await room.putVisit(base, { url: `https://a.example/${at}`, at, entities: ['Q1'] });
      return (await room.visitsOf(base, 'Q1', 3)).map(({ at }) => at);
    });
    expect(found).toEqual([9, 5, 3]);
  });

  test('are bounded: those read longest ago are forgotten, and long ones are cut', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      const many = { entities: ['Q1'], at: 0, url: '' };
      const rows = Array.from({ length: room.MOST_VISITS }, (_, at) => {
        const url = `https://a.example/${at}`;
        return [url, { ...many, url, at: at + 10 }] as const;
      });
      await room.putRows({ visits: rows });
      await room.putVisit(base, {
        url: 'https://a.example/new',
        title: 't'.repeat(1_000),
        at: 1_000_000,
        entities: Array.from({ length: room.MOST_ENTITIES + 50 }, (_, at) => `E${at}`),
      });
      await room.putVisit(base, { ...many, url: `https://a.example/${'x'.repeat(5_000)}` });
      return {
        pages: (await room.countVisits(base)) - room.MOST_VISITS,
        oldest: (await base.get('visits', 'https://a.example/0')) === undefined,
        second: (await base.get('visits', 'https://a.example/1')) !== undefined,
        last: (await room.visitsOf(base, `E${room.MOST_ENTITIES - 1}`, 1))[0]?.title?.length,
        past: (await room.visitsOf(base, `E${room.MOST_ENTITIES}`, 1)).length,
      };
    });
    expect(found).toEqual({ pages: 0, oldest: true, second: true, last: 300, past: 0 });
  });

  test('are forgotten, one or all', async (page) => {
    const found = await page.evaluate(async (visit) => {
      const base = await room.open();
      for (const id of ['a', 'b', 'c'])
        await room.putVisit(base, { ...visit, url: `https://${id}.example/` });
      await room.forgetVisits(base, 'https://b.example/#part');
      const left = (await room.visitsOf(base, 'Q1', 9)).map(({ url }) => url).sort();
      await room.forgetVisits(base);
      return { left, pages: await room.countVisits(base) };
    }, VISIT);
    expect(found).toEqual({ left: ['https://a.example/', 'https://c.example/'], pages: 0 });
  });

  test('that are damaged are passed over, and mended when they are read again', async (page) => {
    const found = await page.evaluate(async (visit) => {
      const base = await room.open();
      await room.putRows({
        visits: [
          ['https://a.example/', { url: 'https://a.example/', at: 'late', entities: ['Q1'] }],
          ['https://b.example/', { url: 'https://b.example/', at: 7, entities: ['Q1'] }],
        ],
      });
      const sound = (await room.visitsOf(base, 'Q1', 9)).map(({ url }) => url);
      await room.putVisit(base, { ...visit, url: 'https://a.example/' });
      return { sound, mended: (await room.visitsOf(base, 'Q1', 9)).length };
    }, VISIT);
    expect(found).toEqual({ sound: ['https://b.example/'], mended: 2 });
  });
});
