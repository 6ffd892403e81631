import type { ComponentChildren } from 'preact';

export interface SwitchProps {
  label: ComponentChildren;
  on: boolean;
  disabled?: boolean | undefined;
  onChange: (on: boolean) => void;
}

/** A setting that is on or off, and takes effect at once. */
export function Switch({ label, on, disabled = false, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
