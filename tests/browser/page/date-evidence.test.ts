import * as v from 'valibot';
import { expect } from 'vitest';
import { ENGLISH } from '../../../cli/english.ts';
import { type DateEvidence, DateEvidenceSchema } from '../../../dateline/evidence.ts';
import { findPublished } from '../../../dateline/find-published.ts';
import { datedPages } from '../../eval/date-pages.ts';
import { inBrowsers } from './in-browsers.ts';

declare const room: typeof import('./room.ts');

const json = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

/** After all of the saved pages. */
const TODAY = '2026-11-30';

/** One of so many is read in browsers. */
const SAMPLED = 25;

const FIVE_MB = 'x'.repeat(5_000_000);

const DAYS = Array.from(
  { length: 50 },
  (_, at) => `2024-10-${String((at % 28) + 1).padStart(2, '0')}`,
);

/** A page, and what of its evidence matters. */
const CASES: readonly (readonly [what: string, html: string, some: Partial<DateEvidence>])[] = [
  ['an empty page', '', { languages: [], data: [], meta: [], spots: [] }],
  [
    'languages',
    '<html lang="de-AT"><meta property="og:locale" content="de_AT"><meta http-equiv="Content-Language" content="de">',
    { languages: ['de-AT', 'de_AT', 'de'] },
  ],
  [
    'the address it gives itself',
    '<link rel="canonical" href="https://news.example/2024/11/15/a">',
    { canonical: 'https://news.example/2024/11/15/a' },
  ],
  [
    'structured data in a graph, with several types',
    json({
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': ['NewsArticle', 'https://schema.org/Report'],
          datePublished: '2024-11-15',
          dateModified: 1731661500,
          mainEntityOfPage: { '@id': 'https://news.example/a' },
        },
      ],
    }) + json([{ '@type': 'VideoObject', uploadDate: '2024-11-14', url: 'https://v.example/' }]),
    {
      data: [
        {
          types: ['NewsArticle', 'Report'],
          dates: { datePublished: '2024-11-15', dateModified: '1731661500' },
          url: 'https://news.example/a',
        },
        {
          types: ['VideoObject'],
          dates: { uploadDate: '2024-11-14' },
          url: 'https://v.example/',
        },
      ],
    },
  ],
  [
    'structured data that does not parse',
    json('{"@type":"NewsArticle","datePublished":"2024-11-15","dateModified":"2024-11-16", oops'),
    { data: [{ types: [], dates: { datePublished: '2024-11-15', dateModified: '2024-11-16' } }] },
  ],
  [
    'such data of several articles',
    json('[{"datePublished":"2024-11-15"},{"datePublished":"2024-11-16"},'),
    { data: [] },
  ],
  [
    'structured data of 5 MB',
    json({ '@type': 'NewsArticle', datePublished: '2024-11-15', articleBody: FIVE_MB }),
    { data: [{ types: [], dates: { datePublished: '2024-11-15' } }] },
  ],
  [
    'structured data with hundreds of thousands of spaces in it, wrapped as a comment',
    json(
      `/*<![CDATA[*/ {"@type":"NewsArticle",${' '.repeat(400_000)}"datePublished":"2024-11-15"} /*]]>*/`,
    ),
    { data: [{ types: ['NewsArticle'], dates: { datePublished: '2024-11-15' } }] },
  ],
  ['5 MB that are no data', json(`{"a":"${FIVE_MB}`), { data: [] }],
  [
    'a list of articles is not followed',
    json({
      '@type': 'ItemList',
      itemListElement: DAYS.map((datePublished) => ({ '@type': 'NewsArticle', datePublished })),
    }),
    { data: [] },
  ],
  [
    'metadata that looks like dates',
    `<meta property="article:published_time" content="2024-11-15T10:00:00Z"><meta name="DC.date" content="۱۳۹۹/۰۴/۱۲">
    <meta name="author" content="Rufus"><meta name="generator" content="MediaWiki"><meta itemprop="datePublished" content="20241115">
    <meta name="description" content="${'2024 '.repeat(100)}"><meta content="2024-11-15">`,
    {
      meta: [
        ['article:published_time', '2024-11-15T10:00:00Z'],
        ['DC.date', '۱۳۹۹/۰۴/۱۲'],
        ['generator', 'MediaWiki'],
        ['datePublished', '20241115'],
      ],
    },
  ],
  [
    'lines and times near the headline',
    `<title>Firefly elected - The Gazette</title><h2>The Gazette of Freedonia</h2><main><h1>Firefly elected</h1>
    <p class="byline">By <b>Rufus</b></p><div class="meta"><span>Published:</span> <time datetime="2024-11-15T10:00">2 hours ago</time></div>
    <p class="when"><b>15</b> <i>Nov</i> 2024</p><p>He was elected in a year of ${'many words and '.repeat(12)} 2024.</p></main>`,
    {
      spots: [
        { text: '15 Nov 2024', path: 'b<p   when', gap: 5 },
        { text: '2 hours ago', at: '2024-11-15T10:00', path: 'time<div   meta', gap: 4 },
      ],
    },
  ],
  [
    'a label, and a line above the headline',
    `<title>Firefly elected</title><header id="top"><p>Friday 15 November 2024</p></header><h1>Firefly elected</h1>
    <p>Updated <span data-time="1731661500">16/11/2024</span></p>`,
    {
      spots: [
        { text: 'Updated 16/11/2024', path: 'span<p', gap: 2 },
        { text: 'Friday 15 November 2024', path: 'p<header top', gap: -1 },
        { text: '16/11/2024', at: '1731661500', before: 'Updated', path: 'span<p', gap: 2 },
      ],
    },
  ],
  [
    'a time without more, and one far away',
    `<title>Firefly elected</title><h1>Firefly elected</h1><time>yesterday</time>${'<p>Words.</p>'.repeat(200)}
    <footer><time itemprop="datePublished">15.11.2024</time></footer>`,
    { spots: [{ text: '15.11.2024', path: 'time  datePublished<footer' }] },
  ],
  [
    'teasers, which are marked',
    '<h1>Freedonia today</h1><div><h3><a href="/a">Firefly elected by many</a></h3><time>15.11.2024</time></div>',
    {
      spots: [
        {
          text: 'Firefly elected by many 15.11.2024',
          before: 'Freedonia today',
          path: 'time<div^',
          gap: 2,
        },
        { text: '15.11.2024', before: 'Firefly elected by many', path: 'time<div^', gap: 2 },
      ],
    },
  ],
  [
    'scripts and styles are no text',
    '<h1>Firefly elected</h1><p><script>var d = "15.11.2024"</script><style>a{width:2024px}</style>now</p>',
    { spots: [] },
  ],
];

inBrowsers('evidence of dates', (test) => {
  test('is collected as it is written', async (page, { open }) => {
    await open(page, '<title>t</title>');
    for (const [what, html, some] of CASES) {
      const evidence = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'text/html');
        return room.dateEvidence(parsed);
      }, html);
      expect([what, evidence]).toEqual([what, expect.objectContaining(some)]);
      expect([what, v.safeParse(DateEvidenceSchema, evidence).success]).toEqual([what, true]);
    }
  });

  test('is bounded whatever the page holds', async (page, { open }) => {
    await open(page, '<title>t</title>');
    const evidence = await page.evaluate((days) => {
      const { document } = {
        document: window.document.implementation.createHTMLDocument('A list'),
      };
      const long = '2024-11-15 '.repeat(50);
      const items = Array.from(
        { length: 25_000 },
        (_, at) =>
          `<article class="${long}"><h2><a href="/${at}">Headline number ${at} of the list</a></h2><time datetime="${days[at % 50]}" title="${long}">${long}</time><p>${days[at % 50]}</p></article>`,
      );
      const meta = Array.from({ length: 500 }, () => `<meta name="${long}" content="2024-11-15">`);
      const graph = Array.from({ length: 200 }, (_, at) => ({
        '@type': Array.from({ length: 20 }, () => 'NewsArticle'),
        datePublished: long + at,
        url: long.slice(0, 300),
      }));
      document.head.innerHTML = `${meta.join('')}<link rel="canonical" href="https://x.example/${long.repeat(50)}">`;
      document.body.innerHTML = `<script type="application/ld+json">${JSON.stringify(graph)}</script>${items.join('')}`;
      document.documentElement.lang = long;
      return room.dateEvidence(document);
    }, DAYS);
    expect(v.safeParse(DateEvidenceSchema, evidence).issues).toBeUndefined();
    expect([evidence.data.length, evidence.meta.length, evidence.spots.length]).toEqual([
      24, 40, 60,
    ]);
  });

  const saved = datedPages(SAMPLED);
  if (!saved) return;
  test('gives the same days on saved pages as in Node', async (page, { open }) => {
    await open(page, '<title>t</title>');
    for (const { file, html, url, evidence } of saved) {
      const here = await page.evaluate((text) => {
        return room.dateEvidence(new DOMParser().parseFromString(text, 'text/html'));
      }, html);
      const day = (of: DateEvidence) => findPublished(of, url, TODAY, ENGLISH)?.iso;
      expect([file, day(here)]).toEqual([file, day(evidence)]);
    }
  });
});
