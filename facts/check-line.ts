import { ONGOING } from './as-of.ts';
import { valueDate } from './dated-facts.ts';
import { parseDate } from './dates.ts';
import { MOST_NAMES, namesOfPattern } from './name-pattern.ts';
import type { Entity, Fact, Header, PackLine, Predicate, Source } from './pack-format.ts';
import type { PackProblem } from './read-pack.ts';

const PLACEHOLDER = /\{[^}]*\}/gu;
/** Controls and marks that reorder what is around them; ZWNJ and ZWJ belong to spelling. */
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/**
 * What is wrong with a line that its schema cannot tell and no other line is
 * needed for: dates that are not EDTF, an end before its start, a source without
 * a date, phrases without their name.
 */
export function checkLine(line: number, read: PackLine): readonly PackProblem[] {
  switch (read.kind) {
    case 'pack':
      return checkHeader(line, read.pack);
    case 'source':
      return checkSource(line, read.source);
    case 'predicate':
      return checkPredicate(line, read.predicate);
    case 'entity':
      return checkEntity(line, read.entity);
    case 'fact':
      return checkFact(line, read.fact);
  }
}

export function problemAt(line: number, message: string, mend: string): PackProblem {
  return { line, message, mend };
}

function checkHeader(line: number, header: Header): PackProblem[] {
  return checkDates(line, [['pack.asOf', header.asOf]]);
}

function checkSource(line: number, source: Source): PackProblem[] {
  const problems = checkDates(line, [
    ['source.published', source.published],
    ['source.accessed', source.accessed],
  ]);
  if (source.published === undefined && source.accessed === undefined) {
    problems.push(
      problemAt(
        line,
        `source "${source.id}" has no date`,
        'add "published", or "accessed" if the page bears no date',
      ),
    );
  }
  return problems;
}

function checkPredicate(line: number, predicate: Predicate): PackProblem[] {
  const templates = [predicate.phrase, predicate.inversePhrase, predicate.sentence];
  const unknown = templates
    .flatMap((template) => Object.values(template ?? {}))
    .flatMap((template) => template.match(PLACEHOLDER) ?? [])
    .filter((placeholder) => !['{subject}', '{object}', '{value}'].includes(placeholder));
  return unknown.map((placeholder) =>
    problemAt(
      line,
      `predicate "${predicate.id}" has an unknown placeholder ${placeholder}`,
      'use {subject}, {object} or {value}',
    ),
  );
}

function checkEntity(line: number, entity: Entity): PackProblem[] {
  const problems: PackProblem[] = [];
  for (const name of entity.names) {
    if (HIDDEN.test(name.text)) {
      problems.push(
        problemAt(
          line,
          `the name ${JSON.stringify(name.text)} of "${entity.id}" holds a control character`,
          'write the name without it',
        ),
      );
    }
    for (const pattern of name.patterns ?? []) {
      if (namesOfPattern(pattern)) continue;
      problems.push(
        problemAt(
          line,
          `the pattern "${pattern}" of "${name.text}" cannot be read, or stands for more than ${MOST_NAMES} names`,
          'write "(one|other)" for a choice and "[word]" for what may be left out, none inside another',
        ),
      );
    }
    if (name.when === undefined && name.unless === undefined) continue;
    const phrases = [...(name.when ?? []), ...(name.unless ?? [])];
    for (const phrase of phrases.filter((text) => !contains(text, name.text))) {
      problems.push(
        problemAt(
          line,
          `the phrase "${phrase}" does not contain the name "${name.text}"`,
          'write "when" and "unless" as longer phrases with the name in them',
        ),
      );
    }
  }
  return problems;
}

function contains(phrase: string, name: string): boolean {
  return phrase.toLowerCase().includes(name.toLowerCase());
}

function checkFact(line: number, fact: Fact): PackProblem[] {
  return [...checkObject(line, fact), ...checkTime(line, fact)];
}

function checkObject(line: number, fact: Fact): PackProblem[] {
  const count = Number(fact.object !== undefined) + Number(fact.value !== undefined);
  if (count === 1) return [];
  return [
    problemAt(
      line,
      `fact "${fact.id}" has ${count === 0 ? 'neither "object" nor "value"' : 'both "object" and "value"'}`,
      'write "object" for an entity or "value" for anything else',
    ),
  ];
}

function checkTime(line: number, fact: Fact): PackProblem[] {
  const problems = checkDates(line, [
    ['start', fact.start],
    ['end', fact.end === ONGOING ? undefined : fact.end],
    ['at', fact.at],
    ['known', fact.known],
    ['value.date', valueDate(fact)],
    ...(fact.stances ?? []).map((stance): [string, string | undefined] => [
      'stances.at',
      stance.at,
    ]),
  ]);
  if (fact.at !== undefined && (fact.start !== undefined || fact.end !== undefined)) {
    problems.push(
      problemAt(
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
      problemAt(
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
      problemAt(
        line,
        `${member} "${text}" is not an EDTF date`,
        'write 2024, 2024-11 or 2024-11-15, with "?" if uncertain and "~" if approximate',
      ),
    );
}
