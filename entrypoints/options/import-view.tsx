import { useEffect, useRef } from 'preact/hooks';
import { Problem } from '../../components/problem.tsx';
import { type ImportProgress, portionDone } from './import.ts';
import { ImportQuestionForm } from './import-question.tsx';
import { ImportSummaryView } from './import-summary.tsx';
import type { Importing, ImportJob } from './use-import.ts';
import { closed, PHASE_WORDS, progressAnnouncement, progressWords, sentence } from './words.ts';

export interface ImportViewProps {
  importing: Importing;
  /** The list of packs stands below: no link has to lead there. */
  onPacks: boolean;
}

/** The import that is under way, or how the last one ended; nothing before the first. */
export function ImportView({ importing, onPacks }: ImportViewProps) {
  const { job } = importing;
  return (
    <>
      {job && <ImportRegion job={job} importing={importing} onPacks={onPacks} />}
      <p class="unseen" role="status">
        {job && announcement(job)}
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
  const cancel = (
    <p class="buttons">
      <button type="button" class="press" aria-disabled={stopping} onClick={importing.cancel}>
        {stopping ? 'Stopping …' : 'Cancel'}
      </button>
    </p>
  );
  const dismiss = (
    <button type="button" class="press" onClick={importing.dismiss}>
      Close
    </button>
  );
  switch (state.at) {
    case 'starting':
      return (
        <>
          <progress aria-label="Import" />
          <p class="figures">Opening</p>
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
          <progress aria-label="Import" value={portionDone(state.progress)} />
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
            <p>{state.failure.message}</p>
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
              Try again
            </button>
            {dismiss}
          </p>
        </>
      );
    case 'cancelled':
      return (
        <>
          <p>Cancelled.</p>
          <p class="aside">{state.kept}</p>
          <p class="buttons">{dismiss}</p>
        </>
      );
  }
}

function ProgressLine({ progress }: { progress: ImportProgress }) {
  return (
    <p class="figures">
      <b>{PHASE_WORDS[progress.phase]}</b>
      {progressWords(progress).map((words) => (
        <span key={words} class="figure">
          {words}
        </span>
      ))}
    </p>
  );
}

function announcement({ label, state }: ImportJob): string {
  switch (state.at) {
    case 'running':
      return progressAnnouncement(state.progress);
    case 'done':
      return `${state.summary.pack.title} is installed.`;
    case 'failed':
      // Any other is an alert of its own.
      return state.failure.nothingNew ? state.failure.message : '';
    case 'cancelled':
      return `Cancelled: ${label}. ${state.kept}`;
    default:
      // A question takes the focus.
      return '';
  }
}
