import { parseDate } from '../../facts/dates.ts';
import type { Entity, Fact, Header, PackLine, Predicate } from '../../facts/pack-format.ts';
import { KINDS, NAME_USES } from '../../facts/vocabulary.ts';
import { textTable } from '../text-table.ts';
import { type Command, forTerminal, grouped, readArguments, UsageError } from './command.ts';
import { headerOf, openPack } from './input.ts';

const USAGE = `Counts what is in packs.

    npm run pack -- stats FILE …

Memory does not grow with the packs. What the extension would refuse, such as an
id that stands twice, is counted here all the same.`;

/** Publishers and languages that are listed. */
const LISTED = 20;

export const STATS: Command = { usage: USAGE, run: stats };

async function stats(args: readonly string[]): Promise<number> {
  const { positionals: files } = readArguments(args, {});
  if (files.length === 0) throw new UsageError('No pack: name one.');
  for (const [at, file] of files.entries()) {
    if (at > 0) console.log('\n');
    console.log(await statsOf(file));
  }
  return 0;
}

async function statsOf(file: string): Promise<string> {
  const input = await openPack(file);
  const tally = new Tally();
  let header: Header | undefined;
  for await (const batch of input.lines()) {
    for (const line of batch) {
      header ??= headerOf(line, file);
      if (line.ok) tally.add(line.read);
      else tally.unreadable++;
    }
  }
  const { version = '', asOf = '', id = '', publisher = '' } = header ?? {};
  return [
    forTerminal(`${file}: ${id}, version ${version}, as of ${asOf}, by ${publisher}`),
    ...tally.tables(input.read),
  ].join('\n\n');
}

/** Numbers by name. */
class Counts {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    this.#counts.set(name, this.of(name) + 1);
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  get size(): number {
    return this.#counts.size;
  }

  /** The largest first; names in their order where they are equal. */
  sorted(): [name: string, count: number][] {
    return [...this.#counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  }
}

/** A date as it is written, and the day it stands for. */
interface Bound {
  readonly text: string;
  readonly day: number;
}

class Tally {
  unreadable = 0;
  readonly #lines = new Counts();
  readonly #kinds = new Counts();
  readonly #predicates = new Counts();
  readonly #labels = new Map<string, string>();
  readonly #publishers = new Counts();
  /** Names by language, and by language and use. */
  readonly #languages = new Counts();
  readonly #uses = new Counts();
  #undated = 0;
  #earliest: Bound | undefined;
  #latest: Bound | undefined;

  add(read: PackLine): void {
    this.#lines.add(read.kind);
    switch (read.kind) {
      case 'entity':
        this.#addEntity(read.entity);
        break;
      case 'fact':
        this.#addFact(read.fact);
        break;
      case 'source':
        this.#publishers.add(read.source.publisher);
        break;
      case 'predicate':
        this.#addPredicate(read.predicate);
        break;
    }
  }

  #addEntity({ kind, names }: Entity): void {
    this.#kinds.add(kind);
    for (const { lang = 'none', use = FULL } of names) {
      this.#languages.add(lang);
      this.#uses.add(`${lang} ${use}`);
    }
  }

  #addFact({ predicate, start, end, at }: Fact): void {
    this.#predicates.add(predicate);
    let isDated = false;
    for (const text of [start, end, at]) {
      const range = text === undefined ? null : parseDate(text);
      if (text === undefined || !range) continue;
      isDated = true;
      if (!this.#earliest || range.earliest < this.#earliest.day)
        this.#earliest = { text, day: range.earliest };
      if (!this.#latest || range.latest > this.#latest.day)
        this.#latest = { text, day: range.latest };
    }
    if (!isDated) this.#undated++;
  }

  #addPredicate({ id, label }: Predicate): void {
    const text = label['en'] ?? Object.values(label)[0];
    if (text !== undefined) this.#labels.set(id, text);
  }

  tables({ bytes, lines }: { readonly bytes: number; readonly lines: number }): string[] {
    const facts = this.#lines.of('fact');
    return [
      countTable('in all', [
        ['bytes', bytes],
        ['lines', lines],
        ['lines that cannot be read', this.unreadable],
        ['entities', this.#lines.of('entity')],
        ['facts', facts],
        ['sources', this.#lines.of('source')],
        ['predicates', this.#lines.of('predicate')],
      ]),
      countTable(
        'entities by kind',
        KINDS.map((kind): [string, number] => [kind, this.#kinds.of(kind)]).filter(
          ([, n]) => n > 0,
        ),
      ),
      this.#namesTable(),
      countTable(
        'facts by predicate',
        this.#predicates.sorted().map(([id, count]) => [this.#named(id), count]),
      ),
      countTable('facts by date', [
        ['with a start, an end or a moment', facts - this.#undated],
        ['without', this.#undated],
      ]),
      this.#earliest && this.#latest
        ? forTerminal(`Dates of facts: ${this.#earliest.text} to ${this.#latest.text}`)
        : 'Dates of facts: none',
      countTable('sources by publisher', firstOf(this.#publishers)),
    ].filter((table) => table !== '');
  }

  #named(id: string): string {
    const label = this.#labels.get(id);
    return label === undefined ? id : `${id} ${label}`;
  }

  #namesTable(): string {
    const uses = [FULL, ...NAME_USES];
    return textTable(
      [
        { title: 'names by language' },
        ...['all', ...uses].map((title) => ({ title, align: 'right' as const })),
      ],
      firstOf(this.#languages).map(([lang, count]) => [
        forTerminal(lang),
        grouped(count),
        ...uses.map((use) => orNothing(this.#uses.of(`${lang} ${use}`))),
      ]),
    );
  }
}

/** What stands for the use of a name that has none. */
const FULL = 'full';

function orNothing(count: number): string {
  return count === 0 ? '' : grouped(count);
}

/** The largest, and the rest as one. */
function firstOf(counts: Counts): [string, number][] {
  const sorted = counts.sorted();
  const rest = sorted.slice(LISTED);
  if (rest.length === 0) return sorted;
  const sum = rest.reduce((total, [, count]) => total + count, 0);
  return [...sorted.slice(0, LISTED), [`${grouped(rest.length)} others`, sum]];
}

function countTable(title: string, rows: readonly (readonly [string, number])[]): string {
  if (rows.length === 0) return '';
  return textTable(
    [
      { title, width: 60 },
      { title: 'count', align: 'right' },
    ],
    rows.map(([name, count]) => [forTerminal(name), grouped(count)]),
  );
}
