import { Icon } from './icon.tsx';
import { Words } from './words.tsx';

export interface FoldButtonProps {
  /** What it brings: "3 more". */
  label: string;
  open: boolean;
  onToggle: () => void;
}

/** Unfolds a list and folds it again. It stays: if it went away, the focus would go with it. */
export function FoldButton({ label, open, onToggle }: FoldButtonProps) {
  return (
    <button type="button" class="quiet" aria-expanded={open} onClick={onToggle}>
      <Words>{open ? 'Fewer' : label}</Words>
      <Icon name="more" />
    </button>
  );
}
