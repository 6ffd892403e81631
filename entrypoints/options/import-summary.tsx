import type { ComponentChildren } from 'preact';
import { Disclosure } from '../../components/disclosure.tsx';
import { count, duration, whole } from '../../components/quantities.ts';
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
  const counts = [
    ['Added', summary.added],
    ['Changed', summary.changed],
    ['Removed', summary.removed],
    ['Unchanged', summary.unchanged],
    ['Skipped', summary.skipped],
  ] as const;
  return (
    <>
      <p>
        <bdi>{pack.title}</bdi>, version <bdi>{pack.version}</bdi>, is installed. It took{' '}
        {duration(seconds)}.
      </p>
      <dl class="counts">
        {counts.map(([label, number]) => (
          <div key={label} class={number === 0 ? 'none' : undefined}>
            <dt>{label}</dt>
            <dd>{whole(number)}</dd>
          </div>
        ))}
      </dl>
      {problemsTotal > 0 && (
        <Disclosure label={count(problemsTotal, 'problem', 'problems')}>
          {() => (
            <>
              {problemsTotal > problems.length && (
                <p class="aside">
                  The first {whole(problems.length)}; the report has{' '}
                  {problemsReported === undefined
                    ? 'all of them'
                    : `the first ${whole(problemsReported)}`}
                  .
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
            Save the report
          </button>
        )}
        {!onPacks && (
          <a class="out" href={linkTo('packs')}>
            See your packs
          </a>
        )}
      </p>
    </>
  );
}
