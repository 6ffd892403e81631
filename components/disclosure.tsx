import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

export interface DisclosureProps {
  /** The quiet button's words. */
  label: ComponentChildren;
  /** What stands before the button in its line. */
  before?: ComponentChildren;
  /** Built only when it is opened: a card may hold hundreds of these. */
  children: () => ComponentChildren;
}

/** A quiet button at the end of a line that opens what belongs below the line. */
export function Disclosure({ label, before, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <div class="line">
        {before}
        <button
          type="button"
          class="quiet"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <span>{label}</span>
          <Icon name="more" />
        </button>
      </div>
      {open && (
        <div id={id} class="opened">
          {children()}
        </div>
      )}
    </>
  );
}
