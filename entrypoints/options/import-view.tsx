import { useEffect, useRef } from 'preact/hooks';
import { Problem } from '../../components/problem.tsx';
import { useWords } from '../../components/use-words.ts';
import type { Words } from '../../words/words.ts';
import { type ImportProgress, portionDone } from './import.ts';
import { ImportQuestionForm } from './import-question.tsx';
import { ImportSummaryView } from './import-summary.tsx';
import type { Importing, ImportJob } from './use-import.ts';
import { closed, progressAnnouncement, progressWords, sentence } from './words.ts';

export interface ImportViewProps {
  importing: Importing;
  /** The list of packs stands below: no link has to lead there. */
  onPacks: boolean;
}

/** The import that is under way, or how the last one ended; nothing before the first. */
export function ImportView({ importing, onPacks }: ImportViewProps) {
  const words = useWords();
  const { job } = importing;
  return (
    <>
      {job && <ImportRegion job={job} importing={importing} onPacks={onPacks} />}
      <p class="unseen" role="status">
        {job && announcement(job, words)}
      </p>
    </>
  );
}

function ImportRegion(props: ImportViewProps & { job: ImportJob }) {
  const { label, state } = props.job;
  const title = useRef<HTMLHeadingElement>(null);
  // What was pressed may be far below, and is disabled now; the import is here.
  useEffect(() => {
    if (state.at !== 'starting') return;
    title.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [state.at]);
  return (
    <section class="import" aria-labelledby="import-title">
      <h2 ref={title} id="import-title" tabIndex={-1}>
        <bdi>{label}</bdi>
      </h2>
      <ImportBody {...props} />
    </section>
  );
}

function ImportBody({
  job: { state, stopping },
  importing,
  onPacks,
}: ImportViewProps & { job: ImportJob }) {
  const words = useWords();
  const cancel = (
    <p class="buttons">
      <button type="button" class="press" aria-disabled={stopping} onClick={importing.cancel}>
        {words(stopping ? 'packs.import.stopping' : 'app.cancel')}
      </button>
    </p>
  );
  const dismiss = (
    <button type="button" class="press" onClick={importing.dismiss}>
      {words('card.close')}
    </button>
  );
  switch (state.at) {
    case 'starting':
      return (
        <>
          <progress aria-label={words('packs.import.label')} />
          <p class="figures">{words('packs.import.opening')}</p>
          {cancel}
        </>
      );
    case 'question':
      return (
        <ImportQuestionForm
          question={state.question}
          onAnswer={importing.answer}
          onCancel={importing.cancel}
        />
      );
    case 'running':
      return (
        <>
          <progress aria-label={words('packs.import.label')} value={portionDone(state.progress)} />
          <ProgressLine progress={state.progress} />
          {cancel}
        </>
      );
    case 'done':
      return (
        <ImportSummaryView summary={state.summary} onPacks={onPacks}>
          {dismiss}
        </ImportSummaryView>
      );
    case 'failed':
      if (state.failure.nothingNew) {
        return (
          <>
            <p dir="auto">{state.failure.message}</p>
            <p class="buttons">{dismiss}</p>
          </>
        );
      }
      return (
        <>
          <Problem
            what={closed(state.failure.message)}
            kept={`${state.failure.kept} ${sentence(state.failure.mend)}`}
          />
          <p class="buttons">
            <button type="button" class="press" onClick={importing.again}>
              {words('problem.retry')}
            </button>
            {dismiss}
          </p>
        </>
      );
    case 'cancelled':
      return (
        <>
          <p>{words('packs.import.cancelled')}</p>
          <p class="aside" dir="auto">
            {state.kept}
          </p>
          <p class="buttons">{dismiss}</p>
        </>
      );
  }
}

function ProgressLine({ progress }: { progress: ImportProgress }) {
  const words = useWords();
  return (
    <p class="figures">
      <b>{words(`packs.import.phase.${progress.phase}`)}</b>
      {progressWords(progress, words).map((figure) => (
        <span key={figure} class="figure">
          {figure}
        </span>
      ))}
    </p>
  );
}

function announcement({ label, state }: ImportJob, words: Words): string {
  switch (state.at) {
    case 'running':
      return progressAnnouncement(state.progress, words);
    case 'done':
      return words('packs.import.done', state.summary.pack.title);
    case 'failed':
      // Any other is an alert of its own.
      return state.failure.nothingNew ? state.failure.message : '';
    case 'cancelled':
      return words('packs.import.cancelledSaid', label, state.kept);
    default:
      // A question takes the focus.
      return '';
  }
}
