import type { Matcher, NamedEntity, Prediction } from './matcher.ts';

/**
 * What the linker is compared with: the longest exact match. Leftmost first, of
 * those that start at the same place the longest, as it is written, between word
 * boundaries. A name of several entities goes to the one that lists it first.
 * It has every name that the linker has, and looks at no flag and no context.
 */
export function naiveMatcher(entities: Iterable<NamedEntity>): Matcher {
  const bearers = new Map<string, string>();
  const byInitial = new Map<string, string[]>();
  for (const { id, names } of entities) {
    for (const { text } of names) {
      const [initial] = text;
      if (initial === undefined || bearers.has(text)) continue;
      bearers.set(text, id);
      const known = byInitial.get(initial);
      if (known) known.push(text);
      else byInitial.set(initial, [text]);
    }
  }
  for (const names of byInitial.values()) names.sort((a, b) => b.length - a.length);

  return (text) => {
    const found: Prediction[] = [];
    let at = 0;
    while (at < text.length) {
      const initial = String.fromCodePoint(text.codePointAt(at) ?? 0);
      const name = byInitial.get(initial)?.find((known) => standsAt(known, text, at));
      const entity = name === undefined ? undefined : bearers.get(name);
      if (name !== undefined && entity !== undefined) {
        found.push({ start: at, end: at + name.length, entity, score: 1, reasons: [] });
      }
      at += name?.length ?? initial.length;
    }
    return found;
  };
}

function standsAt(name: string, text: string, at: number): boolean {
  return text.startsWith(name, at) && isBoundary(text, at) && isBoundary(text, at + name.length);
}

const WORD_BEFORE = /[\p{L}\p{N}\p{M}]$/u;
const WORD_AFTER = /^[\p{L}\p{N}\p{M}]/u;

/** Not inside a word. Two code units hold any one character. */
function isBoundary(text: string, at: number): boolean {
  return (
    !WORD_BEFORE.test(text.slice(Math.max(0, at - 2), at)) ||
    !WORD_AFTER.test(text.slice(at, at + 2))
  );
}
