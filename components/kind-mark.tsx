import type { Kind } from '../facts/vocabulary.ts';
import { IconShape } from './icon-shape.tsx';
import { KIND_ICONS } from './kind-icons.ts';
import { useWords } from './use-words.ts';

/** A kind as shape, word and colour together. */
export function KindMark({ kind }: { kind: Kind }) {
  const words = useWords();
  return (
    <span class="kind" style={{ color: `var(--bgr-${kind})` }}>
      <svg class="kind-icon" viewBox="0 0 24 24" aria-hidden="true">
        <IconShape icon={KIND_ICONS[kind]} />
      </svg>
      {words(`kind.${kind}`)}
    </span>
  );
}
