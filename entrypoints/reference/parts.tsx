import { useWords } from '../../components/use-words.ts';
import { hashOf, type Route } from './routes.ts';

export interface PartsProps {
  /** The part that is shown, from 1. */
  part: number;
  /** There is one behind it. */
  more: boolean;
  /** How many there are, where that is known. */
  of?: number | undefined;
  routeTo: (part: number) => Route;
}

/** The way through a list that has several parts. */
export function Parts({ part, more, of, routeTo }: PartsProps) {
  const t = useWords();
  if (part === 1 && !more) return null;
  const number = new Intl.NumberFormat(t.tag);
  return (
    <nav class="parts" aria-label={t('reference.parts')}>
      {part > 1 ? (
        <a rel="prev" href={hashOf(routeTo(part - 1))}>
          {t('reference.previous')}
        </a>
      ) : (
        <span />
      )}
      <span class="aside">
        {of === undefined
          ? number.format(part)
          : t('reference.partOf', number.format(part), number.format(of))}
      </span>
      {more ? (
        <a rel="next" href={hashOf(routeTo(part + 1))}>
          {t('reference.next')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
