import { type LinkOptions, linkSegments } from '../../linking/link.ts';
import type { Mention } from '../../linking/mention.ts';
import type { NameIndex } from '../../linking/name-index.ts';

/** UTF-16 code units that are linked at once: longer than an article by far, and no burden to memory. */
const PART_LENGTH = 500_000;

type Established = LinkOptions['established'];

/**
 * Links a document of any length. A long one is linked in parts, as the extension
 * does: first to learn the full names that stand in it, which count for all parts.
 */
export function linkDocument(
  indexes: readonly NameIndex[],
  segments: readonly string[],
  options: Pick<LinkOptions, 'language' | 'date' | 'threshold'>,
): Mention[] {
  const parts = partsOf(segments);
  const page: LinkOptions = { ...options, established: [], overruled: new Set() };
  const established = parts.length > 1 ? namesIn(parts, indexes, page) : [];
  let before = 0;
  return parts.flatMap((part) => {
    const { mentions } = linkSegments(indexes, part, { ...page, established });
    const offset = before;
    before += part.length;
    return mentions.map((mention) => ({ ...mention, segment: offset + mention.segment }));
  });
}

function namesIn(
  parts: readonly (readonly string[])[],
  indexes: readonly NameIndex[],
  page: LinkOptions,
): Established {
  const names = new Map<string, Established[number]>();
  for (const part of parts) {
    for (const { entity, text } of linkSegments(indexes, part, page).established)
      names.set(`${entity}\n${text}`, { entity, text });
  }
  return [...names.values()];
}

function partsOf(segments: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  let length = 0;
  for (const segment of segments) {
    if (length > 0 && length + segment.length > PART_LENGTH) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(segment);
    length += segment.length;
  }
  return parts;
}
