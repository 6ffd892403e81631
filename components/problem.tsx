import { useWords } from './use-words.ts';
export interface ProblemProps {
  /** What happened. */
  what: string;
  /** What was kept. */
  kept: string;
  /** The technical reason, shown small. */
  reason?: string | undefined;
  onRetry?: (() => void) | undefined;
}

/** An error: what happened, what was kept, what to press. */
export function Problem({ what, kept, reason, onRetry }: ProblemProps) {
  const words = useWords();
  return (
    <div class="problem" role="alert">
      <p>{what}</p>
      <p class="aside">{kept}</p>
      {reason !== undefined && (
        <p class="reason" dir="auto">
          {reason}
        </p>
      )}
      {onRetry && (
        <button type="button" class="press" onClick={onRetry}>
          {words('problem.retry')}
        </button>
      )}
    </div>
  );
}
