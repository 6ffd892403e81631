import * as v from 'valibot';
import { checkLine, problemAt } from './check-line.ts';
import { type OwnEntry, OwnEntrySchema } from './own.ts';
import { withOwnIds } from './own-ids.ts';
import type { PackLine } from './pack-format.ts';
import type { PackProblem } from './read-pack.ts';

/** What is wrong with an entry that its schema cannot tell, such as dates that are none. */
export function checkOwnEntry({
  entity,
  facts,
  sources,
  predicates,
}: OwnEntry): readonly PackProblem[] {
  const lines: PackLine[] = [
    { kind: 'entity', entity },
    ...sources.map((source): PackLine => ({ kind: 'source', source })),
    ...predicates.map((predicate): PackLine => ({ kind: 'predicate', predicate })),
    ...facts.map((fact): PackLine => ({ kind: 'fact', fact })),
  ];
  const repeated = [facts, sources, predicates].flatMap((records) =>
    repeatedIds(records.map(({ id }) => id)),
  );
  return [
    ...lines.flatMap((line) => checkLine(0, line)),
    ...repeated.map((id) =>
      problemAt(0, `the id "${id}" stands twice`, 'give each an id of its own'),
    ),
  ];
}

function repeatedIds(ids: readonly string[]): readonly string[] {
  const met = new Set<string>();
  return ids.filter((id) => met.size === met.add(id).size);
}

/** An entry that can be read again once it is stored, with ids of its own. @throws Error in words for who wrote it */
export function soundEntry(entry: OwnEntry): OwnEntry {
  const parsed = v.safeParse(OwnEntrySchema, entry);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`This cannot be kept: ${v.getDotPath(issue)} ${issue.message}.`);
  }
  const [problem] = checkOwnEntry(parsed.output);
  if (problem) throw new Error(`This cannot be kept: ${problem.message}; ${problem.mend}.`);
  return withOwnIds(parsed.output);
}
