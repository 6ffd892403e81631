import { useState } from 'preact/hooks';
import { Problem } from '../../components/problem.tsx';
import { useWords } from '../../components/use-words.ts';

export interface OpenPanelProps {
  open: () => Promise<void>;
}

/** Opens the side panel, which stays while the page is read; the popup has done its part then. */
export function OpenPanel({ open }: OpenPanelProps) {
  const words = useWords();
  const [problem, setProblem] = useState<string>();
  return (
    <>
      <button
        type="button"
        class="press"
        onClick={() =>
          open().then(
            () => window.close(),
            (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
          )
        }
      >
        {words('panel.open')}
      </button>
      {problem !== undefined && (
        <Problem
          what={words('panel.notOpened')}
          kept={words('panel.notOpenedKept')}
          reason={problem}
        />
      )}
    </>
  );
}
