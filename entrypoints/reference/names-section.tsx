import { FoldButton } from '../../components/fold-button.tsx';
import { LocalText } from '../../components/local-text.tsx';
import { useFold } from '../../components/use-fold.ts';
import { useWords } from '../../components/use-words.ts';
import type { EntityPage } from '../../facts/reference.ts';

const FIRST_LANGUAGES = 6;
const FIRST_NAMES = 8;

type Language = EntityPage['names'][number];

/** All names, a language a line, the reader's languages first. */
export function NamesSection({ names }: Pick<EntityPage, 'names'>) {
  const t = useWords();
  const fold = useFold(names, FIRST_LANGUAGES);
  return (
    <section aria-labelledby="names-title">
      <h2 id="names-title">{t('entity.names')}</h2>
      <dl class="names">
        {fold.shown.map((language) => (
          <Names key={language.lang} of={language} />
        ))}
      </dl>
      {fold.rest > 0 && (
        <FoldButton
          label={t.count('entity.moreLanguages', fold.rest)}
          open={fold.open}
          onToggle={fold.toggle}
        />
      )}
    </section>
  );
}

function Names({ of: { lang, language, names } }: { of: Language }) {
  const t = useWords();
  const fold = useFold(names, FIRST_NAMES);
  return (
    <div>
      <dt>{language ?? (lang === '' ? t('entity.noLanguage') : lang)}</dt>
      <dd>
        <ul>
          {fold.shown.map(({ text, use }) => (
            <li key={`${use} ${text}`}>
              <LocalText value={{ text, lang }} />
              {use !== undefined && <span class="aside"> {t(`entity.use.${use}`)}</span>}
            </li>
          ))}
        </ul>
        {fold.rest > 0 && (
          <FoldButton
            label={t.count('entity.moreNames', fold.rest)}
            open={fold.open}
            onToggle={fold.toggle}
          />
        )}
      </dd>
    </div>
  );
}
