import type { Kind } from '../facts/vocabulary.ts';
import { useWords } from './use-words.ts';

/** One shape a kind, filled, on a grid of 12. */
const SHAPES: Record<Kind, string> = {
  person: 'M6 .8a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 1 1 0-5.2zM1.2 11.4a4.8 4.6 0 0 1 9.6 0z',
  organisation: 'M2 .8h8v10.6H7.2V8.6H4.8v2.8H2zM4 2.8v1.4h4V2.8zM4 5.6V7h4V5.6z',
  place:
    'M6 11.6C3.4 8.6 1.9 6.8 1.9 4.7a4.1 4.1 0 0 1 8.2 0c0 2.1-1.5 3.9-4.1 6.9zm0-8.4a1.5 1.5 0 1 0 0 3 1.5 1.5 0 1 0 0-3z',
  agreement:
    'M4.2 2.4a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 1 0 0-7.2zM7.8 2.4a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 1 0 0-7.2z',
  event: 'M6 .4 11.6 6 6 11.6.4 6z',
  office:
    'M.8 4.2 6 .8l5.2 3.4v1H.8zM2 6h1.6v3.6H2zm3.2 0h1.6v3.6H5.2zm3.2 0H10v3.6H8.4zM.8 10.2h10.4v1.2H.8z',
  product: 'M6 .4l5 2.8v5.6l-5 2.8-5-2.8V3.2z',
  work: 'M2 .6h5.2L10 3.4v8H2zm1.8 4.6v1h4.4v-1zm0 2.4v1h4.4v-1z',
  group:
    'M6 .8a2.4 2.4 0 1 1 0 4.8A2.4 2.4 0 1 1 6 .8zM2.8 6.4a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 1 1 0-4.8zm6.4 0a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 1 1 0-4.8z',
  other: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1zm0 2.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 1 1 0-5.6z',
};

/** A kind as shape, word and colour together. */
export function KindMark({ kind }: { kind: Kind }) {
  const words = useWords();
  return (
    <span class="kind" style={{ color: `var(--bgr-${kind})` }}>
      <svg class="shape" viewBox="0 0 12 12" aria-hidden="true">
        <path fill-rule="evenodd" d={SHAPES[kind]} />
      </svg>
      {words(`kind.${kind}`)}
    </span>
  );
}
