/** What browser tests put into a page: the room, and a linker made of a few names. */
import type { Kind } from '../../../facts/vocabulary.ts';
import type { PageMention } from '../../../linking/packed-mentions.ts';
import { dateEvidence } from '../../../page/date-evidence.ts';
import { hover, IDLE } from '../../../page/hover-machine.ts';
import { KeyboardSteps, rememberFocus } from '../../../page/keyboard.ts';
import type { FullName, Link, LinkAnswer } from '../../../page/link-queue.ts';
import { rectsOf } from '../../../page/mention-geometry.ts';
import { textOf } from '../../../page/mention-map.ts';
import { PageReader } from '../../../page/page-reader.ts';
import { hitTest, PointerWatch } from '../../../page/pointer.ts';
import { spanOf } from '../../../page/positions.ts';
import { readsLikeArticle } from '../../../page/reads-like-article.ts';
import { readSegments, type Segment } from '../../../page/segments.ts';

interface Known {
  readonly entity: string;
  readonly kind: Kind;
  readonly full: RegExp;
  /** Counts once the full name has been seen. */
  readonly short?: RegExp;
  /** Nobody tells that the short name waits for the full one: only the page's own text does. */
  readonly isSilent?: boolean;
}

/** White space and soft hyphens between the parts of a name, as the real linker allows. */
const GAP = '[\\s\\u00A0]+';
const soft = (word: string) => [...word].join('\\u00AD?');
const full = (...words: string[]) => new RegExp(words.map(soft).join(GAP), 'g');

const NAMES: readonly Known[] = [
  { entity: 'Q317521', kind: 'person', full: full('Elon', 'Musk'), short: /\bMusk\b/g },
  {
    entity: 'Q57265',
    kind: 'person',
    full: full('Ali', 'Khamenei'),
    short: /\bKhamenei\b/g,
    isSilent: true,
  },
  { entity: 'Q794', kind: 'place', full: /\bIran\b/g },
  { entity: 'Q148', kind: 'place', full: /中国/g },
  { entity: 'Q9684', kind: 'organisation', full: full('The', 'New', 'York', 'Times') },
];

/** A stand-in for the worker: regular expressions, no state. */
export function createLinker(): {
  link: Link;
  calls: { segments: string[]; established: FullName[] }[];
} {
  const calls: { segments: string[]; established: FullName[] }[] = [];
  const link: Link = (segments, established) => {
    calls.push({ segments, established });
    return Promise.resolve(linkNames(segments, established));
  };
  return { link, calls };
}

export function linkNames(
  segments: readonly string[],
  established: readonly FullName[],
): LinkAnswer {
  const mentions: PageMention[] = [];
  const fullNames = new Map<string, LinkAnswer['established'][number]>();
  const awaiting = new Set<string>();
  const textIn = ({ segment, start, end }: PageMention) =>
    segments[segment]?.slice(start, end) ?? '';
  const found = ({ entity, kind }: Known, pattern: RegExp): PageMention[] =>
    segments.flatMap((text, segment) =>
      [...text.matchAll(pattern)].map((match) => ({
        segment,
        start: match.index,
        end: match.index + match[0].length,
        entity,
        kind,
        why: '',
      })),
    );
  for (const known of NAMES) {
    const { entity } = known;
    const whole = found(known, known.full);
    mentions.push(...whole);
    for (const text of whole.map(textIn)) {
      fullNames.set(text, { entity, text, words: known.short ? text.split(' ').slice(-1) : [] });
    }
    if (!known.short) continue;
    const short = found(known, known.short).filter(
      (one) =>
        !whole.some(
          (other) =>
            other.segment === one.segment && other.start < one.end && one.start < other.end,
        ),
    );
    const isNamed = whole.length > 0 || established.some((other) => other.entity === entity);
    if (isNamed) mentions.push(...short);
    else if (short.length > 0 && !known.isSilent) awaiting.add(entity);
  }
  return { mentions, established: [...fullNames.values()], awaiting: [...awaiting] };
}

/** All segments of a page in one go. */
export function allSegments(root: Element = document.body): Segment[] {
  return [...readSegments(root)].filter((segment) => segment !== undefined);
}

/** What is registered under a highlight name, as text. */
export function painted(name: string): string[] {
  const texts: string[] = [];
  for (const range of (CSS.highlights.get(name) as unknown as Set<StaticRange> | undefined) ?? []) {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    texts.push(live.toString());
  }
  return texts;
}

export function highlightNamesInUse(): string[] {
  return [...(CSS.highlights as unknown as Map<string, Highlight>).keys()].sort();
}

/** Resolves when a condition holds, looked at in every frame. */
export function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => (condition() ? resolve() : void requestAnimationFrame(look));
    look();
  });
}

export {
  dateEvidence,
  hitTest,
  hover,
  IDLE,
  KeyboardSteps,
  PageReader,
  PointerWatch,
  readSegments,
  readsLikeArticle,
  rectsOf,
  rememberFocus,
  spanOf,
  textOf,
};
