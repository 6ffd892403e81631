import type { BuiltInPack } from './built-in-pack.ts';

/** What a generated page is to hold. */
export interface PageSize {
  readonly textNodes: number;
  readonly mentions: number;
}

export interface GeneratedPage {
  readonly html: string;
  /** Each block's text, for the linker. */
  readonly blocks: readonly string[];
  /** The names that it mentions, longest first. */
  readonly names: readonly string[];
  /** Text node (counted in the body), start and end of each mention, one after another. */
  readonly places: readonly number[];
}

/** A news site's page of the usual length, and a live blog that has run for days. */
export const TYPICAL: PageSize = { textNodes: 1_600, mentions: 540 };
export const VERY_LONG: PageSize = { textNodes: 23_000, mentions: 13_000 };

const DIFFERENT_NAMES = 60;

/** Small words only, so that nothing but the names is a name. */
const FILLER = `officials in the capital said on the record that further rounds of quiet work were
likely before the winter and that several earlier drafts had been set aside because the wording on
timetables was thought too vague by those who would have to carry it out while two people familiar
with the matter described the mood in the room as sober rather than hopeful and cautioned against
reading much into a single afternoon of conversation`
  .split(/\s+/)
  .filter(Boolean);

/**
 * Makes a news page of exactly so many text nodes and mentions: a menu, an
 * article whose paragraphs have links and emphasis in them, and lists of teasers.
 * The same size gives the same page.
 */
export function generatePage(pack: BuiltInPack, { textNodes, mentions }: PageSize): GeneratedPage {
  const names = fullNames(pack).slice(0, DIFFERENT_NAMES);
  const writer = new Writer(names, mentions / textNodes);
  const menu = Math.min(40, Math.floor(textNodes / 20));
  const teasers = Math.floor(textNodes / 5);
  const parts = [`<nav><ul>${writer.repeat(menu, () => writer.item())}</ul></nav>`];
  parts.push(`<main><article><h1>${writer.block(writer.text())}</h1>`);
  while (writer.nodes + NODES_OF_PARAGRAPH <= textNodes - teasers) parts.push(writer.paragraph());
  parts.push('</article></main><aside><ul>');
  while (writer.nodes < textNodes) parts.push(writer.item());
  parts.push('</ul></aside>');
  return {
    html: `${HEAD}<body>${parts.join('')}</body></html>`,
    blocks: writer.blocks,
    names: [...names].sort((a, b) => b.length - a.length),
    places: writer.places,
  };
}

const NODES_OF_PARAGRAPH = 5;

const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Generated</title>
<link rel="icon" href="data:,"><meta property="og:type" content="article">
<meta property="article:published_time" content="2024-11-15">
<style>
body { margin: 0 auto; max-width: 1100px; display: grid; grid-template-columns: 640px 1fr; gap: 2rem;
  font: 18px/1.5 Georgia, serif; color: #222; }
nav { grid-column: 1 / 3; } nav ul { display: flex; flex-wrap: wrap; gap: 1rem; font-size: 14px; }
aside { font: 14px/1.4 sans-serif; } a { color: inherit; }
mark, ::highlight(bare) { background-color: transparent; color: inherit;
  text-decoration: underline dotted 1px color-mix(in srgb, currentColor 45%, transparent); }
</style></head>`;

/** Full names in Latin letters of two words or more, which need nothing else on the page. */
function fullNames({ entities }: BuiltInPack): string[] {
  const names = entities.flatMap((entity) =>
    entity.names
      .filter(
        ({ text, use, needs }) => !use && !needs && /^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/.test(text),
      )
      .slice(0, 1)
      .map(({ text }) => text),
  );
  return [...new Set(names)];
}

/** Writes text nodes one after another and notes what stands where. */
class Writer {
  readonly blocks: string[] = [];
  readonly places: number[] = [];
  nodes = 0;
  private readonly names: readonly string[];
  private readonly share: number;
  private word = 0;
  private mentions = 0;

  constructor(names: readonly string[], share: number) {
    this.names = names;
    this.share = share;
  }

  repeat(times: number, write: () => string): string {
    return Array.from({ length: times }, write).join('');
  }

  /** One text node: some words, with a name among them when one is due. */
  text(): string {
    const before = this.words(4 + (this.nodes % 7));
    const isDue = this.mentions < Math.round((this.nodes + 1) * this.share);
    let text = before;
    if (isDue) {
      const name = this.names[this.mentions % this.names.length] ?? '';
      this.places.push(this.nodes, before.length + 1, before.length + 1 + name.length);
      text = `${before} ${name} ${this.words(3 + (this.nodes % 5))}`;
      this.mentions++;
    }
    this.nodes++;
    return text;
  }

  block(text: string): string {
    this.blocks.push(text);
    return text;
  }

  item(): string {
    return `<li><a href="/story-${this.nodes}">${this.block(this.text())}</a></li>`;
  }

  paragraph(): string {
    const [a, b, c, d, e] = Array.from({ length: NODES_OF_PARAGRAPH }, () => this.text());
    this.block(`${a}, ${b}, ${c}, ${d}, ${e}.`);
    // Commas stand in the nodes' own text, at their ends, where they move no mention.
    return `<p>${a}, <a href="/p-${this.nodes}">${b}</a>, ${c}, <em>${d}</em>, ${e}.</p>`;
  }

  private words(count: number): string {
    const words: string[] = [];
    for (let at = 0; at < count; at++) {
      words.push(FILLER[(this.word * 7 + at) % FILLER.length] ?? '');
    }
    this.word += count;
    return words.join(' ');
  }
}
