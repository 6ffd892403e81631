import { whole } from '../../components/quantities.ts';
import { useWords } from '../../components/use-words.ts';
import type { ImportProblem } from './import.ts';
import { closed, sentence } from './words.ts';

/** Lines that could not be taken, each with its place, what was wrong and how to mend it. */
export function ProblemList({ problems }: { problems: readonly ImportProblem[] }) {
  const words = useWords();
  return (
    <ul class="problems">
      {problems.map(({ line, message, mend }, index) => (
        <li key={index}>
          {line > 0 && <b class="line-number">{words('packs.line', whole(line, words.tag))}</b>}{' '}
          <bdi>{closed(message)}</bdi>
          {mend !== undefined && <bdi class="aside"> {sentence(mend)}</bdi>}
        </li>
      ))}
    </ul>
  );
}
