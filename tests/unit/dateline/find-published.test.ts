import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../cli/english.ts';
import { asCorrected } from '../../../dateline/corrected.ts';
import type { DateEvidence } from '../../../dateline/evidence.ts';
import { findPublished } from '../../../dateline/find-published.ts';

const TODAY = '2026-11-30';
const PLAIN = 'https://news.example/story';
const LONG = `https://news.example/${'%D8%AE'.repeat(60)}`;
const BY_DAY = 'https://news.example/2024/11/15/story';

const evidence = (some: Partial<DateEvidence> = {}): DateEvidence => ({
  languages: ['en-GB'],
  data: [],
  meta: [],
  spots: [],
  ...some,
});
const article = (dates: Record<string, string>, more: object = {}) => ({
  types: ['NewsArticle'],
  dates,
  ...more,
});
const published = (datePublished: string, more: object = {}) => article({ datePublished }, more);
/** A line right below the headline. */
const line = (text: string, more: object = {}) => ({ text, path: 'p', gap: 2, ...more });

const find = (some: Partial<DateEvidence>, url = PLAIN) =>
  findPublished(evidence(some), url, TODAY, ENGLISH);

/** Evidence, an address, and the day with its method, or undefined. */
const CASES: readonly (readonly [
  what: string,
  some: Partial<DateEvidence>,
  url: string,
  found: string | undefined,
])[] = [
  ['nothing', {}, PLAIN, undefined],
  ['no address', {}, '', undefined],
  ['structured data', { data: [published('2024-11-15T10:00:00Z')] }, PLAIN, '2024-11-15 json-ld'],
  [
    'an article before other things',
    {
      data: [
        { types: ['WebPage'], dates: { datePublished: '2020-01-01' } },
        published('2024-11-15'),
      ],
    },
    PLAIN,
    '2024-11-15 json-ld',
  ],
  [
    'metadata before metadata that may mean anything',
    {
      meta: [
        ['date', '2020-01-01'],
        ['article:published_time', '2024-11-15'],
      ],
    },
    PLAIN,
    '2024-11-15 meta',
  ],
  ['the address', {}, BY_DAY, '2024-11-15 url'],
  [
    'the address the page gives itself',
    { canonical: BY_DAY },
    'https://feeds.example/~r/1',
    '2024-11-15 url',
  ],
  [
    'a line below the headline',
    { spots: [line('15 November 2024')] },
    PLAIN,
    '2024-11-15 dateline',
  ],
  [
    'a line with more in it',
    { spots: [line('By Rufus Firefly | Freedonia | 15 Nov 2024 09:05 GMT')] },
    PLAIN,
    '2024-11-15 dateline',
  ],
  [
    'a time near the headline',
    { spots: [line('2 hours ago', { at: '2024-11-15T10:00:00+01:00', path: 'time posted' })] },
    PLAIN,
    '2024-11-15 time',
  ],
  [
    'marked-up text',
    { spots: [line('15.11.2024', { path: 'span  datePublished' })] },
    PLAIN,
    '2024-11-15 microdata',
  ],
  ['a time without more', { spots: [line('yesterday', { path: 'time' })] }, PLAIN, undefined],
  [
    'what a page is about is no page',
    { data: [{ types: ['Movie'], dates: { datePublished: '1994-09-10' } }] },
    PLAIN,
    undefined,
  ],
  [
    'metadata of something else',
    {
      meta: [
        ['timestamp', '2024-11-15T10:00:00'],
        ['uptime', '2024-11-15'],
      ],
    },
    PLAIN,
    undefined,
  ],
  // Changes are not publications.
  [
    'a change alone',
    {
      data: [article({ dateModified: '2024-11-15' })],
      meta: [['article:modified_time', '2024-11-15']],
      spots: [line('Updated 15 November 2024')],
    },
    PLAIN,
    undefined,
  ],
  [
    'a change beside it',
    { spots: [line('Published 14 Nov 2024, updated 16 Nov 2024')] },
    PLAIN,
    '2024-11-14 dateline',
  ],
  [
    'a label before it',
    { spots: [line('16 Nov 2024', { before: 'Last updated' }), line('14 Nov 2024')] },
    PLAIN,
    '2024-11-14 dateline',
  ],
  // What cannot be.
  ['the future', { data: [published('2031-01-01')] }, PLAIN, undefined],
  ['1970', { data: [published('1970-01-01T00:00:00Z')] }, PLAIN, undefined],
  ['1900', { meta: [['article:published_time', '1900-01-01']] }, PLAIN, undefined],
  ['BC', { spots: [line('15 March 44 BC')] }, PLAIN, undefined],
  [
    'seconds and milliseconds',
    { data: [published('1731661500')], meta: [['published_at', '1731661500123']] },
    PLAIN,
    '2024-11-15 json-ld',
  ],
  [
    'what cannot be, beside what can',
    { data: [published('soon')], meta: [['article:published_time', '2024-11-15']] },
    PLAIN,
    '2024-11-15 meta',
  ],
  ['an old newspaper', { data: [published('1851-09-18')] }, PLAIN, '1851-09-18 json-ld'],
  // Time zones.
  [
    'the day as written in its own zone',
    { data: [published('2024-11-15T23:30:00-05:00')] },
    PLAIN,
    '2024-11-15 json-ld',
  ],
  [
    'universal time past midnight, and a line of the day before',
    {
      data: [published('2024-11-16T02:30:00Z')],
      spots: [line('Friday 15 November 2024')],
    },
    PLAIN,
    '2024-11-15 json-ld',
  ],
  [
    'universal time past midnight, and an address of the day before',
    { languages: [], data: [published('2024-11-16T02:30:00Z')] },
    BY_DAY,
    '2024-11-15 json-ld',
  ],
  [
    'universal time past midnight, and a line of the same day',
    { data: [published('2024-11-16T02:30:00Z')], spots: [line('16 November 2024')] },
    PLAIN,
    '2024-11-16 json-ld',
  ],
  [
    'universal time before midnight on an Italian address',
    { languages: ['it'], data: [published('2024-11-15T23:30:00Z')] },
    'https://giornale.example.it/1',
    '2024-11-16 json-ld',
  ],
  [
    'one moment told twice, once without its zone',
    {
      languages: ['fr'],
      data: [published('2024-11-16T00:23:33Z')],
      meta: [['dc.date.created', '2024-11-16|00h23']],
    },
    'https://journal.example.ca/1',
    '2024-11-15 json-ld',
  ],
  [
    'metadata that contradicts itself, with nothing to decide',
    {
      data: [published('2024-11-16T07:25:06Z')],
      meta: [['article:published_time', '2024-11-15T21:25:06+00:00']],
    },
    PLAIN,
    undefined,
  ],
  [
    'the same with a line that decides',
    {
      data: [published('2024-11-16T07:25:06Z')],
      meta: [['article:published_time', '2024-11-15T21:25:06+00:00']],
      spots: [line('16 November 2024')],
    },
    PLAIN,
    '2024-11-16 json-ld',
  ],
  // Conflicts and lists.
  [
    'three days',
    {
      data: [published('2024-11-10')],
      meta: [['article:published_time', '2024-11-12']],
      spots: [line('14 November 2024')],
    },
    PLAIN,
    undefined,
  ],
  [
    'two against one',
    {
      data: [published('2024-11-15')],
      meta: [['article:published_time', '2024-11-12']],
      spots: [line('15 November 2024')],
    },
    PLAIN,
    '2024-11-15 json-ld',
  ],
  [
    'a page of 24 articles',
    {
      data: Array.from({ length: 24 }, (_, at) => published(`2024-11-${at + 1}`)),
      spots: Array.from({ length: 24 }, (_, at) => ({
        text: `${at + 1} November 2024`,
        path: 'time date<article teaser^',
        gap: 5 * at + 3,
      })),
    },
    PLAIN,
    undefined,
  ],
  [
    'such a page that says which one it is about',
    {
      data: Array.from({ length: 24 }, (_, at) =>
        published(`2024-11-${String(at + 1).padStart(2, '0')}`, {
          url: `https://www.news.example/${at === 14 ? 'story?ref=1' : at}`,
        }),
      ),
    },
    PLAIN,
    '2024-11-15 json-ld',
  ],
  [
    'the same with a long address that ends in a slash before its query',
    {
      data: Array.from({ length: 24 }, (_, at) =>
        published(`2024-11-${String(at + 1).padStart(2, '0')}`, {
          url: `${LONG}${at === 14 ? '' : at}/?ref=1`,
        }),
      ),
    },
    LONG,
    '2024-11-15 json-ld',
  ],
  [
    'a line on a front page',
    { spots: [line('15 November 2024')] },
    'https://news.example/',
    undefined,
  ],
  [
    'a live blog',
    {
      data: [{ types: ['LiveBlogPosting'], dates: { datePublished: '2024-11-15T18:16:21+05:30' } }],
      spots: [line('18:16 Nov 16, 2024', { gap: 30, path: 'time<li liveblog-entry' })],
    },
    PLAIN,
    '2024-11-15 json-ld',
  ],
  [
    'lines of other articles, comments and clocks',
    {
      spots: [
        { text: '11 November 2024', path: 'time<aside related', gap: 8 },
        { text: '12 November 2024', path: 'span date<div comment', gap: 20 },
        { text: 'Monday, 30 November 2026', path: 'div<header', gap: -3 },
        { text: '© 2009–2024 Freedonia Gazette 1.1.2024', path: 'p<footer' },
      ],
    },
    PLAIN,
    undefined,
  ],
  [
    'a wiki',
    { data: [published('2005-07-26')], meta: [['generator', 'MediaWiki 1.31.0']] },
    PLAIN,
    undefined,
  ],
  // Languages.
  [
    'letters where no language is named',
    { languages: [], spots: [line('الجمعة 24 نيسان / أبريل 2020 09:22')] },
    PLAIN,
    '2020-04-24 dateline',
  ],
  [
    'a language that is none',
    { languages: ['', 'x', 'english please'], spots: [line('15 November 2024')] },
    PLAIN,
    '2024-11-15 dateline',
  ],
  [
    'months by the country of the address',
    { languages: ['en-US'], spots: [line('5/6/2024')] },
    'https://news.example.in/1',
    '2024-06-05 dateline',
  ],
  [
    'day and month that may be exchanged, in no language that is known',
    { languages: ['english'], spots: [line('5/6/2024')] },
    PLAIN,
    undefined,
  ],
  [
    'day and month that may be exchanged, in an undetermined language',
    { languages: ['und'], spots: [line('5/6/2024')] },
    PLAIN,
    undefined,
  ],
  [
    'day and month that may be exchanged, in Canadian English',
    { languages: ['en-CA'], spots: [line('5/6/2024')] },
    PLAIN,
    undefined,
  ],
  [
    'day and month that may be exchanged, in British English at a Canadian address',
    { languages: ['en-GB'], spots: [line('5/6/2024')] },
    'https://news.example.ca/1',
    undefined,
  ],
  [
    'day and month that may be exchanged, decided by something else',
    {
      languages: ['en'],
      spots: [line('5/6/2024')],
      meta: [['date', '2024-06-05']],
    },
    PLAIN,
    '2024-06-05 dateline',
  ],
];

describe('the day of publication', () => {
  it.each(CASES)('%s', (_what, some, url, expected) => {
    const found = find(some, url);
    expect(found && `${found.iso} ${found.method}`).toBe(expected);
  });

  it('is surer the more agrees, and less sure the more does not', () => {
    const data = [published('2024-11-15')];
    const alone = find({ data })?.confidence ?? 0;
    const agreed = find({ data, spots: [line('15 November 2024')] }, BY_DAY)?.confidence ?? 0;
    const disputed = find({ data, spots: [line('12 November 2024', { gap: 9 })] })?.confidence ?? 0;
    expect(agreed).toBeGreaterThan(alone);
    expect(disputed).toBeLessThan(alone);
    expect(agreed).toBeLessThanOrEqual(1);
    expect(disputed).toBeGreaterThan(0.5);
  });

  it('comes with its reasons, the weightiest first', () => {
    const found = find(
      {
        data: [article({ datePublished: '2024-11-15', dateModified: '2024-11-18' })],
        meta: [['date', '2024-11-14']],
        spots: [line('Published 15 November 2024')],
      },
      BY_DAY,
    );
    expect(found?.modified).toBe('2024-11-18');
    expect(found?.reasons).toEqual([
      'Its structured data (NewsArticle) says 2024-11-15.',
      'The page, where it reads “\u2068Published 15 November 2024\u2069”, agrees.',
      'Its address agrees.',
      'Its metadata (date) says 2024-11-14, 1 day earlier.',
      'It says that it was last changed on 2024-11-18.',
    ]);
  });

  it('says what a moment in universal time was taken for', () => {
    const found = find({
      data: [published('2024-11-16T02:30:00Z')],
      spots: [line('15 November 2024')],
    });
    expect(found?.reasons).toEqual([
      'Its structured data (NewsArticle) says 2024-11-16, 02:30 universal time, which may be 2024-11-15 where it was published.',
      'The page, where it reads “\u206815 November 2024\u2069”, agrees.',
    ]);
  });
});

describe('a day that the reader corrected', () => {
  it('counts whatever the page says, and tells that too', () => {
    const found = find({
      data: [article({ datePublished: '2024-11-15', dateModified: '2024-11-18' })],
    });
    expect(asCorrected('2024-11-14', found, ENGLISH)).toEqual({
      iso: '2024-11-14',
      method: 'reader',
      confidence: 1,
      reasons: [
        'You set this day.',
        'Without that it would be 2024-11-15.',
        'Its structured data (NewsArticle) says 2024-11-15.',
        'It says that it was last changed on 2024-11-18.',
      ],
      modified: '2024-11-18',
    });
    expect(asCorrected('2024-11-14', undefined, ENGLISH).reasons).toEqual([
      'You set this day.',
      'The page does not say clearly when it was published.',
    ]);
  });
});
