import { syntheticEntities } from './synthetic-names.ts';
import { syntheticNews } from './synthetic-news.ts';

/** UTF-16 units, the article included. */
const SHORT = 60_000;
const LONG = 1_500_000;

export interface Text {
  readonly title: string;
  readonly segments: readonly string[];
  readonly units: number;
  /** Names of the big pack that were put in. */
  readonly planted: number;
}

export interface Texts {
  readonly short: Text;
  /** As long as a long live blog, but the short text again and again, with as few names. */
  readonly repeated: Text;
  /** As long, with ever other names. */
  readonly long: Text;
}

/** An article, followed by made-up news that mention names of the big pack. */
export function makeTexts(article: readonly string[], nameCount: number): Texts {
  const distinct = new Set<string>();
  for (const { names } of syntheticEntities(nameCount)) {
    for (const { text } of names) distinct.add(text);
  }
  const names = [...distinct];
  const ofArticle = unitsOf(article);
  const news = (units: number, title: string): Text => {
    const { paragraphs, planted } = syntheticNews(names, units - ofArticle);
    const segments = [...article, ...paragraphs];
    return { title, segments, units: unitsOf(segments), planted };
  };
  const short = news(SHORT, '60 kB');
  const times = Math.round(LONG / SHORT);
  return {
    short,
    repeated: {
      title: `60 kB, ${times} times`,
      segments: Array.from({ length: times }, () => short.segments).flat(),
      units: short.units * times,
      planted: short.planted * times,
    },
    long: news(LONG, '1.5 MB'),
  };
}

function unitsOf(segments: readonly string[]): number {
  return segments.reduce((sum, { length }) => sum + length, 0);
}
