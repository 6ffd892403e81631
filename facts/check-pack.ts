import { parseDate } from './dates.ts';
import { MOST_NAMES, namesOfPattern } from './name-pattern.ts';
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

const ONGOING = '..';
const PLACEHOLDER = /\{[^}]*\}/gu;

/**
 * Puts the lines of a pack together and checks what no line can tell alone:
 * ids that are not there or there twice, dates that are not EDTF, an end before
 * its start, sources without a date, names that two entities share.
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
          at(one.line, 'the first line is not the header', 'begin with a {"pack":{…}} line'),
        );
      }
      add(lines, one);
    }
    isFirst = false;
  }
  for (const { line } of lines.pack.slice(1)) {
    problems.push(at(line, 'a second header', 'keep one {"pack":{…}} line, the first'));
  }
  const [header] = lines.pack;
  if (!header && !problems.some(({ line }) => line === 1)) {
    problems.push(at(1, 'no header', 'begin with a {"pack":{…}} line'));
  }

  problems.push(
    ...(header ? checkDates(header.line, [['pack.asOf', header.value.asOf]]) : []),
    ...checkUnique(lines),
    ...lines.source.flatMap(checkSource),
    ...lines.predicate.flatMap(checkPredicate),
    ...checkNames(lines.entity),
    ...checkFacts(lines),
  );
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

function at(line: number, message: string, mend: string): PackProblem {
  return { line, message, mend };
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
          at(
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

function checkSource({ line, value }: Located<Source>): PackProblem[] {
  const problems = checkDates(line, [
    ['source.published', value.published],
    ['source.accessed', value.accessed],
  ]);
  if (value.published === undefined && value.accessed === undefined) {
    problems.push(
      at(
        line,
        `source "${value.id}" has no date`,
        'add "published", or "accessed" if the page bears no date',
      ),
    );
  }
  return problems;
}

function checkPredicate({ line, value }: Located<Predicate>): PackProblem[] {
  const templates = [value.phrase, value.inversePhrase, value.sentence];
  const unknown = templates
    .flatMap((template) => Object.values(template ?? {}))
    .flatMap((template) => template.match(PLACEHOLDER) ?? [])
    .filter((placeholder) => !['{subject}', '{object}', '{value}'].includes(placeholder));
  return unknown.map((placeholder) =>
    at(
      line,
      `predicate "${value.id}" has an unknown placeholder ${placeholder}`,
      'use {subject}, {object} or {value}',
    ),
  );
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
          at(line, `"${name.text}" stands twice in the names of "${value.id}"`, 'delete one'),
        );
      } else if (!bearer.needsContext && !needsContext) {
        problems.push(
          at(
            line,
            `the name "${name.text}" of "${value.id}" is also a name of "${bearer.id}" (line ${bearer.line})`,
            'mark all but the one that is meant without context with "needs":"context", or keep one',
          ),
        );
      } else if (!needsContext) {
        bearers.set(key, { line, id: value.id, needsContext });
      }
      for (const pattern of name.patterns ?? []) {
        if (namesOfPattern(pattern)) continue;
        problems.push(
          at(
            line,
            `the pattern "${pattern}" of "${name.text}" cannot be read, or stands for more than ${MOST_NAMES} names`,
            'write "(one|other)" for a choice and "[word]" for what may be left out, none inside another',
          ),
        );
      }
      const phrases = [...(name.when ?? []), ...(name.unless ?? [])];
      for (const phrase of phrases.filter((text) => !contains(text, name.text))) {
        problems.push(
          at(
            line,
            `the phrase "${phrase}" does not contain the name "${name.text}"`,
            'write "when" and "unless" as longer phrases with the name in them',
          ),
        );
      }
    }
  }
  return problems;
}

function contains(phrase: string, name: string): boolean {
  return phrase.toLowerCase().includes(name.toLowerCase());
}

function checkFacts(lines: Lines): PackProblem[] {
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
    return [
      ...references
        .filter(([kind, , id]) => id !== undefined && !known[kind].has(id))
        .map(([kind, member, id]) =>
          at(
            line,
            `fact "${fact.id}": ${member} names the unknown ${kind} "${id}"`,
            `add a {"${kind}":{"id":"${id}",…}} line or correct the id`,
          ),
        ),
      ...checkObject(line, fact),
      ...checkTime(line, fact),
    ];
  });
}

function checkObject(line: number, fact: Fact): PackProblem[] {
  const count = Number(fact.object !== undefined) + Number(fact.value !== undefined);
  if (count === 1) return [];
  return [
    at(
      line,
      `fact "${fact.id}" has ${count === 0 ? 'neither "object" nor "value"' : 'both "object" and "value"'}`,
      'write "object" for an entity or "value" for anything else',
    ),
  ];
}

function checkTime(line: number, fact: Fact): PackProblem[] {
  const value = fact.value;
  const valueDate =
    typeof value === 'object' && 'date' in value && typeof value.date === 'string'
      ? value.date
      : undefined;
  const problems = checkDates(line, [
    ['start', fact.start],
    ['end', fact.end === ONGOING ? undefined : fact.end],
    ['at', fact.at],
    ['known', fact.known],
    ['value.date', valueDate],
    ...(fact.stances ?? []).map((stance): [string, string | undefined] => [
      'stances.at',
      stance.at,
    ]),
  ]);
  if (fact.at !== undefined && (fact.start !== undefined || fact.end !== undefined)) {
    problems.push(
      at(
        line,
        `fact "${fact.id}" has "at" beside "start" or "end"`,
        'write "at" for a moment, "start" and "end" for a span',
      ),
    );
  }
  const start = fact.start === undefined ? null : parseDate(fact.start);
  const end = fact.end === undefined ? null : parseDate(fact.end);
  if (start && end && start.earliest > end.latest) {
    problems.push(
      at(
        line,
        `fact "${fact.id}" ends (${fact.end}) before it starts (${fact.start})`,
        'correct one of the two dates from the source',
      ),
    );
  }
  return problems;
}

function checkDates(
  line: number,
  dates: readonly (readonly [string, string | undefined])[],
): PackProblem[] {
  return dates
    .filter(([, text]) => text !== undefined && parseDate(text) === null)
    .map(([member, text]) =>
      at(
        line,
        `${member} "${text}" is not an EDTF date`,
        'write 2024, 2024-11 or 2024-11-15, with "?" if uncertain and "~" if approximate',
      ),
    );
}
