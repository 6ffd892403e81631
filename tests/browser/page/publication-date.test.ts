import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { sharedPath } from '../../shared-data.ts';
import { START_TIMEOUT } from '../harness.ts';
import { inBrowsers } from './in-browsers.ts';

declare const room: typeof import('./room.ts');

const CORPUS = sharedPath('corpus/dates');
const TODAY = '2026-11-23';
const json = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const PLAIN = 'https://news.example/story';

/** A page, its address, and its day with the method that found it. */
const CASES: readonly (readonly [what: string, html: string, url: string, found: string | null])[] =
  [
    [
      'JSON-LD',
      json({
        '@type': 'NewsArticle',
        datePublished: '2024-11-15T10:00:00Z',
        dateModified: '2024-12-01',
      }),
      PLAIN,
      '2024-11-15 json-ld',
    ],
    [
      'JSON-LD in a graph, the article before the page',
      json({
        '@graph': [
          { '@type': 'WebPage', datePublished: '2020-01-01' },
          { '@type': ['NewsArticle'], datePublished: '2024-11-15' },
        ],
      }),
      PLAIN,
      '2024-11-15 json-ld',
    ],
    [
      'the day as written in its own zone',
      json({ '@type': 'Article', datePublished: '2024-11-15T23:30:00-05:00' }),
      PLAIN,
      '2024-11-15 json-ld',
    ],
    [
      'a change is not a publication',
      json({ '@type': 'Article', dateModified: '2024-11-15' }) +
        meta('article:modified_time', '2024-11-15'),
      PLAIN,
      null,
    ],
    ['meta', meta('article:published_time', '2024-11-15T01:00:00+09:00'), PLAIN, '2024-11-15 meta'],
    [
      'meta by name, any case',
      '<meta name="DC.Date.Issued" content="2024-11-15">',
      PLAIN,
      '2024-11-15 meta',
    ],
    [
      'the more telling meta first',
      '<meta name="date" content="2020-01-01"><meta name="parsely-pub-date" content="2024-11-15T00:00:00">',
      PLAIN,
      '2024-11-15 meta',
    ],
    [
      'RFC 5322',
      '<meta name="pubdate" content="Fri, 15 Nov 2024 10:00:00 GMT">',
      PLAIN,
      '2024-11-15 meta',
    ],
    [
      'English words',
      '<meta name="pubdate" content="November 15th, 2024">',
      PLAIN,
      '2024-11-15 meta',
    ],
    ['digits only', '<meta name="pubdate" content="20241115">', PLAIN, '2024-11-15 meta'],
    [
      'microdata',
      '<time itemprop="datePublished" datetime="2024-11-15">15/11</time>',
      PLAIN,
      '2024-11-15 microdata',
    ],
    [
      'the time in the article',
      '<time datetime="2020-01-01">x</time><article><h1>t</h1><time datetime="2024-11-15">x</time></article>',
      PLAIN,
      '2024-11-15 time',
    ],
    [
      'not the time of a change or comment',
      '<article><time class="updated" datetime="2024-11-16"></time><div class="comments"><time datetime="2024-11-17"></time></div></article>',
      PLAIN,
      null,
    ],
    ['the address', '', 'https://news.example/2024/11/15/story.html', '2024-11-15 url'],
    [
      'the address with a month name',
      '',
      'https://news.example/world/2024/nov/15/story',
      '2024-11-15 url',
    ],
    [
      'the address without separators',
      '',
      'https://news.example/world-20241115-story',
      '2024-11-15 url',
    ],
    ['not a number in the address', '', 'https://news.example/item/920241115123', null],
    [
      'markup before the address',
      meta('article:published_time', '2024-11-14'),
      'https://news.example/2024/11/15/story',
      '2024-11-14 meta',
    ],
    [
      'tomorrow is somewhere today',
      meta('article:published_time', '2026-11-24'),
      PLAIN,
      '2026-11-24 meta',
    ],
    ['the future is refused', meta('article:published_time', '2026-11-25'), PLAIN, null],
    ['impossible days are refused', meta('article:published_time', '2024-02-31'), PLAIN, null],
    [
      'placeholders are refused',
      meta('article:published_time', '1970-01-01T00:00:00Z') + meta('date', '0001-01-01'),
      PLAIN,
      null,
    ],
    [
      'what is refused gives way to what is not',
      json({ '@type': 'Article', datePublished: 'soon' }) + meta('date', '2024-11-15'),
      PLAIN,
      '2024-11-15 meta',
    ],
    ['an old newspaper', meta('article:published_time', '1851-09-18'), PLAIN, '1851-09-18 meta'],
    ['no address at all', '', '', null],
  ];

inBrowsers('the publication date', (test, kind) => {
  /** Documents without a window: the date needs no layout. */
  const dates = async (
    page: Page,
    pages: readonly { readonly html: string; readonly url: string }[],
  ) => {
    const found: (string | null)[] = [];
    for (const one of pages)
      found.push(
        await page.evaluate(
          ({ html, url }, today) => {
            const parsed = new DOMParser().parseFromString(html, 'text/html');
            const date = room.publicationDate(parsed, url, today);
            return date && `${date.iso} ${date.method}`;
          },
          one,
          TODAY,
        ),
      );
    return found;
  };

  test('is found where pages write it', async (page, { open }) => {
    await open(page, '<title>t</title>');
    const found = await dates(
      page,
      CASES.map(([, html, url]) => ({ html, url })),
    );
    expect(CASES.map(([what], at) => [what, found[at]])).toEqual(
      CASES.map(([what, , , date]) => [what, date]),
    );
  });

  // One browser is enough: the room's code is the same, and so is HTML parsing.
  if (CORPUS === undefined || kind !== 'chrome') return;
  const corpus = CORPUS;
  test(
    'is found on saved news pages',
    async (page, { open }) => {
      await open(page, '<title>t</title>');
      const gold = JSON.parse(
        readFileSync(join(corpus, 'gold.json'), 'utf8').replaceAll(': NaN', ': null'),
      ) as {
        file: string;
        url: string;
        date: string;
      }[];
      const found = await dates(
        page,
        gold.map(({ file, url }) => ({
          html: readFileSync(join(corpus, 'pages', file), 'utf8'),
          url,
        })),
      );
      const right = gold.filter(({ date }, at) => found[at]?.startsWith(date)).length;
      const wrong = gold.filter(({ date }, at) => found[at] && !found[at].startsWith(date)).length;
      console.log(
        `Dates: ${right} right, ${wrong} wrong, ${gold.length - right - wrong} not found, of ${gold.length}.`,
      );
      for (const [at, { file, url, date }] of gold.entries())
        if (found[at] && !found[at].startsWith(date))
          console.log(`${file} ${date} ≠ ${found[at]} ${url.slice(0, 90)}`);
      expect(right / gold.length).toBeGreaterThanOrEqual(0.7);
      expect(wrong / gold.length).toBeLessThanOrEqual(0.1);
    },
    START_TIMEOUT * 2,
  );
});
