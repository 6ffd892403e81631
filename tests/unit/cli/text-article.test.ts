import { describe, expect, it } from 'vitest';
import { readTextArticle, renderArticlePage } from '../../../cli/text-article.ts';

describe('a plain text read as an article', () => {
  it('takes a leading date, also after the word "date", for its day', () => {
    const seed = ' date 2024-11-15 Elon Musk , tech entrepreneur, met someone.\n\nMore of it.';
    expect(readTextArticle(seed)).toEqual({
      date: '2024-11-15',
      blocks: [
        { kind: 'paragraph', text: 'Elon Musk , tech entrepreneur, met someone.' },
        { kind: 'paragraph', text: 'More of it.' },
      ],
    });
    expect(readTextArticle('2024-02-29\nIt rained.').date).toBe('2024-02-29');
    expect(readTextArticle('\uFEFFDate: 2024-11-15\r\n\r\nIt rained.').date).toBe('2024-11-15');
  });

  it.each([
    ['a day that is in no calendar', '2024-02-30 It rained.'],
    ['a date inside a sentence', 'On 2024-11-15 it rained.'],
    ['a longer number', '2024-11-155 drops fell.'],
  ])('takes %s for text', (_, text) => {
    expect(readTextArticle(text)).toEqual({ blocks: [{ kind: 'paragraph', text }] });
  });

  it('takes a short block without a full stop for a subhead, and for the headline when it is first', () => {
    const text = 'Talks in New York\n\nThey met.\n\nUS-Iran relations\n\nHe said: “It is good.”';
    expect(readTextArticle(text)).toEqual({
      headline: 'Talks in New York',
      blocks: [
        { kind: 'paragraph', text: 'They met.' },
        { kind: 'subhead', text: 'US-Iran relations' },
        { kind: 'paragraph', text: 'He said: “It is good.”' },
      ],
    });
  });

  it('keeps a text that is nothing but one short line', () => {
    expect(readTextArticle('Elon Musk')).toEqual({
      blocks: [{ kind: 'subhead', text: 'Elon Musk' }],
    });
  });

  it('joins the lines of a wrapped paragraph', () => {
    expect(readTextArticle('They met\nin New York.\n \nIt was good.').blocks).toEqual([
      { kind: 'paragraph', text: 'They met in New York.' },
      { kind: 'paragraph', text: 'It was good.' },
    ]);
  });

  it('takes each line for a block where no line is blank', () => {
    expect(readTextArticle('They met.\nIt was good.').blocks).toHaveLength(2);
  });

  it('has no blocks for an empty text', () => {
    expect(readTextArticle(' \n\n ')).toEqual({ blocks: [] });
  });
});

describe('the page of an article', () => {
  it('states the date as news sites do', () => {
    const page = renderArticlePage(readTextArticle('2024-11-15 They met in New York.'));
    expect(page).toContain('<meta property="article:published_time" content="2024-11-15">');
    expect(page).toContain('"datePublished":"2024-11-15"');
    expect(page).toContain('<time datetime="2024-11-15">15 November 2024</time>');
  });

  it('states no date when there is none', () => {
    const page = renderArticlePage(readTextArticle('They met.'));
    expect(page).not.toMatch(/datePublished|published_time|<time/);
  });

  it('shows markup in the text as text', () => {
    const nasty = 'A "quote" & </script><script>alert(1)</script><img src=x onerror=alert(2)>.';
    const page = renderArticlePage({
      headline: nasty,
      blocks: [{ kind: 'paragraph', text: nasty }],
    });
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<img');
    expect(page.match(/<script/g)).toHaveLength(1);
    const metadata = /<script[^>]*>(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(JSON.parse(metadata)).toMatchObject({ headline: nasty });
  });
});
