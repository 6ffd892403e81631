/** A plain text read as an article. */
export interface TextArticle {
  /** The day it was published, `YYYY-MM-DD`, when it begins with one. */
  readonly date?: string;
  readonly headline?: string;
  readonly blocks: readonly TextBlock[];
}

export interface TextBlock {
  readonly kind: 'paragraph' | 'subhead';
  readonly text: string;
}

const LEADING_DATE = /^\s*(?:date\s*:?\s*)?(\d{4}-\d{2}-\d{2})(?=\s|$)/i;
const LONGEST_SUBHEAD = 80;
/** A sentence's or a clause's end, with closing quotes and brackets after it. */
const ENDS_LIKE_PROSE = /[.!?…:;,。！？؟۔]["”’»'）)\]]*$/u;

/**
 * Reads a plain text as an article: a leading ISO date (also after the word
 * "date") is its day; blank lines part its blocks, or line breaks where there
 * are no blank lines; a short block without a full stop is a subhead, and the
 * headline when it stands first.
 */
export function readTextArticle(text: string): TextArticle {
  const { date, rest } = takeDate(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const body = rest.trim();
  const between = /\n[^\S\n]*\n/.test(body) ? /\n[^\S\n]*\n\s*/ : /\n/;
  const blocks = body
    .split(between)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '')
    .map((block): TextBlock => ({ kind: isSubhead(block) ? 'subhead' : 'paragraph', text: block }));
  const [first, ...others] = blocks;
  const headed = first?.kind === 'subhead' && others.length > 0;
  return {
    ...(date === undefined ? {} : { date }),
    ...(headed ? { headline: first.text } : {}),
    blocks: headed ? others : blocks,
  };
}

/** A page that shows an article and tells its date the way news sites do. */
export function renderArticlePage(article: TextArticle): string {
  const title = article.headline ?? opening(article.blocks[0]?.text ?? 'Article');
  const metadata = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    ...(article.date === undefined ? {} : { datePublished: article.date }),
  };
  const date = article.date;
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<meta property="og:type" content="article">
${date === undefined ? '' : `<meta property="article:published_time" content="${date}">`}
<link rel="icon" href="data:,">
<script type="application/ld+json">${JSON.stringify(metadata).replace(/</g, '\\u003c')}</script>
<style>
  :root { color-scheme: light dark; }
  body { margin: 0; background: light-dark(#fdfcfa, #17181b); color: light-dark(#1c1b19, #e6e3de); }
  article { max-width: 40rem; margin: 3rem auto 6rem; padding: 0 1.25rem; font: 1.1875rem/1.6 Georgia, 'Noto Serif', serif; }
  h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }
  h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 .5rem; }
  p { margin: 0 0 1.1rem; }
  time { display: block; margin: 0 0 1.75rem; font: .875rem/1.4 system-ui, sans-serif; color: light-dark(#6a655d, #a19c94); }
</style>
</head>
<body>
<article>
${article.headline === undefined ? '' : `<h1 dir="auto">${escapeHtml(article.headline)}</h1>`}
${date === undefined ? '' : `<time datetime="${date}">${longDate(date)}</time>`}
${article.blocks
  .map(({ kind, text }) => {
    const tag = kind === 'subhead' ? 'h2' : 'p';
    return `<${tag} dir="auto">${escapeHtml(text)}</${tag}>`;
  })
  .join('\n')}
</article>
</body>
</html>
`;
}

function takeDate(text: string): { date?: string; rest: string } {
  const match = LEADING_DATE.exec(text);
  const date = match?.[1];
  if (!match || date === undefined || !isCalendarDay(date)) return { rest: text };
  return { date, rest: text.slice(match[0].length) };
}

function isCalendarDay(iso: string): boolean {
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
}

function isSubhead(block: string): boolean {
  return block.length <= LONGEST_SUBHEAD && !ENDS_LIKE_PROSE.test(block);
}

/** The first words of a text, for a title. */
function opening(text: string): string {
  if (text.length <= 70) return text;
  return `${text.slice(0, 70).replace(/\s+\S*$/, '')} …`;
}

function longDate(iso: string): string {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
