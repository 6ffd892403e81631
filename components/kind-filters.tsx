import type { Kind } from '../facts/vocabulary.ts';
import { useWords } from './use-words.ts';

/** The kinds that news is about most; the others share a button. */
const OFTEN = ['person', 'organisation', 'place', 'office', 'event', 'agreement'] as const;
const SELDOM: readonly Kind[] = ['product', 'work', 'group', 'other'];

export interface KindFiltersProps {
  /** The kinds that are shown; all when there are none. */
  kinds: readonly Kind[];
  onKinds: (kinds: readonly Kind[]) => void;
}

/** Buttons that narrow a list down to some kinds. */
export function KindFilters({ kinds, onKinds }: KindFiltersProps) {
  const t = useWords();
  const filters = [
    ...OFTEN.map((kind) => ({ label: t(`kind.${kind}`), of: [kind] as readonly Kind[] })),
    { label: t('search.otherKinds'), of: SELDOM },
  ];
  return (
    <fieldset class="kind-filters">
      <legend class="unseen">{t('search.filters')}</legend>
      {filters.map(({ label, of }) => {
        const on = of.every((kind) => kinds.includes(kind));
        return (
          <button
            key={label}
            type="button"
            aria-pressed={on}
            onClick={() => {
              const others = kinds.filter((kind) => !of.includes(kind));
              onKinds(on ? others : [...others, ...of]);
            }}
          >
            {label}
          </button>
        );
      })}
    </fieldset>
  );
}
