import type { ComponentChild } from 'preact';
import type { Key } from '../words/words.ts';
import { useWords } from './use-words.ts';

export interface PhraseProps {
  of: Key;
  /** What stands for `$1`, `$2` …; names of packs and pages in elements that isolate them. */
  values: readonly ComponentChild[];
}

/** A message with elements in it. */
export function Phrase({ of, values }: PhraseProps) {
  return useWords()
    .pieces(of)
    .map((piece) => (typeof piece === 'number' ? values[piece] : piece));
}
