import { whole } from '../../components/quantities.ts';
import type { ImportProblem } from './import.ts';
import { closed, sentence } from './words.ts';

/** Lines that could not be taken, each with its place, what was wrong and how to mend it. */
export function ProblemList({ problems }: { problems: readonly ImportProblem[] }) {
  return (
    <ul class="problems">
      {problems.map(({ line, message, mend }, index) => (
        <li key={index}>
          {line > 0 && <b class="line-number">Line {whole(line)}</b>} <bdi>{closed(message)}</bdi>
          {mend !== undefined && <span class="aside"> {sentence(mend)}</span>}
        </li>
      ))}
    </ul>
  );
}
