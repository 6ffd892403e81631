import type { ImportProblem } from './import.ts';

/** What an import passed over, one a line, as a text file. @param total - more than are listed, if some were not kept */
export function reportFile(pack: string, problems: readonly ImportProblem[], total: number): File {
  const lines = problems.map(
    ({ line, message, mend }) =>
      `${line > 0 ? `line ${line}: ` : ''}${message}${mend ? ` (${mend})` : ''}`,
  );
  if (total > problems.length) lines.push(`… and ${total - problems.length} more`);
  return new File([`${lines.join('\n')}\n`], `${pack}-import.txt`, { type: 'text/plain' });
}
