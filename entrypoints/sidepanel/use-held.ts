import { useRef, useState } from 'preact/hooks';

export interface Held<T> {
  readonly value: T;
  /** For the element in which nothing may move meanwhile. */
  readonly on: {
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
    readonly onFocusIn: (event: FocusEvent) => void;
    readonly onFocusOut: () => void;
  };
}

/**
 * Keeps a value as it was while the pointer or the keyboard is in an element: what the reader
 * is about to press must not move away. The newest is shown when they leave.
 */
export function useHeld<T>(newest: T): Held<T> {
  const [isPointerIn, setPointerIn] = useState(false);
  const [isFocusIn, setFocusIn] = useState(false);
  const shown = useRef(newest);
  if (!isPointerIn && !isFocusIn) shown.current = newest;
  return {
    value: shown.current,
    on: {
      onPointerEnter: () => setPointerIn(true),
      onPointerLeave: () => setPointerIn(false),
      // A button that was pressed by mouse keeps the focus long after the reader has gone on.
      onFocusIn: ({ target }) =>
        setFocusIn(target instanceof Element && target.matches(':focus-visible')),
      onFocusOut: () => setFocusIn(false),
    },
  };
}
