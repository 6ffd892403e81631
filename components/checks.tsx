import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface ChecksProps<T extends string> {
  legend: string;
  /** A line under the legend. */
  hint?: string | undefined;
  /** Those that are checked. */
  values: ReadonlySet<T>;
  options: readonly { readonly value: T; readonly label: ComponentChildren }[];
  onChange: (value: T, checked: boolean) => void;
}

/** Any of a few; each takes effect at once. */
export function Checks<T extends string>({
  legend,
  hint,
  values,
  options,
  onChange,
}: ChecksProps<T>) {
  const id = useId();
  return (
    <fieldset class="choices" aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <div class="choice-row">
        {options.map((option) => (
          <div key={option.value} class="choice">
            <label>
              <input
                type="checkbox"
                checked={values.has(option.value)}
                onChange={(event) => onChange(option.value, event.currentTarget.checked)}
              />
              <span>{option.label}</span>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
