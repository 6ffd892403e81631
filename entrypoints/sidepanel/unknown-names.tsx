import { useState } from 'preact/hooks';
import { FoldButton } from '../../components/fold-button.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useFold } from '../../components/use-fold.ts';
import { useWords } from '../../components/use-words.ts';
import type { PageLink } from '../../extension/backend.ts';
import type { PageSummary } from '../../extension/page-summary.ts';
import { pageKey } from '../../facts/settings.ts';
import type { Ask } from '../../messages/ask.ts';

const NAMES_AT_FIRST = 5;
/** Of a page's text, in code units: the longest articles have a fifth. */
const MOST_TEXT = 400_000;
const MOST_SEGMENTS = 20_000;
const LONGEST_LANGUAGE = 35;
/** What the look-up takes, in code units. */
const LONGEST_NAME = 500;

export interface UnknownNamesProps {
  ask: Ask;
  page: PageSummary;
  link: PageLink;
  /** Looks a name up in the reader's packs. */
  onSearch: (name: string) => void;
}

/** Names in the page's text that no pack knows, to be looked up. */
export function UnknownNames({ ask, page, link, onSearch }: UnknownNamesProps) {
  const words = useWords();
  const [failed, setFailed] = useState<string>();
  const total = [...page.mentions.values()].reduce((sum, times) => sum + times, 0);
  const date = page.date?.iso;
  const answer = useAnswer(
    async () => {
      const { language, segments } = await link.text(page.frame);
      return ask('unknownNames', {
        ...(language && { language: language.slice(0, LONGEST_LANGUAGE) }),
        ...(date !== undefined && { date }),
        segments: firstOf(segments),
      });
    },
    // More mentions mean more text.
    JSON.stringify([pageKey(page.url), date, total]),
  );
  const fold = useFold(answer.value?.names ?? [], NAMES_AT_FIRST);

  async function lookUp(name: string) {
    try {
      await ask('lookUpName', { name: name.slice(0, LONGEST_NAME) });
      setFailed(undefined);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  }

  const problem = failed ?? answer.problem;
  return (
    <section aria-labelledby="unknown-title">
      <h2 id="unknown-title">{words('panel.unknown')}</h2>
      {answer.value && (
        <p class="aside small">
          {!answer.value.hasCapitals
            ? words('panel.noCapitals')
            : answer.value.names.length === 0
              ? words('panel.noUnknown')
              : words('panel.unknownLead')}
        </p>
      )}
      {fold.shown.length > 0 && (
        <ul class="unknown">
          {fold.shown.map(({ text, times }) => (
            <li key={text}>
              <button type="button" class="row" onClick={() => onSearch(text)}>
                <bdi class="row-name">{text}</bdi>
                <span class="row-aside">{words.count('panel.times', times)}</span>{' '}
                <span class="unseen">{words('panel.searchPacks')}</span>
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={words('panel.lookUpOf', text)}
                onClick={() => void lookUp(text)}
              >
                {words('panel.lookUp')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {fold.rest > 0 && (
        <FoldButton
          label={words.count('panel.more', fold.rest)}
          open={fold.open}
          onToggle={fold.toggle}
        />
      )}
      {fold.shown.length > 0 && <p class="aside small">{words('panel.lookUpHint')}</p>}
      {problem !== undefined && (
        <Problem
          what={words('panel.noAnswer')}
          kept={words('panel.kept')}
          reason={problem}
          onRetry={failed === undefined ? answer.retry : undefined}
        />
      )}
    </section>
  );
}

/** As much text as is looked through. */
function firstOf(segments: readonly string[]): string[] {
  let length = 0;
  return segments.slice(0, MOST_SEGMENTS).filter((segment) => {
    length += segment.length;
    return length <= MOST_TEXT;
  });
}
