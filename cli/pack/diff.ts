import type { Header, PackLine } from '../../facts/pack-format.ts';
import { textTable } from '../text-table.ts';
import { type Command, forTerminal, grouped, readArguments, UsageError } from './command.ts';
import { headerOf, openPack } from './input.ts';
import { RecordVersions } from './record-versions.ts';

const USAGE = `Says what is new, other and gone in a version of a pack.

    npm run pack -- diff OLD NEW [--all] [--json]

    --all     all ids; without it, the first 50 of each list
    --json    one object of JSON, with the numbers and the ids

A record is another when its JSON is. Of each only a hash is kept, and with --all the
ids that are told: two packs of a million lines took 260 MB of memory in all. OLD is
read twice where something is gone.`;

/** Ids that are listed, unless all are wanted. */
const LISTED = 50;

const RECORD_KINDS = ['entity', 'fact', 'source', 'predicate'] as const;
type RecordKind = (typeof RECORD_KINDS)[number];
const PLURAL = {
  entity: 'entities',
  fact: 'facts',
  source: 'sources',
  predicate: 'predicates',
} as const satisfies Record<RecordKind, string>;

const CHANGES = ['added', 'changed', 'removed'] as const;
type Change = (typeof CHANGES)[number];

/** What has changed in one way, with as many of the ids as are wanted. */
interface Listed {
  count: number;
  readonly ids: string[];
  /** The first name of entities, in the order of the ids. */
  readonly names: string[];
}

type Differences = Record<RecordKind, Record<Change, Listed> & { unchanged: number }>;

export const DIFF: Command = { usage: USAGE, run: diff };

async function diff(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  const [before, after, ...others] = positionals;
  if (before === undefined || after === undefined || others.length > 0)
    throw new UsageError('Name two packs, the old one and the new one.');
  const comparison = new Comparison(values.all ? Number.POSITIVE_INFINITY : LISTED);
  const headers = await comparison.run(before, after);
  const { differences } = comparison;
  console.log(values.json ? asJson(headers, differences) : asText(headers, differences));
  return 0;
}

interface Headers {
  readonly old: Header;
  readonly new: Header;
}

class Comparison {
  readonly differences: Differences = {
    entity: none(),
    fact: none(),
    source: none(),
    predicate: none(),
  };
  readonly #most: number;
  readonly #versions = new RecordVersions();

  /** @param most - ids that are listed of each change */
  constructor(most: number) {
    this.#most = most;
  }

  /** @throws InputError */
  async run(before: string, after: string): Promise<Headers> {
    const headers = {
      old: await readRecords(before, true, (key, json) => this.#versions.addOld(key, json)),
      new: await readRecords(after, true, (key, json, record) => {
        const became = this.#versions.addNew(key, json);
        if (became === 'unchanged') this.differences[record.kind].unchanged++;
        else if (became !== undefined) this.#list(became, record);
      }),
    };
    if (this.#versions.gone > 0) {
      await readRecords(before, false, (key, _json, record) => {
        if (this.#versions.takeGone(key)) this.#list('removed', record);
      });
    }
    return headers;
  }

  #list(change: Change, { kind, id, name }: RecordHead): void {
    const listed = this.differences[kind][change];
    listed.count++;
    if (listed.ids.length >= this.#most) return;
    listed.ids.push(id);
    listed.names.push(name);
  }
}

function none(): Differences[RecordKind] {
  const list = (): Listed => ({ count: 0, ids: [], names: [] });
  return { added: list(), changed: list(), removed: list(), unchanged: 0 };
}

interface RecordHead {
  readonly kind: RecordKind;
  readonly id: string;
  readonly name: string;
}

/** Reads the records of a pack; how many lines are none is told on stderr, where that is wanted. */
async function readRecords(
  file: string,
  isTold: boolean,
  take: (key: string, json: string, record: RecordHead) => void,
): Promise<Header> {
  const input = await openPack(file);
  let header: Header | undefined;
  let unreadable = 0;
  for await (const batch of input.lines()) {
    for (const line of batch) {
      header ??= headerOf(line, file);
      if (!line.ok) unreadable++;
      else if (line.read.kind !== 'pack') {
        const { kind, ...record } = line.read;
        const head = headOf(line.read);
        take(`${kind} ${head.id}`, JSON.stringify(record), head);
      }
    }
  }
  if (isTold && unreadable > 0)
    console.error(`${file}: ${grouped(unreadable)} lines cannot be read; "check" says which.`);
  if (!header) throw new Error('A pack that was recognised has a first line.');
  return header;
}

function headOf(read: Exclude<PackLine, { readonly kind: 'pack' }>): RecordHead {
  switch (read.kind) {
    case 'entity':
      return { kind: 'entity', id: read.entity.id, name: read.entity.names[0]?.text ?? '' };
    case 'fact':
      return { kind: 'fact', id: read.fact.id, name: '' };
    case 'source':
      return { kind: 'source', id: read.source.id, name: read.source.title };
    case 'predicate':
      return { kind: 'predicate', id: read.predicate.id, name: read.predicate.label['en'] ?? '' };
  }
}

function asJson(headers: Headers, differences: Differences): string {
  const { old, new: now } = headers;
  const version = ({ id, version, asOf }: Header) => ({ id, version, asOf });
  const kinds = RECORD_KINDS.map((kind) => {
    const { unchanged } = differences[kind];
    const changes = CHANGES.map((change) => {
      const { count, ids } = differences[kind][change];
      return [change, { count, ids }];
    });
    return [PLURAL[kind], { ...Object.fromEntries(changes), unchanged }];
  });
  return JSON.stringify({ old: version(old), new: version(now), ...Object.fromEntries(kinds) });
}

function asText(headers: Headers, differences: Differences): string {
  const version = ({ id, version, asOf }: Header) => `${id} ${version} (as of ${asOf})`;
  const table = textTable(
    [
      { title: '' },
      ...[...CHANGES, 'unchanged'].map((title) => ({ title, align: 'right' as const })),
    ],
    RECORD_KINDS.map((kind) => [
      PLURAL[kind],
      ...CHANGES.map((change) => grouped(differences[kind][change].count)),
      grouped(differences[kind].unchanged),
    ]),
  );
  const lists = RECORD_KINDS.flatMap((kind) =>
    CHANGES.flatMap((change) => {
      const listed = differences[kind][change];
      return listed.count === 0 ? [] : [listText(`${PLURAL[kind]} ${change}`, listed)];
    }),
  );
  return [forTerminal(`${version(headers.old)} → ${version(headers.new)}`), table, ...lists].join(
    '\n\n',
  );
}

function listText(title: string, { count, ids, names }: Listed): string {
  const lines = ids.map((id, at) => forTerminal(`    ${id}  ${names[at] ?? ''}`).trimEnd());
  const rest = count - ids.length;
  if (rest > 0) lines.push(`    … and ${grouped(rest)} more (--all)`);
  return [`${title}:`, ...lines].join('\n');
}
