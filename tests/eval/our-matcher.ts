import { buildNameIndex } from '../../linking/build-index.ts';
import { linkSegments } from '../../linking/link.ts';
import { openNameIndex } from '../../linking/name-index.ts';
import type { Matcher, NamedEntity } from './matcher.ts';
import { segmentsOf } from './segments.ts';

/** Texts of one page are linked together; every record is a page of its own. */
const NEW_PAGE = { established: [], overruled: new Set<string>() };

/**
 * The linker as the extension runs it, on a knowledge base without facts: the
 * gold sets have none.
 *
 * @param threshold - without it, the one that is shipped
 */
export function ourMatcher(entities: Iterable<NamedEntity>): (threshold?: number) => Matcher {
  const index = openNameIndex(buildNameIndex({ pack: 'gold', entities }));
  return (threshold) => (text) => {
    const segments = segmentsOf(text);
    const { mentions } = linkSegments(
      [index],
      segments.map((segment) => segment.text),
      { ...NEW_PAGE, language: 'en', ...(threshold !== undefined && { threshold }) },
    );
    return mentions.map(({ segment, start, end, entity, score, reasons }) => {
      const offset = segments[segment]?.offset ?? 0;
      return { start: offset + start, end: offset + end, entity, score, reasons };
    });
  };
}
