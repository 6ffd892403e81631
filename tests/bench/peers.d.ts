/** The parts of the other matchers that the bench uses; these packages bring no types. */

declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** Ends of matches, with everything that ends there. */
    search(text: string): [end: number, keywords: string[]][];
  }
}

declare module 'aho-corasick-node' {
  interface Builder {
    add(keyword: string): void;
    build(): {
      /** Each keyword that stands in the text, once. */
      match(text: string): string[];
    };
  }
  const AhoCorasick: { builder(): Builder };
  export default AhoCorasick;
}

declare module 'flashtext.js' {
  export default class KeywordProcessor {
    constructor(caseSensitive?: boolean);
    addKeyword(keyword: string): void;
    extractKeywords(text: string): string[];
  }
}
