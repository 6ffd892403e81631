import { useId, useState } from 'preact/hooks';
import { useWords } from '../../components/use-words.ts';
import { isDay } from './routes.ts';

export interface AsOfProps {
  /** ISO 8601; undefined for today. */
  day: string | undefined;
  onDay: (day: string | undefined) => void;
}

/** The day that a page is shown for. */
export function AsOf({ day, onDay }: AsOfProps) {
  const t = useWords();
  const id = useId();
  const [wrong, setWrong] = useState(false);
  return (
    <form class="as-of" noValidate onSubmit={(event) => event.preventDefault()}>
      <label for={id}>{t('entity.asOf')}</label>
      <input
        id={id}
        type="date"
        value={day ?? ''}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={({ currentTarget: { value, validity } }) => {
          const isWrong = validity.badInput || (value !== '' && !isDay(value));
          setWrong(isWrong);
          if (!isWrong) onDay(value === '' ? undefined : value);
        }}
      />
      {day !== undefined && (
        <button type="button" class="quiet act" onClick={() => onDay(undefined)}>
          {t('entity.today')}
        </button>
      )}
      <span id={`${id}-wrong`} class="wrong" role="status">
        {wrong && t('entity.wrongDay')}
      </span>
    </form>
  );
}
