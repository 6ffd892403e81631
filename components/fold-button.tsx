import { Icon } from './icon.tsx';
import { useWords } from './use-words.ts';

export interface FoldButtonProps {
  /** What it brings: "3 more". */
  label: string;
  open: boolean;
  onToggle: () => void;
}

/** Unfolds a list and folds it again. It stays: if it went away, the focus would go with it. */
export function FoldButton({ label, open, onToggle }: FoldButtonProps) {
  const words = useWords();
  return (
    <button type="button" class="quiet" aria-expanded={open} onClick={onToggle}>
      <span>{open ? words('card.fewer') : label}</span>
      <Icon name="more" />
    </button>
  );
}
