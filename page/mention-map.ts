import type { Kind } from '../facts/vocabulary.ts';
import type { PageMention } from '../linking/packed-mentions.ts';
import { type Span, spanOf } from './positions.ts';
import type { Segment } from './segments.ts';

/** A mention at its place in the page. */
export interface PlacedMention {
  readonly mention: PageMention;
  readonly segment: Segment;
  readonly span: Span;
}

/** A mention as the page writes it, on one line. */
export function textOf({ mention: { start, end }, segment }: PlacedMention): string {
  return segment.text.slice(start, end).replace(/\s+/g, ' ');
}

/** How often an entity is mentioned. */
export interface EntityCount {
  readonly id: string;
  readonly kind: Kind;
  readonly mentions: number;
}

/**
 * The page's mentions, found by text node and offset in a few microseconds
 * however many there are.
 */
export class MentionMap {
  readonly #bySegment = new Map<Segment, readonly PlacedMention[]>();
  readonly #byNode = new Map<Text, PlacedMention[]>();
  readonly #byBlock = new Map<Element, Segment[]>();
  readonly #byEntity = new Map<string, Set<PlacedMention>>();
  /** The first mention of each entity in document order, found when asked for. */
  readonly #firsts = new Map<string, PlacedMention>();
  readonly #moved = new Set<string>();

  /**
   * Sets the mentions of a segment in place of those it had. Mentions whose
   * offsets do not fit the segment, or that overlap an earlier one, are left out.
   */
  set(segment: Segment, mentions: readonly PageMention[]): readonly PlacedMention[] {
    this.delete(segment);
    const placed: PlacedMention[] = [];
    let end = 0;
    for (const mention of inOrder(mentions)) {
      if (mention.start < end) continue;
      const span = spanOf(segment, mention.start, mention.end);
      if (!span) continue;
      end = mention.end;
      placed.push({ mention, segment, span });
    }
    if (placed.length === 0) return placed;
    this.#bySegment.set(segment, placed);
    const siblings = this.#byBlock.get(segment.block);
    if (siblings) siblings.push(segment);
    else this.#byBlock.set(segment.block, [segment]);
    for (const one of placed) {
      const { entity } = one.mention;
      const others = this.#byEntity.get(entity);
      if (others) others.add(one);
      else this.#byEntity.set(entity, new Set([one]));
      this.#offerFirst(one);
      for (const node of nodesOf(one)) this.#insert(node, one);
    }
    return placed;
  }

  /** Forgets a segment's mentions and gives them back. */
  delete(segment: Segment): readonly PlacedMention[] {
    const placed = this.#bySegment.get(segment);
    if (!placed) return [];
    this.#bySegment.delete(segment);
    takeFrom(this.#byBlock, segment.block, segment);
    for (const one of placed) {
      const { entity } = one.mention;
      const others = this.#byEntity.get(entity);
      others?.delete(one);
      if (others?.size === 0) this.#byEntity.delete(entity);
      if (this.#firsts.get(entity) === one) {
        this.#firsts.delete(entity);
        this.#moved.add(entity);
      }
      for (const node of nodesOf(one)) takeFrom(this.#byNode, node, one);
    }
    return placed;
  }

  clear(): void {
    this.#bySegment.clear();
    this.#byNode.clear();
    this.#byBlock.clear();
    this.#byEntity.clear();
    this.#firsts.clear();
    this.#moved.clear();
  }

  /** The mention that holds the code unit at `offset` of a text node, by binary search. */
  at(node: Text, offset: number): PlacedMention | undefined {
    const placed = this.#byNode.get(node);
    if (!placed) return undefined;
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (endIn(placed[middle] as PlacedMention, node) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = placed[low];
    return found && startIn(found, node) <= offset ? found : undefined;
  }

  /** A text node's mentions in order. */
  ofNode(node: Text): readonly PlacedMention[] {
    return this.#byNode.get(node) ?? [];
  }

  /** The mentions in a block's own text (not in blocks inside it). */
  ofBlock(block: Element): readonly PlacedMention[] {
    return (this.#byBlock.get(block) ?? []).flatMap((segment) => this.ofSegment(segment));
  }

  /** A segment's mentions, without private ones: those are counted, and found nowhere. */
  ofSegment(segment: Segment): readonly PlacedMention[] {
    return (this.#bySegment.get(segment) ?? []).filter(({ mention }) => !mention.private);
  }

  /** Whether a mention is still one of the page's. */
  has(placed: PlacedMention): boolean {
    return this.#byEntity.get(placed.mention.entity)?.has(placed) === true;
  }

  /** Whether it is the entity's first mention in document order. */
  isFirst(placed: PlacedMention): boolean {
    return this.first(placed.mention.entity) === placed;
  }

  /** An entity's first mention in document order. */
  first(entity: string): PlacedMention | undefined {
    const known = this.#firsts.get(entity);
    if (known) return known;
    for (const placed of this.#byEntity.get(entity) ?? []) this.#offerFirst(placed, true);
    return this.#firsts.get(entity);
  }

  /** The mentions of the entities whose first mention is another one since the last call. */
  takeMoved(): PlacedMention[] {
    const placed = [...this.#moved].flatMap((entity) => [...(this.#byEntity.get(entity) ?? [])]);
    this.#moved.clear();
    return placed;
  }

  /** An entity's mentions in document order, without private ones. */
  ofEntity(entity: string): readonly PlacedMention[] {
    return [...(this.#byEntity.get(entity) ?? [])]
      .filter(({ mention }) => !mention.private)
      .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  }

  /** The entities mentioned, most often mentioned first. */
  counts(): EntityCount[] {
    const counts: EntityCount[] = [];
    for (const [id, placed] of this.#byEntity) {
      const [one] = placed;
      if (one) counts.push({ id, kind: one.mention.kind, mentions: placed.size });
    }
    return counts.sort((a, b) => b.mentions - a.mentions);
  }

  get size(): number {
    let size = 0;
    for (const placed of this.#bySegment.values()) size += placed.length;
    return size;
  }

  /**
   * The mentions after (or before) a place in document order, not going round.
   * Walks the tree from there, so that no order has to be kept while it changes.
   */
  *from(start: Node, offset: number, direction: 1 | -1): Generator<PlacedMention> {
    const root = start.ownerDocument?.documentElement;
    if (!root || this.#byNode.size === 0) return;
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    walker.currentNode = start;
    let node: Node | null = start;
    let last: PlacedMention | undefined;
    while (node) {
      const placed = this.#byNode.get(node as Text);
      if (placed) {
        const ordered = direction === 1 ? placed : placed.toReversed();
        for (const one of ordered) {
          const before = direction === 1 ? startIn(one, node) < offset : endIn(one, node) > offset;
          if ((node === start && before) || one === last) continue;
          // A mention over several nodes is met at each of them.
          if (direction === 1 && one.span.start.node !== node) continue;
          last = one;
          yield one;
        }
      }
      node = direction === 1 ? walker.nextNode() : walker.previousNode();
    }
  }

  #insert(node: Text, placed: PlacedMention): void {
    const others = this.#byNode.get(node);
    if (!others) {
      this.#byNode.set(node, [placed]);
      return;
    }
    const start = startIn(placed, node);
    let at = others.length;
    while (at > 0 && startIn(others[at - 1] as PlacedMention, node) > start) at--;
    others.splice(at, 0, placed);
  }

  #offerFirst(placed: PlacedMention, always = false): void {
    const { entity } = placed.mention;
    const first = this.#firsts.get(entity);
    // Without a known first one of several mentions may be it: `first` looks when asked.
    if (!first && !always && (this.#byEntity.get(entity)?.size ?? 0) > 1) return;
    if (first && !isBefore(placed, first)) return;
    this.#firsts.set(entity, placed);
    if (first) this.#moved.add(entity);
  }
}

function isBefore(a: PlacedMention, b: PlacedMention): boolean {
  if (a.segment === b.segment) return a.mention.start < b.mention.start;
  if (a.span.start.node === b.span.start.node) return a.span.start.offset < b.span.start.offset;
  const order = a.span.start.node.compareDocumentPosition(b.span.start.node);
  return (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Where a mention starts and ends within one of its nodes. */
function startIn({ span }: PlacedMention, node: Node): number {
  return span.start.node === node ? span.start.offset : 0;
}

function endIn({ span }: PlacedMention, node: Node): number {
  return span.end.node === node ? span.end.offset : Number.POSITIVE_INFINITY;
}

/** The linker's answer is in order already, as a rule. */
function inOrder(mentions: readonly PageMention[]): readonly PageMention[] {
  const compare = (a: PageMention, b: PageMention) => a.start - b.start || b.end - a.end;
  return mentions.every((one, at) => at === 0 || compare(mentions[at - 1] as PageMention, one) <= 0)
    ? mentions
    : [...mentions].sort(compare);
}

/** The nodes under which a mention is found: none for a private one. */
function nodesOf({ mention, span: { start, end }, segment }: PlacedMention): Text[] {
  if (mention.private) return [];
  if (start.node === end.node) return [start.node];
  const nodes = segment.pieces.map(({ node }) => node);
  return nodes.slice(nodes.indexOf(start.node), nodes.indexOf(end.node) + 1);
}

function takeFrom<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const rest = map.get(key)?.filter((other) => other !== value) ?? [];
  if (rest.length > 0) map.set(key, rest);
  else map.delete(key);
}
