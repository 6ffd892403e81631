import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface ChoicesProps<T extends string | number> {
  legend: string;
  /** A line under the legend. */
  hint?: string | undefined;
  /** None is chosen when no option has it. */
  value: T;
  options: readonly {
    readonly value: T;
    readonly label: ComponentChildren;
    /** A line under the option. */
    readonly hint?: ComponentChildren;
  }[];
  /** Beside one another, where the labels are short. */
  inRow?: boolean;
  onChange: (value: T) => void;
}

/** One of a few, all to be seen; it takes effect at once. */
export function Choices<T extends string | number>(props: ChoicesProps<T>) {
  const { legend, hint, value, options, inRow = false, onChange } = props;
  const id = useId();
  return (
    <fieldset class="choices" aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <div class={inRow ? 'choice-row' : 'choice-list'}>
        {options.map((option, at) => (
          <div key={option.value} class="choice">
            <label>
              <input
                type="radio"
                name={id}
                checked={option.value === value}
                aria-describedby={option.hint === undefined ? undefined : `${id}-${at}`}
                onChange={() => onChange(option.value)}
              />
              <span>{option.label}</span>
            </label>
            {option.hint !== undefined && (
              <p id={`${id}-${at}`} class="hint">
                {option.hint}
              </p>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
