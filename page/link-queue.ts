import type { PageMention } from '../linking/packed-mentions.ts';
import {
  CHUNK_LENGTH,
  CHUNK_SEGMENTS,
  ESTABLISHED_SENT,
  LINK_RETRIES_MS,
  RELINKS,
} from './limits.ts';
import type { Segment } from './segments.ts';

/** A full name on the page, as the page writes it. */
export interface FullName {
  readonly entity: string;
  readonly text: string;
}

/** What the linker says about a chunk: see `link` in messages/. */
export interface LinkAnswer {
  readonly mentions: readonly PageMention[];
  /** With words that segments hold which have short forms of the name. */
  readonly established: readonly (FullName & { readonly words: readonly string[] })[];
  readonly awaiting: readonly string[];
}

/**
 * Finds the known names in segments.
 *
 * @param established - full names that have been seen on the page so far
 */
export type Link = (segments: string[], established: FullName[]) => Promise<LinkAnswer>;

type OnLinked = (
  segments: readonly Segment[],
  mentions: readonly (readonly PageMention[])[],
) => void;

interface Chunk {
  segments: Segment[];
  established: LinkAnswer['established'];
  awaiting: readonly string[];
  links: number;
}

/**
 * Sends segments to the linker in chunks, one at a time, and again where names
 * have become established since. The linker keeps nothing between calls: what is
 * established is what the chunks of text still on the page establish.
 */
export class LinkQueue {
  readonly #link: Link;
  readonly #isCurrent: (segment: Segment) => boolean;
  readonly #onLinked: OnLinked;
  #open: Segment[] = [];
  #openLength = 0;
  readonly #waiting: Chunk[] = [];
  readonly #linked = new Set<Chunk>();
  /** Chunks nobody answered for; they wait for `revive`. */
  #resting: Chunk[] = [];
  #draining: Promise<void> | undefined;
  #stopped = false;
  #wake: (() => void) | undefined;

  /**
   * @param isCurrent - whether a segment is still on the page
   * @param onLinked - given the chunk's segments and for each its mentions
   */
  constructor(link: Link, isCurrent: (segment: Segment) => boolean, onLinked: OnLinked) {
    this.#link = link;
    this.#isCurrent = isCurrent;
    this.#onLinked = onLinked;
  }

  /** Adds a segment to the chunk being filled, and sends that when it is full. */
  add(segment: Segment): void {
    if (
      this.#open.length >= CHUNK_SEGMENTS ||
      (this.#open.length > 0 && this.#openLength + segment.text.length > CHUNK_LENGTH)
    )
      this.flush();
    this.#open.push(segment);
    this.#openLength += segment.text.length;
  }

  /** Sends what has been added. */
  flush(): void {
    if (this.#open.length === 0) return;
    this.#waiting.push({ segments: this.#open, established: [], awaiting: [], links: 0 });
    this.#open = [];
    this.#openLength = 0;
    this.#drain();
  }

  /** Sends again what nobody answered for. */
  revive(): void {
    this.#waiting.push(...this.#resting);
    this.#resting = [];
    this.#drain();
  }

  /** Links everything again: the linker's answers have changed (packs, overrules). */
  relinkAll(): void {
    for (const chunk of this.#linked) {
      chunk.links = 0;
      this.#waiting.push(chunk);
    }
    this.#linked.clear();
    this.revive();
  }

  /** Forgets chunks of which nothing is left on the page. */
  prune(): void {
    for (const chunk of this.#linked) if (!this.#keepCurrent(chunk)) this.#linked.delete(chunk);
    this.#resting = this.#resting.filter((chunk) => this.#keepCurrent(chunk));
  }

  /** Resolves when nothing is waiting or under way. */
  async settled(): Promise<void> {
    while (this.#draining) await this.#draining;
  }

  /** Ends for good: answers that still come are dropped. */
  stop(): void {
    this.#stopped = true;
    this.#waiting.length = 0;
    this.#wake?.();
  }

  #drain(): void {
    if (this.#draining || this.#stopped || this.#waiting.length === 0) return;
    this.#draining = this.#sendAll().finally(() => {
      this.#draining = undefined;
      // Something may have been added between the last look and now.
      this.#drain();
    });
  }

  async #sendAll(): Promise<void> {
    for (let chunk = this.#waiting.shift(); chunk; chunk = this.#waiting.shift()) {
      if (!this.#keepCurrent(chunk)) continue;
      const segments = chunk.segments;
      const answer = await this.#ask(segments);
      if (this.#stopped) return;
      if (!answer) {
        this.#resting.push(chunk, ...this.#waiting.splice(0));
        return;
      }
      const before = this.#established(chunk);
      const fresh = answer.established.filter((name) => !before.has(keyOf(name)));
      this.#relink(fresh);
      chunk.established = answer.established;
      chunk.awaiting = answer.awaiting;
      chunk.links++;
      this.#linked.add(chunk);
      this.#hand(segments, answer.mentions);
    }
  }

  /** Links again the chunks that await one of these full names, or may have short forms of one. */
  #relink(fresh: LinkAnswer['established']): void {
    if (fresh.length === 0) return;
    for (const other of this.#linked) {
      if (other.links >= RELINKS) continue;
      const text = textsOf(other.segments).join('\n');
      const isConcerned = fresh.some(
        ({ entity, words }) =>
          other.awaiting.includes(entity) || words.some((word) => text.includes(word)),
      );
      if (!isConcerned) continue;
      this.#linked.delete(other);
      this.#waiting.push(other);
    }
  }

  #hand(segments: readonly Segment[], mentions: readonly PageMention[]): void {
    const bySegment: PageMention[][] = [];
    for (const mention of mentions) {
      const found = bySegment[mention.segment];
      if (found) found.push(mention);
      else bySegment[mention.segment] = [mention];
    }
    const current: Segment[] = [];
    const found: (readonly PageMention[])[] = [];
    segments.forEach((segment, at) => {
      if (!this.#isCurrent(segment)) return;
      current.push(segment);
      found.push(bySegment[at] ?? []);
    });
    this.#onLinked(current, found);
  }

  /** The linker's answer, or undefined when it has failed for the last time. */
  async #ask(segments: readonly Segment[]): Promise<LinkAnswer | undefined> {
    const texts = textsOf(segments);
    for (let tries = 0; !this.#stopped; tries++) {
      try {
        return await this.#link(
          texts,
          [...this.#established().values()].slice(0, ESTABLISHED_SENT),
        );
      } catch {
        // The worker may be starting, or the extension being updated.
        const wait = LINK_RETRIES_MS[tries];
        if (wait === undefined) return undefined;
        await this.#pause(wait);
      }
    }
    return undefined;
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Full names on the page, each once; a chunk on its way again still stands there. */
  #established(...onTheirWay: Chunk[]): Map<string, FullName> {
    const all = new Map<string, FullName>();
    const chunks = [...this.#linked, ...this.#waiting, ...this.#resting, ...onTheirWay];
    for (const { established } of chunks)
      for (const name of established)
        all.set(keyOf(name), { entity: name.entity, text: name.text });
    return all;
  }

  #keepCurrent(chunk: Chunk): boolean {
    chunk.segments = chunk.segments.filter((segment) => this.#isCurrent(segment));
    return chunk.segments.length > 0;
  }
}

function textsOf(segments: readonly Segment[]): string[] {
  return segments.map(({ text }) => text);
}

function keyOf({ entity, text }: FullName): string {
  return `${entity}\n${text}`;
}
