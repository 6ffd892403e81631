import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../cli/annotate/page-document.ts';
import { ENGLISH } from '../../../cli/english.ts';
import { findPublished } from '../../../dateline/find-published.ts';
import { dateEvidence } from '../../../page/date-evidence.ts';

const TODAY = '2026-11-30';

describe('a line below the headline of a page', () => {
  it.each([
    ['ja', '令和6年5月3日', '2024-05-03'],
    ['ja', '令和元年5月3日', '2019-05-03'],
    ['zh', '二〇二四年十一月十五日', '2024-11-15'],
    ['ko', '2024년 5월 3일', '2024-05-03'],
  ])('%s: %s', (language, text, day) => {
    const page = parsePage(
      `<html lang="${language}"><title>Freedonia Gazette</title><h1>Freedonia Gazette</h1><p>${text}</p>`,
    );
    expect(
      findPublished(dateEvidence(page), 'https://news.example/story', TODAY, ENGLISH)?.iso,
    ).toBe(day);
  });
});

describe('an address in structured data', () => {
  it('is kept as long as percent-encoded ones are', () => {
    const url = `https://news.example/${'%D8%AE'.repeat(60)}`;
    const data = JSON.stringify({ '@type': 'NewsArticle', datePublished: '2024-11-15', url });
    const page = parsePage(`<script type="application/ld+json">${data}</script><p>Text</p>`);
    expect(dateEvidence(page).data[0]?.url).toBe(url);
  });
});
