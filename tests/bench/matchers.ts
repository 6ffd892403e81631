/** Everything that the part "matcher" compares: a loop, ours, packages from npm, one regular expression. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Looks for all names in a text. @returns how many it found */
export type Scan = (text: string) => number;

export interface MatcherMaterial {
  /** Without repetitions. */
  readonly names: readonly string[];
  /** Where the index of the same names lies. */
  readonly folder: string;
}

export interface Matcher {
  readonly title: string;
  readonly role: 'floor' | 'ours' | 'package' | 'built in';
  /** Imports what it needs, which is not measured; the function it gives takes the names in, which is. */
  readonly prepare: () => Promise<(material: MatcherMaterial) => Scan>;
}

/** In the folder that `makeMaterial` fills. */
export const FILES = { names: 'names.json', text: 'text.json', index: 'index.bin' } as const;

/** Each is imported only by the process that measures it. */
export const MATCHERS = {
  floor: {
    title: 'bare loop, charCodeAt (floor)',
    role: 'floor',
    prepare: async () => () => bareLoop,
  },
  ours: {
    title: 'Backgrounder',
    role: 'ours',
    prepare: async () => {
      const { openNameIndex } = await import('../../linking/name-index.ts');
      const { matchNames } = await import('../../linking/match.ts');
      return ({ folder }) => {
        const indexes = [openNameIndex(readIndex(folder))];
        return (text) => matchNames(indexes, text).length;
      };
    },
  },
  ahocorasick: {
    title: 'ahocorasick',
    role: 'package',
    prepare: async () => {
      const { default: AhoCorasick } = await import('ahocorasick');
      return ({ names }) => {
        const matcher = new AhoCorasick(names);
        return (text) => matcher.search(text).reduce((sum, [, found]) => sum + found.length, 0);
      };
    },
  },
  modern: {
    title: 'modern-ahocorasick',
    role: 'package',
    prepare: async () => {
      const { default: AhoCorasick } = await import('modern-ahocorasick');
      return ({ names }) => {
        const matcher = new AhoCorasick([...names]);
        return (text) => matcher.search(text).length;
      };
    },
  },
  modernFast: {
    title: 'modern-ahocorasick/fast',
    role: 'package',
    prepare: async () => {
      const { default: AhoCorasick } = await import('modern-ahocorasick/fast');
      return ({ names }) => {
        const matcher = new AhoCorasick([...names]);
        return (text) => matcher.search(text).length;
      };
    },
  },
  monyone: {
    title: '@monyone/aho-corasick',
    role: 'package',
    prepare: async () => {
      const { AhoCorasick } = await import('@monyone/aho-corasick');
      return ({ names }) => {
        const matcher = new AhoCorasick([...names]);
        return (text) => matcher.matchInText(text).length;
      };
    },
  },
  monyoneFast: {
    title: '@monyone/aho-corasick/fast',
    role: 'package',
    prepare: async () => {
      const { AhoCorasick } = await import('@monyone/aho-corasick/fast');
      return ({ names }) => {
        const matcher = new AhoCorasick([...names]);
        return (text) => matcher.matchInText(text).length;
      };
    },
  },
  ahoCorasickNode: {
    title: 'aho-corasick-node',
    role: 'package',
    prepare: async () => {
      const { default: AhoCorasick } = await import('aho-corasick-node');
      return ({ names }) => {
        const builder = AhoCorasick.builder();
        for (const name of names) builder.add(name);
        const matcher = builder.build();
        return (text) => matcher.match(text).length;
      };
    },
  },
  flashtext: {
    title: 'flashtext.js',
    role: 'package',
    prepare: async () => {
      const { default: KeywordProcessor } = await import('flashtext.js');
      return ({ names }) => {
        const isCaseSensitive = true;
        const matcher = new KeywordProcessor(isCaseSensitive);
        for (const name of names) matcher.addKeyword(name);
        return (text) => matcher.extractKeywords(text).length;
      };
    },
  },
  regularExpression: {
    title: 'one regular expression',
    role: 'built in',
    prepare: async () => regularExpression,
  },
} as const satisfies Readonly<Record<string, Matcher>>;

export type MatcherName = keyof typeof MATCHERS;

/** Looks at each character and does nothing with it: the least that a matcher written in JavaScript does. */
export function bareLoop(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

/** The index in a folder, as a reader's worker gets it: an ArrayBuffer of its own. */
export function readIndex(folder: string): ArrayBuffer {
  return new Uint8Array(readFileSync(path.join(folder, FILES.index))).buffer;
}

/** All names in one expression, longest first, so that it takes the longest of those that begin at a place. */
function regularExpression({ names }: MatcherMaterial): Scan {
  const written = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const expression = new RegExp(`\\b(?:${written.join('|')})\\b`, 'g');
  const scan: Scan = (text) => text.match(expression)?.length ?? 0;
  // It is compiled when it is first used, for each width of characters, and once more soon after.
  for (let time = 0; time < 3; time++) for (const text of ['a', '“']) scan(text);
  return scan;
}
