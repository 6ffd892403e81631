import { checkLine, problemAt } from './check-line.ts';
import type { Entity, Fact, Header, Predicate, Source } from './pack-format.ts';
import type { PackProblem, ReadLine } from './read-pack.ts';

/** A pack as it was read, whole. */
export interface Pack {
  readonly header: Header;
  readonly sources: readonly Source[];
  readonly predicates: readonly Predicate[];
  readonly entities: readonly Entity[];
  readonly facts: readonly Fact[];
}

interface Located<T> {
  readonly line: number;
  readonly value: T;
}

interface Lines {
  readonly pack: Located<Header>[];
  readonly source: Located<Source>[];
  readonly predicate: Located<Predicate>[];
  readonly entity: Located<Entity>[];
  readonly fact: Located<Fact>[];
}

/**
 * Puts the lines of a pack together, checks each (`checkLine`) and what no line
 * can tell alone: ids that are not there or there twice, names that two entities
 * share.
 *
 * @returns the pack, and every problem found in the order of lines; a pack with
 *   problems is not to be used. `pack` is absent when there is no header.
 */
export function checkPack(read: Iterable<ReadLine>): {
  readonly pack?: Pack;
  readonly problems: readonly PackProblem[];
} {
  const problems: PackProblem[] = [];
  const lines: Lines = { pack: [], source: [], predicate: [], entity: [], fact: [] };
  let isFirst = true;
  for (const one of read) {
    if (!one.ok) problems.push(one.problem);
    else {
      if (isFirst && one.read.kind !== 'pack') {
        problems.push(
          problemAt(one.line, 'the first line is not the header', 'begin with a {"pack":{…}} line'),
        );
      }
      add(lines, one);
      problems.push(...checkLine(one.line, one.read));
    }
    isFirst = false;
  }
  for (const { line } of lines.pack.slice(1)) {
    problems.push(problemAt(line, 'a second header', 'keep one {"pack":{…}} line, the first'));
  }
  const [header] = lines.pack;
  if (!header && !problems.some(({ line }) => line === 1)) {
    problems.push(problemAt(1, 'no header', 'begin with a {"pack":{…}} line'));
  }

  problems.push(...checkUnique(lines), ...checkNames(lines.entity), ...checkReferences(lines));
  problems.sort((a, b) => a.line - b.line);
  if (!header) return { problems };
  const values = <T>(located: readonly Located<T>[]): T[] => located.map(({ value }) => value);
  return {
    pack: {
      header: header.value,
      sources: values(lines.source),
      predicates: values(lines.predicate),
      entities: values(lines.entity),
      facts: values(lines.fact),
    },
    problems,
  };
}

function add(lines: Lines, { line, read }: ReadLine & { ok: true }): void {
  switch (read.kind) {
    case 'pack':
      lines.pack.push({ line, value: read.pack });
      break;
    case 'source':
      lines.source.push({ line, value: read.source });
      break;
    case 'predicate':
      lines.predicate.push({ line, value: read.predicate });
      break;
    case 'entity':
      lines.entity.push({ line, value: read.entity });
      break;
    case 'fact':
      lines.fact.push({ line, value: read.fact });
      break;
  }
}

function checkUnique(lines: Lines): PackProblem[] {
  const problems: PackProblem[] = [];
  for (const kind of ['source', 'predicate', 'entity', 'fact'] as const) {
    const firstLine = new Map<string, number>();
    for (const { line, value } of lines[kind]) {
      const first = firstLine.get(value.id);
      if (first === undefined) firstLine.set(value.id, line);
      else {
        problems.push(
          problemAt(
            line,
            `${kind} "${value.id}" stands already on line ${first}`,
            'merge the two or give this one an id of its own',
          ),
        );
      }
    }
  }
  return problems;
}

function checkNames(entities: readonly Located<Entity>[]): PackProblem[] {
  const problems: PackProblem[] = [];
  const bearers = new Map<string, { line: number; id: string; needsContext: boolean }>();
  for (const { line, value } of entities) {
    for (const name of value.names) {
      const needsContext = name.needs === 'context';
      const key = `${name.lang ?? ''} ${name.text}`;
      const bearer = bearers.get(key);
      if (!bearer) bearers.set(key, { line, id: value.id, needsContext });
      else if (bearer.id === value.id) {
        problems.push(
          problemAt(
            line,
            `"${name.text}" stands twice in the names of "${value.id}"`,
            'delete one',
          ),
        );
      } else if (!bearer.needsContext && !needsContext) {
        problems.push(
          problemAt(
            line,
            `the name "${name.text}" of "${value.id}" is also a name of "${bearer.id}" (line ${bearer.line})`,
            'mark all but the one that is meant without context with "needs":"context", or keep one',
          ),
        );
      } else if (!needsContext) {
        bearers.set(key, { line, id: value.id, needsContext });
      }
    }
  }
  return problems;
}

function checkReferences(lines: Lines): PackProblem[] {
  const ids = (located: readonly Located<{ id: string }>[]) =>
    new Set(located.map(({ value }) => value.id));
  const known = {
    entity: ids(lines.entity),
    predicate: ids(lines.predicate),
    source: ids(lines.source),
  };
  return lines.fact.flatMap(({ line, value: fact }) => {
    const references: [keyof typeof known, string, string | undefined][] = [
      ['entity', 'subject', fact.subject],
      ['predicate', 'predicate', fact.predicate],
      ['entity', 'object', fact.object],
      ['entity', 'place', fact.place],
      ...fact.sources.map((source): [keyof typeof known, string, string] => [
        'source',
        'sources',
        source,
      ]),
      ...(fact.stances ?? []).flatMap(
        (stance): [keyof typeof known, string, string | undefined][] => [
          ['entity', 'stances.by', stance.by],
          ['source', 'stances.source', stance.source],
        ],
      ),
    ];
    return references
      .filter(([kind, , id]) => id !== undefined && !known[kind].has(id))
      .map(([kind, member, id]) =>
        problemAt(
          line,
          `fact "${fact.id}": ${member} names the unknown ${kind} "${id}"`,
          `add a {"${kind}":{"id":"${id}",…}} line or correct the id`,
        ),
      );
  });
}
