/**
 * Other finders and readers of dates, on the same pages. A finder takes a whole page; a reader
 * only knows dates in text, so it is given the lines near the headline that ours is given.
 */
import { extractFromHtml } from '@extractus/article-extractor';
import anyDateParser from 'any-date-parser';
import * as chrono from 'chrono-node';
import { pageStyle } from '../../dateline/style.ts';
import { writtenDates } from '../../dateline/written-dates.ts';
import type { DatedPage } from './date-pages.ts';

export interface DateLibrary {
  readonly name: string;
  /** The day, YYYY-MM-DD, or null. */
  readonly find: (page: DatedPage) => Promise<string | null> | string | null;
}

/** Of the texts from the headline on, those in which a byline may stand. */
const NEAR = 15;

/** The libraries that are installed. */
export async function dateLibraries(today: string): Promise<DateLibrary[]> {
  return [
    { name: '@extractus/article-extractor: whole page', find: articleExtractor },
    ...(await metascraper()),
    {
      name: 'chrono-node: lines near the headline',
      find: (page) => firstIn(page, (line) => chronoDay(line, page)),
    },
    { name: 'any-date-parser: the same lines', find: (page) => firstIn(page, anyDay) },
    {
      name: 'ours: the same lines, nothing else',
      find: (page) => {
        const style = pageStyle(page.evidence, page.url, today);
        return firstIn(page, (line) => writtenDates(line, style)[0]?.isos[0] ?? null);
      },
    },
  ];
}

async function articleExtractor({ html, url }: DatedPage): Promise<string | null> {
  // It refuses what is no article by its own measure; the date is read all the same.
  const article = await extractFromHtml(html, url, { contentLengthThreshold: 0 }).catch(() => null);
  return writtenDay(article?.published ?? '');
}

/**
 * metascraper compiles a regular-expression engine of 86 MB for itself, so it is no dependency
 * of ours: `npm install --no-save metascraper metascraper-date` lets it take part.
 */
async function metascraper(): Promise<DateLibrary[]> {
  try {
    const [core, rules] = await Promise.all(
      ['metascraper', 'metascraper-date'].map(async (name) => (await import(name)).default),
    );
    const scrape = core([rules({ datePublished: true })]);
    const find = async ({ html, url }: DatedPage): Promise<string | null> => {
      const { datePublished, date } = await scrape({ html, url });
      return writtenDay(datePublished ?? date ?? '');
    };
    return [{ name: 'metascraper-date: whole page', find }];
  } catch {
    return [];
  }
}

/** The day as a library writes it, ISO 8601 first. */
function writtenDay(text: string): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null;
}

function firstIn(page: DatedPage, read: (line: string) => string | null): string | null {
  for (const { text, gap = 0 } of page.evidence.spots) {
    const day = gap > 0 && gap <= NEAR ? read(text) : null;
    if (day !== null) return day;
  }
  return null;
}

const CHRONO: Readonly<Record<string, { parse(text: string): chrono.ParsedResult[] }>> = {
  de: chrono.de,
  fr: chrono.fr,
  ja: chrono.ja,
  pt: chrono.pt,
  nl: chrono.nl,
  es: chrono.es,
  ru: chrono.ru,
  uk: chrono.uk,
  it: chrono.it,
  zh: chrono.zh,
};

function chronoDay(line: string, { evidence }: DatedPage): string | null {
  const language = evidence.languages[0]?.slice(0, 2).toLowerCase() ?? 'en';
  for (const { start } of (CHRONO[language] ?? chrono.en).parse(line))
    if (start.isCertain('year') && start.isCertain('month') && start.isCertain('day'))
      return iso(start.get('year'), start.get('month'), start.get('day'));
  return null;
}

function anyDay(line: string): string | null {
  const { year, month, day } = anyDateParser.attempt(line);
  return iso(year, month, day);
}

function iso(
  year: number | null | undefined,
  month: number | null | undefined,
  day: number | null | undefined,
): string | null {
  if (!year || !month || !day) return null;
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
