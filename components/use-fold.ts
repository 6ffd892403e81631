import { useState } from 'preact/hooks';

export interface Fold<T> {
  readonly shown: readonly T[];
  /** How many are folded away until the button is pressed; 0 needs no button. */
  readonly rest: number;
  readonly open: boolean;
  readonly toggle: () => void;
}

/**
 * The first few of a list until the reader asks for more.
 *
 * @param few - how many are shown at first; a negative number counts from the end
 */
export function useFold<T>(items: readonly T[], few: number): Fold<T> {
  const [open, setOpen] = useState(false);
  const rest = items.length - Math.abs(few);
  // One more is shown rather than replaced by a button of the same height.
  const folds = rest > 1;
  return {
    shown: open || !folds ? items : few < 0 ? items.slice(few) : items.slice(0, few),
    rest: folds ? rest : 0,
    open,
    toggle: () => setOpen(!open),
  };
}
