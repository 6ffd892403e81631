import type { EntityRow as Row } from '../facts/card.ts';
import { KindMark } from './kind-mark.tsx';
import { LocalText } from './local-text.tsx';
import { Phrase } from './phrase.tsx';
import { useWords } from './use-words.ts';

export interface EntityRowProps {
  row: Row;
  /** A short word at the row's end: "12 mentions". */
  aside?: string | undefined;
  /** Makes the row a button; without it the row is plain, for use inside an option. */
  onOpen?: ((entity: string) => void) | undefined;
}

/** One entity in a list: name, kind, and who or what it is. */
export function EntityRow({ row, aside, onOpen }: EntityRowProps) {
  const words = useWords();
  const content = (
    <>
      <span class="row-name">
        <LocalText value={row.name} />
        {row.matched && (
          <span class="row-matched">
            {' '}
            <Phrase of="card.quoted" values={[<LocalText key="name" value={row.matched} />]} />
          </span>
        )}
      </span>
      {aside !== undefined && <span class="row-aside">{aside}</span>}
      <span class="row-line">
        <KindMark kind={row.kind} />{' '}
        {row.private && <span class="row-private">{words('card.private')}</span>}{' '}
        {row.line && <LocalText class="row-role" value={row.line} />}
      </span>
    </>
  );
  if (!onOpen) return <span class="row">{content}</span>;
  return (
    <button type="button" class="row" onClick={() => onOpen(row.id)}>
      {content}
    </button>
  );
}
