import { LocalText } from '../../components/local-text.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
import type { Backend } from '../../extension/backend.ts';
import type { PageSummary } from '../../extension/page-summary.ts';
import { hostOf, type Overrule, pageKey, type Settings } from '../../facts/settings.ts';

export interface HiddenListProps {
  backend: Backend;
  settings: Settings;
  page: PageSummary | undefined;
  onOverrule: (what: Overrule, undo: boolean) => void;
}

/** What the reader hid here and everywhere, each with its way back. */
export function HiddenList({ backend, settings, page, onOverrule }: HiddenListProps) {
  const words = useWords();
  const overrules = settings.overrules.filter((overrule) => holdsOn(overrule, page));
  const ids = [...new Set(overrules.map(({ entity }) => entity))].sort();
  // No operation asks for names alone; the context of the hidden ones carries them.
  const named = useAnswer(
    () => backend.ask('context', { entities: ids }),
    ids.length > 0 ? ids.join(' ') : undefined,
  );
  const names = new Map(named.value?.entities.map((row) => [row.id, row.name]));
  if (overrules.length === 0) return null;
  return (
    <section aria-labelledby="hidden-title">
      <h2 id="hidden-title">{words('page.hidden.title')}</h2>
      <ul>
        {overrules.map((overrule) => {
          const { entity, scope } = overrule;
          const name = names.get(entity) ?? { text: entity, lang: 'und' };
          return (
            <li key={`${entity} ${JSON.stringify(scope)}`} class="hidden-name">
              <span>
                <LocalText value={name} />{' '}
                <span class="aside">{words(`card.hide.${scope.on}`)}</span>
              </span>
              <button
                type="button"
                class="quiet act"
                aria-label={words(
                  'app.actOn',
                  words('page.hidden.show'),
                  words('page.hidden.of', name.text, words(`card.hide.${scope.on}`)),
                )}
                onClick={() => onOverrule(overrule, true)}
              >
                {words('page.hidden.show')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function holdsOn({ scope }: Overrule, page: PageSummary | undefined): boolean {
  if (scope.on === 'everywhere') return true;
  if (!page) return false;
  return scope.on === 'page' ? scope.url === pageKey(page.url) : scope.host === hostOf(page.url);
}
