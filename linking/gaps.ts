import { kindAt } from './character-at.ts';
import { CHARACTER } from './characters.ts';
import type { TokenList } from './tokens.ts';
import { finish } from './word-hash.ts';

/** Signs between two words that may belong to a name: "Henry C. “Hank” Johnson, Jr." */
const MOST_SIGNS = 4;

/**
 * What the signs before a token, which end a name as a rule, add to the hash of a
 * name that is listed with the same ones: "Washington, DC", "Amazon.com", "Halo:
 * Reach". White space is not compared.
 *
 * @returns 0 when no name reaches over them
 */
export function signsBefore(tokens: TokenList, token: number): number {
  const text = tokens.texts[tokens.segmentOf(token)] ?? '';
  let hash = 0;
  let signs = 0;
  let newlines = 0;
  for (let at = tokens.end[token - 1] ?? 0; at < (tokens.start[token] ?? 0); at++) {
    const kind = kindAt(text, at);
    if (kind === CHARACTER.newline && ++newlines > 1) return 0;
    if (kind === CHARACTER.newline || kind === CHARACTER.space || kind === CHARACTER.invisible)
      continue;
    if (++signs > MOST_SIGNS) return 0;
    hash = Math.imul(hash ^ plainSign(text, at), 0x01000193) + 1;
  }
  return hash === 0 ? 0 : finish(hash) | 1;
}

/** A sign as a typewriter has it: quotation marks are all one, and full-width forms are narrow. */
function plainSign(text: string, at: number): number {
  const sign = text.charAt(at).normalize('NFKC');
  return (/[“”„‟«»]/.test(sign) ? '"' : sign).charCodeAt(0);
}
