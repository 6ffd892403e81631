import { expect } from 'vitest';
import type { Decision } from '../../../page/reads-like-article.ts';
import { sharedPath } from '../../shared-data.ts';
import { inBrowsers } from './in-browsers.ts';
import { defineSavedPages } from './saved-pages.ts';

declare const room: typeof import('./room.ts');

const sentence = 'The ministers met in the capital on Friday and spoke for two hours about trade. ';
const paragraph = `<p>${sentence.repeat(3)}</p>`;
const json = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
const teaser = (at: number) =>
  `<article><h3><a href="/news/story-${at}">Ministers meet in capital number ${at}</a></h3><p>${sentence}</p></article>`;
const teasers = Array.from({ length: 20 }, (_, at) => teaser(at)).join('');

/** Head and body of a page, and what it is to be taken for. */
const CASES: readonly (readonly [what: string, html: string, decision: Decision])[] = [
  ['JSON-LD NewsArticle', `${json({ '@type': 'NewsArticle' })}${paragraph}`, 'article-markup'],
  [
    'a live blog in a graph',
    `${json({ '@graph': [{ '@type': 'WebSite' }, { '@type': ['LiveBlogPosting', 'Thing'] }] })}${paragraph}`,
    'article-markup',
  ],
  [
    'a list of JSON-LD objects',
    `${json([{ '@type': 'BreadcrumbList' }, { '@type': 'http://schema.org/OpinionNewsArticle' }])}${paragraph}`,
    'article-markup',
  ],
  [
    'the main entity',
    `${json({ '@type': 'WebPage', mainEntity: { '@type': 'BlogPosting' } })}${paragraph}`,
    'article-markup',
  ],
  [
    'JSON-LD with raw line breaks',
    `${json('{"@type":"Article","x":"a\nb"}')}${paragraph}`,
    'article-markup',
  ],
  ['og:type', `<meta property="og:type" content="article">${paragraph}`, 'article-markup'],
  [
    'microdata',
    `<div itemscope itemtype="https://schema.org/NewsArticle">${paragraph}</div>`,
    'article-markup',
  ],
  ['JSON-LD that is broken', `${json('{"@type": "NewsArticle", oops')}${paragraph}`, 'no-article'],
  [
    'JSON-LD that is huge',
    `${json(`{"@type":"NewsArticle","x":"${'y'.repeat(600_000)}"}`)}${paragraph}`,
    'no-article',
  ],
  [
    'JSON-LD of something else',
    `${json({ '@type': 'Product', review: { '@type': 'Article' } })}${paragraph}`,
    'no-article',
  ],
  [
    'JSON-LD that is no object',
    `${json('null')}${json('"x"')}${json('[[[1]]]')}${paragraph}`,
    'no-article',
  ],
  ['markup without prose', `${json({ '@type': 'NewsArticle' })}<p>Video</p>`, 'little-prose'],
  ['prose in article', `<article>${paragraph.repeat(3)}</article>`, 'article-prose'],
  [
    'prose in main, each paragraph wrapped',
    `<main>${`<div>${paragraph}</div>`.repeat(3)}</main>`,
    'article-prose',
  ],
  [
    'prose in no such element',
    `<table><tr><td>${paragraph.repeat(5)}</td></tr></table>`,
    'article-prose',
  ],
  [
    'prose between line breaks',
    `<font>${`${sentence.repeat(3)}<br><br>`.repeat(5)}</font>`,
    'article-prose',
  ],
  [
    'Chinese prose',
    `<article><p>${'部长们星期五在首都会晤讨论贸易问题历时两个小时。'.repeat(12)}</p></article>`,
    'article-prose',
  ],
  [
    'prose that is hidden',
    `<article hidden>${paragraph.repeat(5)}</article><p>Hello</p>`,
    'little-prose',
  ],
  ['a front page', `<main>${teasers}</main>`, 'front-page'],
  [
    'a front page with markup of its teasers',
    `<main>${teasers.replaceAll('<article>', '<article itemscope itemtype="https://schema.org/NewsArticle">')}</main>`,
    'front-page',
  ],
  [
    'a front page that says og:type article',
    `<meta property="og:type" content="article"><main>${teasers}</main>`,
    'front-page',
  ],
  [
    'headlines of other sites',
    `<main>${teasers.replaceAll('href="/', 'href="https://elsewhere.example/')}</main>`,
    'no-article',
  ],
  ['a login page', `<article>${paragraph.repeat(5)}</article><input type=password>`, 'application'],
  [
    'a login dialog that is hidden',
    `<article>${paragraph.repeat(5)}</article><div hidden><input type=password></div>`,
    'article-prose',
  ],
  [
    'an editor',
    `<article>${paragraph.repeat(5)}</article><div contenteditable style="height:90vh">x</div>`,
    'application',
  ],
  [
    'a comment box',
    `<article>${paragraph.repeat(5)}</article><textarea style="height:80px"></textarea>`,
    'article-prose',
  ],
  ['an application', `<div role="application">${paragraph.repeat(5)}</div>`, 'application'],
  ['nothing', '', 'little-prose'],
  [
    'a menu',
    `<ul>${'<li><a href="/a">Products and services for you</a></li>'.repeat(40)}</ul>`,
    'little-prose',
  ],
  ['some prose', paragraph, 'no-article'],
];

inBrowsers('what a page is taken for', (test) => {
  test('follows the rules', async (page, { open }) => {
    await open(page, '<title>t</title>');
    // A document that is written anew keeps its window, and the room there.
    const found = await page.evaluate(
      (cases) =>
        cases.map(([what, html]) => {
          document.open();
          document.write(`<!doctype html><title>t</title>${html}`);
          document.close();
          const { decision, reading } = room.readsLikeArticle(document);
          return [what, decision, reading];
        }),
      CASES,
    );
    const reading = (decision: Decision) => /^article|front/.test(decision);
    expect(found).toEqual(CASES.map(([what, , decision]) => [what, decision, reading(decision)]));
  });

  test('looks at a bounded part of an endless page', async (page, { open }) => {
    await open(page, '<title>t</title><body>');
    const found = await page.evaluate(() => {
      const list = document.createElement('div');
      for (let at = 0; at < 100_000; at++) list.append(document.createElement('p'), `x${at}`);
      document.body.append(list);
      let asked = 0;
      const { getComputedStyle } = window;
      window.getComputedStyle = (...parameters) => {
        asked++;
        return getComputedStyle(...parameters);
      };
      const { checkVisibility } = Element.prototype;
      Element.prototype.checkVisibility = function (options) {
        asked++;
        return checkVisibility.call(this, options);
      };
      const { decision } = room.readsLikeArticle(document);
      return { decision, asked };
    });
    expect(found.decision).toBe('little-prose');
    expect(found.asked).toBeGreaterThan(100);
    expect(found.asked).toBeLessThan(60_000);
  });
});

const savedPages = sharedPath('corpus/pages');
if (savedPages !== undefined) defineSavedPages(savedPages);
