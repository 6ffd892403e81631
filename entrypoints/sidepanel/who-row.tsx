import { EntityRow } from '../../components/entity-row.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useWords } from '../../components/use-words.ts';
import type { EntityRow as Row } from '../../facts/card.ts';

/** Where the reader has come to among an entity's mentions: `at` from 1; 0 where none can be seen. */
export interface Place {
  readonly entity: string;
  readonly at: number;
  readonly of: number;
}

export interface WhoRowProps {
  row: Row;
  /** How often the page names it. */
  times: number;
  isInView: boolean;
  /** It stands among those that are not, as nothing may move now. */
  isHeldBack: boolean;
  /** Set on the one row whose mentions the reader goes through. */
  place: Place | undefined;
  /** Goes to the next (1) or previous (-1) mention. */
  onGo: (direction: 1 | -1) => void;
  /** Opens its background. */
  onOpen: () => void;
}

/** One entity of the page: a press goes to where it is named. */
export function WhoRow(props: WhoRowProps) {
  const { row, times, isInView, isHeldBack, place, onGo, onOpen } = props;
  const words = useWords();
  const name = row.name.text;
  return (
    <li
      data-row={row.id}
      class={isInView ? 'who-row seen' : 'who-row'}
      aria-current={place !== undefined}
    >
      <div class="who-line">
        {/* A private name is marked on no page: there is nothing to go to. */}
        <EntityRow
          row={row}
          aside={words.count('panel.times', times)}
          onOpen={row.private ? onOpen : () => onGo(1)}
        />
        <IconButton icon="back" name={words('panel.background', name)} onPress={onOpen} />
      </div>
      {isHeldBack && <span class="unseen">{words('panel.seenNow')}</span>}
      {place && (
        <>
          <fieldset class="who-steps" aria-label={words('panel.mentionsOf', name)}>
            <button type="button" class="quiet" onClick={() => onGo(-1)}>
              {words('panel.previous')}
            </button>
            <span class="aside small" aria-hidden="true">
              {words('panel.place', String(place.at), String(place.of))}
            </span>
            <button type="button" class="quiet" onClick={() => onGo(1)}>
              {words('panel.next')}
            </button>
          </fieldset>
          <p class={place.at === 0 ? 'aside small' : 'unseen'} role="status">
            {place.at === 0
              ? words('panel.noMention', name)
              : words('panel.placeOf', name, String(place.at), String(place.of))}
          </p>
        </>
      )}
    </li>
  );
}
