import type { ComponentChildren } from 'preact';
import { Disclosure } from '../../components/disclosure.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { duration, whole } from '../../components/quantities.ts';
import { useWords } from '../../components/use-words.ts';
import type { ImportSummary } from './import.ts';
import { ProblemList } from './problem-list.tsx';
import { linkTo } from './routes.ts';
import { saveFile } from './save-file.ts';

export interface ImportSummaryViewProps {
  summary: ImportSummary;
  onPacks: boolean;
  /** The button that closes it. */
  children: ComponentChildren;
}

/** What an import did to the fact base. */
export function ImportSummaryView({ summary, onPacks, children }: ImportSummaryViewProps) {
  const { pack, problems, problemsTotal, problemsReported, reportFile, seconds } = summary;
  const words = useWords();
  const counts = [
    ['packs.counts.added', summary.added],
    ['packs.counts.changed', summary.changed],
    ['packs.counts.removed', summary.removed],
    ['packs.counts.unchanged', summary.unchanged],
    ['packs.counts.skipped', summary.skipped],
  ] as const;
  return (
    <>
      <p>
        <Phrase
          of="packs.import.installed"
          values={[
            <bdi>{pack.title}</bdi>,
            <bdi>{pack.version}</bdi>,
            duration(seconds, words.tag),
          ]}
        />
      </p>
      <dl class="counts">
        {counts.map(([key, number]) => (
          <div key={key} class={number === 0 ? 'none' : undefined}>
            <dt>{words(key)}</dt>
            <dd>{whole(number, words.tag)}</dd>
          </div>
        ))}
      </dl>
      {problemsTotal > 0 && (
        <Disclosure label={words.count('packs.problems', problemsTotal)}>
          {() => (
            <>
              {problemsTotal > problems.length && (
                <p class="aside">
                  {problemsReported === undefined
                    ? words('packs.import.reportAll', whole(problems.length, words.tag))
                    : words(
                        'packs.import.reportFirst',
                        whole(problems.length, words.tag),
                        whole(problemsReported, words.tag),
                      )}
                </p>
              )}
              <ProblemList problems={problems} />
            </>
          )}
        </Disclosure>
      )}
      <p class="buttons">
        {children}
        {problemsTotal > 0 && reportFile && (
          <button type="button" class="press" onClick={() => saveFile(reportFile())}>
            {words('packs.import.saveReport')}
          </button>
        )}
        {!onPacks && (
          <a class="out" href={linkTo('packs')}>
            {words('packs.import.seePacks')}
          </a>
        )}
      </p>
    </>
  );
}
