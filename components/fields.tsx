import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

interface FieldProps {
  label: string;
  /** A line under the field. */
  hint?: ComponentChildren;
  /** What is wrong with the value, and what would be right. */
  wrong?: string | undefined;
}

export interface TextFieldProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  /** An address runs from left to right, whatever the page's direction. */
  address?: boolean | undefined;
  /** Some lines high. */
  long?: boolean | undefined;
  fieldRef?: ((field: HTMLInputElement | HTMLTextAreaElement | null) => void) | undefined;
}

/** A labelled line or paragraph of text, in whatever direction it is written. */
export function TextField(props: TextFieldProps) {
  const { label, hint, wrong, value, onInput, address = false, long = false, fieldRef } = props;
  const id = useId();
  const described = hint !== undefined || wrong !== undefined ? `${id}-hint` : undefined;
  const shared = {
    id,
    value,
    dir: address ? 'ltr' : 'auto',
    'aria-invalid': wrong !== undefined,
    'aria-describedby': described,
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {long ? (
        <textarea
          ref={fieldRef ?? null}
          rows={3}
          {...shared}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <input
          ref={fieldRef ?? null}
          type="text"
          inputMode={address ? 'url' : undefined}
          autocomplete="off"
          spellcheck={false}
          {...shared}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      <FieldHint id={id} hint={hint} wrong={wrong} />
    </div>
  );
}

function FieldHint({
  id,
  hint,
  wrong,
}: {
  id: string;
  hint: ComponentChildren;
  wrong?: string | undefined;
}) {
  if (hint === undefined && wrong === undefined) return null;
  return (
    <p id={`${id}-hint`} class={wrong === undefined ? 'hint' : 'hint wrong'} aria-live="polite">
      {wrong ?? hint}
    </p>
  );
}

export interface ChoiceFieldProps<T extends string> extends FieldProps {
  value: T;
  options: readonly { readonly value: T; readonly label: string }[];
  onChange: (value: T) => void;
}

/** One of a few. */
export function ChoiceField<T extends string>({
  label,
  hint,
  value,
  options,
  onChange,
}: ChoiceFieldProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldHint id={id} hint={hint} />
    </div>
  );
}

export interface FileButtonProps {
  /** "Choose files". */
  label: string;
  several?: boolean | undefined;
  disabled?: boolean | undefined;
  /** The last files are being read: it keeps the focus, and takes no others. */
  busy?: boolean | undefined;
  onFiles: (files: readonly File[]) => void;
}

/** A button that asks for files, as any other button: the browser's own cannot be styled. */
export function FileButton(props: FileButtonProps) {
  const { label, several = false, disabled = false, busy = false, onFiles } = props;
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="press"
        disabled={disabled}
        aria-disabled={busy}
        onClick={() => {
          if (!busy) chooser.current?.click();
        }}
      >
        {label}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple={several}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
