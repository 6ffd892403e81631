import type { JobSummary } from '../../importing/import-job.ts';
import type { ImportSummary } from '../../store/import-pack.ts';

/** What came of an import, as the page shows it. @param seconds - that it took */
export function summaryOf(summary: ImportSummary, seconds: number): JobSummary {
  const { header, changes, problems, problemsTotal } = summary;
  const title = header.title['en'] ?? Object.values(header.title)[0] ?? header.id;
  return {
    pack: { id: header.id, title, version: header.version },
    ...changes,
    problems: [...problems],
    problemsTotal,
    seconds,
  };
}
