import type { ComponentChildren } from 'preact';

export interface SwitchProps {
  label: ComponentChildren;
  on: boolean;
  disabled?: boolean | undefined;
  /** The last change is on its way: it keeps the focus, and takes no other. */
  busy?: boolean | undefined;
  onChange: (on: boolean) => void;
}

/** A setting that is on or off, and takes effect at once. */
export function Switch({ label, on, disabled = false, busy = false, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        disabled={disabled}
        aria-disabled={busy}
        onClick={(event) => {
          if (busy) event.preventDefault();
        }}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
