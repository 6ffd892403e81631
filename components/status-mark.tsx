import type { ComponentChildren } from 'preact';
import type { Status } from '../facts/card.ts';
import { Phrase } from './phrase.tsx';
import { useWords } from './use-words.ts';

const MARKS: Record<Exclude<Status, 'stated'>, string> = {
  reported: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1zm0 1.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 1 1 0-6.4z',
  said: 'M.8 1.4h10.4v7H6.2l-3 2.8V8.4H.8z',
  confirmed: 'M4.5 10.2.7 6.4l1.5-1.5 2.3 2.3 5.3-5.4 1.5 1.5z',
  disputed: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1zm0 1.6v6.8a3.4 3.4 0 0 0 0-6.8z',
  denied: 'M2.5 1 6 4.5 9.5 1 11 2.5 7.5 6 11 9.5 9.5 11 6 7.5 2.5 11 1 9.5 4.5 6 1 2.5z',
};

export interface StatusMarkProps {
  status: Status;
  /** The statement says so itself, in words: the shape alone. */
  isTold?: boolean | undefined;
  /** Words in the place of the status's own: "The White House said". */
  children?: ComponentChildren;
}

/**
 * What a statement's stances make of it, as shape, word and colour, in front of the
 * statement: whoever reads or hears it knows beforehand. Nothing where its sources simply say so.
 */
export function StatusMark({ status, isTold = false, children }: StatusMarkProps) {
  const words = useWords();
  if (status === 'stated') return null;
  const word = children || words(`card.status.${status}`);
  return (
    <bdi
      lang={words.tag}
      dir={words.direction}
      class="status"
      style={{ color: `var(--bgr-${status})` }}
    >
      <svg class="shape" viewBox="0 0 12 12" aria-hidden="true">
        <path fill-rule="evenodd" d={MARKS[status]} />
      </svg>
      {!isTold && (
        <>
          {' '}
          <Phrase of="card.status.before" values={[word]} />
        </>
      )}
    </bdi>
  );
}
