import { Problem } from '../../components/problem.tsx';
import type { Answer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';

/** Says that an answer did not come, where that is so. */
export function Trouble({ answer: { problem, retry } }: { answer: Answer<unknown> }) {
  const t = useWords();
  if (problem === undefined) return null;
  return (
    <Problem
      what={t('reference.problem')}
      kept={t('reference.kept')}
      reason={problem}
      onRetry={retry}
    />
  );
}
