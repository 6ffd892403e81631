import type { Density, Style } from '../facts/settings.ts';
import type { Kind } from '../facts/vocabulary.ts';
import { BAND_HEIGHT, IN_VIEW_MEASURED, PAINT_MARGIN } from './limits.ts';
import { rectsOf } from './mention-geometry.ts';
import type { MentionMap, PlacedMention } from './mention-map.ts';
import type { Segment } from './segments.ts';

/**
 * The highlight names. Underlines look the same for every kind, so they share two
 * names: each name a style sheet knows costs every restyling of the page (30,000
 * elements: 54 ms without ours, 66 ms with 3 names, 99 ms with 30), and what is
 * painted here the page's own scripts can read.
 */
const FIRST = 'backgrounder-first';
const LATER = 'backgrounder-later';
const TINT = 'backgrounder-tint';

/** The name for the one mention under the pointer or the keyboard. */
function activeName(kind: Kind): string {
  return `backgrounder-active-${kind}`;
}

/** Every name in use for these kinds: what the style sheet has to cover. */
export function highlightNames(kinds: readonly Kind[]): string[] {
  return [FIRST, LATER, TINT, ...kinds.map(activeName)];
}

/** How mentions are painted, and which of them. */
interface Look {
  readonly style: Style;
  readonly density: Density;
}

/** Blocks that follow one another within less than a viewport: painted together. */
interface Band {
  readonly blocks: Set<Element>;
  readonly top: number;
  bottom: number;
  /** The observed ends. One of them is near whenever any of the band is seen. */
  ends: readonly Element[];
  readonly nearEnds: Set<Element>;
  painted: boolean;
}

/**
 * Paints mentions with CSS highlights over static ranges, those within about a
 * viewport of what is seen. Every registered range costs about 8 µs in every
 * frame in which the page changes, and every observed element its share of
 * scrolling, hence bands: two observed elements for each viewport of text.
 */
export class Highlighter {
  readonly #bands = new Map<Element, Band>();
  /** An element can end two bands when a block is cut out and read again. */
  readonly #bandsByEnd = new Map<Element, Set<Band>>();
  /** Names with what is registered under them, of a mention; more than one is parted by spaces. */
  readonly #ranges = new Map<PlacedMention, { names: string; range: StaticRange }>();
  #look: Look = { style: 'underline', density: 'every' };
  #observer: IntersectionObserver | undefined;
  #active: { placed: PlacedMention; name: string } | undefined;

  readonly #mentions: MentionMap;

  constructor(mentions: MentionMap) {
    this.#mentions = mentions;
  }

  /**
   * Shows segments whose mentions are in the map, and first mentions that are no
   * longer first. Reads layout (one rectangle a block) and then writes highlights,
   * so call it once for many segments, in document order.
   */
  show(segments: Iterable<Segment>): void {
    let band: Band | undefined;
    const near = new Set<Band>();
    // Asked once: it has the layout looked at each time.
    const viewport = innerHeight;
    for (const { block } of segments) {
      const known = this.#bands.get(block);
      if (known) {
        if (known.painted) near.add(known);
        continue;
      }
      const { top, bottom } = block.getBoundingClientRect();
      if (!band || !fits(band, top, bottom, viewport)) {
        if (band) this.#watch(band);
        band = { blocks: new Set(), top, bottom, ends: [], nearEnds: new Set(), painted: false };
      }
      band.blocks.add(block);
      band.bottom = Math.max(band.bottom, bottom);
      this.#bands.set(block, band);
      if (bottom >= -PAINT_MARGIN * viewport && top <= (1 + PAINT_MARGIN) * viewport)
        near.add(band);
    }
    if (band) this.#watch(band);
    // What is near is painted in this frame; the observer's first report comes a frame later.
    for (const one of near) this.#paint(one);
    for (const placed of this.#mentions.takeMoved())
      if (this.#bands.get(placed.segment.block)?.painted) this.#paintOne(placed);
  }

  /** Takes a segment's mentions, already gone from the map, off the page. */
  hide(segment: Segment, placed: readonly PlacedMention[]): void {
    for (const one of placed) {
      this.#erase(one);
      if (this.#active?.placed === one) this.setActive(undefined);
    }
    if (this.#mentions.ofBlock(segment.block).length > 0) return;
    const band = this.#bands.get(segment.block);
    if (!band) return;
    this.#bands.delete(segment.block);
    band.blocks.delete(segment.block);
    if (band.ends.includes(segment.block)) this.#watch(band);
  }

  /** Marks the one mention under the pointer or the keyboard; undefined takes the mark off. */
  setActive(placed: PlacedMention | undefined): void {
    if (this.#active?.placed === placed) return;
    if (this.#active) CSS.highlights.delete(this.#active.name);
    this.#active = undefined;
    if (!placed) return;
    const name = activeName(placed.mention.kind);
    const highlight = new Highlight(rangeOf(placed));
    // Above the underlines and other extensions' highlights of the same text.
    highlight.priority = 1;
    CSS.highlights.set(name, highlight);
    this.#active = { placed, name };
  }

  /** Paints by another style or density, at once. */
  setLook({ style, density }: Look): void {
    if (style === this.#look.style && density === this.#look.density) return;
    this.#look = { style, density };
    for (const band of new Set(this.#bands.values())) if (band.painted) this.#paint(band);
  }

  /** Takes everything off and stops watching. */
  clear(): void {
    this.setActive(undefined);
    for (const placed of [...this.#ranges.keys()]) this.#erase(placed);
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#bands.clear();
    this.#bandsByEnd.clear();
  }

  /** The entities named in the viewport. Measures those painted, which are near it. */
  inView(): string[] {
    const seen = new Set<string>();
    let measured = 0;
    for (const placed of this.#ranges.keys()) {
      const { entity } = placed.mention;
      if (seen.has(entity)) continue;
      if (++measured > IN_VIEW_MEASURED) break;
      if (rectsOf(placed).some(({ top, bottom }) => bottom > 0 && top < innerHeight))
        seen.add(entity);
    }
    return [...seen];
  }

  /** How many ranges are registered and elements observed: for tests and diagnosis. */
  get load(): { readonly ranges: number; readonly observed: number } {
    return { ranges: this.#ranges.size, observed: this.#bandsByEnd.size };
  }

  /** Observes a band's first and last block, in place of those it had. */
  #watch(band: Band): void {
    this.#observer ??= new IntersectionObserver((entries) => this.#seen(entries), nearness());
    const observer = this.#observer;
    for (const end of band.ends) {
      const others = this.#bandsByEnd.get(end);
      others?.delete(band);
      if (others?.size === 0) {
        this.#bandsByEnd.delete(end);
        observer.unobserve(end);
      }
    }
    band.nearEnds.clear();
    const [first] = band.blocks;
    const last = [...band.blocks].at(-1);
    band.ends = first && last ? [...new Set([first, last])] : [];
    for (const end of band.ends) {
      const bands = this.#bandsByEnd.get(end);
      // Observing anew makes the observer report again, for the new band.
      if (bands) observer.unobserve(end);
      this.#bandsByEnd.set(end, (bands ?? new Set()).add(band));
      observer.observe(end);
    }
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    const touched = new Set<Band>();
    for (const { target, isIntersecting } of entries)
      for (const band of this.#bandsByEnd.get(target) ?? []) {
        if (isIntersecting) band.nearEnds.add(target);
        else band.nearEnds.delete(target);
        touched.add(band);
      }
    for (const band of touched)
      if (band.nearEnds.size > 0) this.#paint(band);
      else this.#unpaint(band);
  }

  #paint(band: Band): void {
    band.painted = true;
    for (const block of band.blocks)
      for (const placed of this.#mentions.ofBlock(block)) this.#paintOne(placed);
  }

  #paintOne(placed: PlacedMention): void {
    const names = this.#namesFor(placed);
    if (this.#ranges.get(placed)?.names === names) return;
    this.#erase(placed);
    if (names === '') return;
    const range = rangeOf(placed);
    for (const name of names.split(' ')) {
      const highlight = CSS.highlights.get(name);
      if (highlight) highlight.add(range);
      else CSS.highlights.set(name, new Highlight(range));
    }
    this.#ranges.set(placed, { names, range });
  }

  /** The highlight names of a mention, parted by spaces; "" for one that is not painted. */
  #namesFor(placed: PlacedMention): string {
    const { style, density } = this.#look;
    const isFirst = this.#mentions.isFirst(placed);
    // A page's scripts can read what is painted.
    if (placed.mention.private || style === 'none') return '';
    if (density === 'first' && !isFirst) return '';
    if (density === 'paragraph') {
      const { entity } = placed.mention;
      const siblings = this.#mentions.ofBlock(placed.segment.block);
      if (siblings.find(({ mention }) => mention.entity === entity) !== placed) return '';
    }
    const line = isFirst ? FIRST : LATER;
    return style === 'tint' ? TINT : style === 'both' ? `${line} ${TINT}` : line;
  }

  #unpaint(band: Band): void {
    if (!band.painted) return;
    band.painted = false;
    for (const block of band.blocks)
      for (const placed of this.#mentions.ofBlock(block)) this.#erase(placed);
  }

  #erase(placed: PlacedMention): void {
    const known = this.#ranges.get(placed);
    if (!known) return;
    this.#ranges.delete(placed);
    for (const name of known.names.split(' ')) {
      const highlight = CSS.highlights.get(name);
      highlight?.delete(known.range);
      if (highlight?.size === 0) CSS.highlights.delete(name);
    }
  }
}

/** A range that the page's later changes do not have to keep up to date. */
function rangeOf({ span: { start, end } }: PlacedMention): StaticRange {
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
}

/**
 * `scrollMargin` is for text that scrolls in a box of its own, and holds for the
 * viewport too: with both margins 4,050 px counted as near in a viewport of 800 px
 * in Chromium, with either 1,650 px.
 */
function nearness(): IntersectionObserverInit {
  const near = `${PAINT_MARGIN * 100}% 0%`;
  return 'scrollMargin' in IntersectionObserver.prototype
    ? ({ scrollMargin: near } as IntersectionObserverInit)
    : { rootMargin: near };
}

function fits(band: Band, top: number, bottom: number, viewport: number): boolean {
  const height = viewport * BAND_HEIGHT;
  return top >= band.top && Math.max(bottom, band.bottom) - band.top <= height;
}
