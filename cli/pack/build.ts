import * as v from 'valibot';
import { dayToIso, localDay } from '../../facts/days.ts';
import { OWN_PACK } from '../../facts/own.ts';
import { type Header, HeaderSchema } from '../../facts/pack-format.ts';
import type { ConvertOptions } from '../../sources/converter.ts';
import { OWN_PACKS } from '../../sources/own-pack.ts';
import { dumpConverter, wikidataDump } from '../../sources/wikidata/dump.ts';
import type { Keep } from '../../sources/wikidata/entity.ts';
import { IdMap } from '../../store/id-map.ts';
import { type Command, InputError, readArguments, UsageError } from './command.ts';
import { type Input, linesOf, STANDARD_INPUT } from './input.ts';
import { BuildProblems } from './problems.ts';
import { NothingUsableError, writePack } from './write-pack.ts';

const USAGE = `Makes a pack of one or several files of the formats that the extension imports.

    npm run pack -- build INPUT … --out FILE --id ID --title TITLE [options]

An INPUT is told by its content and may be gzipped; "-" is the standard input.
Several make one pack, in which each id stands once: the first. FILE is gzipped
when its name ends in ".gz", and is there when it is whole. It is written while
the inputs are read: memory does not grow with them, but for up to 50 bytes a record
that is kept. Formats that are one JSON document or one table are held whole.

    --out FILE           the pack
    --id ID              a–z, 0–9 and "-"; a pack among the inputs has its own
    --title TITLE        in English; a pack among the inputs has its own
    --languages en,fa    of names and summaries, the most wanted first (default: en)
    --publisher TEXT     who publishes the pack
    --licence TEXT       for instance CC0-1.0
    --version TEXT       default: the day of the data, where it is known, or today
    --url URL            where the inputs come from, for the sources of the facts
    --report FILE        all that was passed over, a line of JSON for each

Of a Wikidata dump only some items may be taken, those that pass both:

    --ids FILE           these items: an id a line ("Q42")
    --class Q5,Q43229    items of one of these classes (values of P31)

The exit status is 0 also when some lines were passed over, 1 when nothing could
be used, and 2 when the command could not begin or could not go on.`;

const OPTIONS = {
  out: { type: 'string' },
  id: { type: 'string' },
  title: { type: 'string' },
  languages: { type: 'string' },
  publisher: { type: 'string' },
  licence: { type: 'string' },
  version: { type: 'string' },
  url: { type: 'string' },
  report: { type: 'string' },
  ids: { type: 'string' },
  class: { type: 'string' },
} as const;

type Values = { readonly [name in keyof typeof OPTIONS]?: string | undefined };

export const BUILD: Command = { usage: USAGE, run: build };

async function build(args: readonly string[]): Promise<number> {
  const { values, positionals: inputs } = readArguments(args, OPTIONS);
  if (inputs.length === 0) throw new UsageError('No input: name a file, or "-".');
  if (inputs.filter((name) => name === STANDARD_INPUT).length > 1)
    throw new UsageError('The standard input can be read once.');
  if (values.out === undefined) throw new UsageError('Name the pack to be written: --out FILE.');
  const header = headerFrom(values);
  const filter = await filterFrom(values);
  const problems = new BuildProblems(values.report);
  const converterOf = (input: Input) => {
    const isPack = input.format === OWN_PACKS;
    if (!isPack && (header.id === undefined || header.title === undefined))
      throw new UsageError(`${input.name} has no header: give --id and --title.`);
    if (filter && input.format !== wikidataDump)
      throw new UsageError(
        `--ids and --class are for Wikidata dumps; ${input.name} is of the format “${input.format.name}”.`,
      );
    const options: ConvertOptions = {
      header,
      url: values.url,
      fileName: input.name,
      today: dayToIso(localDay(new Date())),
      languages: listIn(values.languages ?? 'en'),
    };
    return filter ? dumpConverter(options, filter.keep) : input.format.converter(options);
  };
  try {
    const isEmptyWanted = () => filter?.hasSeenItems ?? false;
    console.error(
      await writePack({ inputs, out: values.out, problems, converterOf, isEmptyWanted }),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof NothingUsableError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    for (const line of problems.told()) console.error(line);
  }
}

/** @throws UsageError */
function headerFrom(values: Values): Partial<Omit<Header, 'format'>> {
  const { id, title, languages, publisher, licence, version, url } = values;
  const given = {
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title: { en: title } }),
    ...(languages !== undefined && { languages: listIn(languages) }),
    ...(publisher !== undefined && { publisher }),
    ...(licence !== undefined && { licence }),
    ...(version !== undefined && { version }),
  };
  const parsed = v.safeParse(v.partial(HeaderSchema), given);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const [name] = (v.getDotPath(issue) ?? '').split('.');
    throw new UsageError(`--${name}: ${JSON.stringify(issue.input)} ${issue.message}.`);
  }
  if (id === OWN_PACK)
    throw new UsageError(`--id: "${id}" stands for a reader's own entries; choose another.`);
  if (url !== undefined && !v.is(HeaderSchema.entries.homepage, url))
    throw new UsageError(`--url: "${url}" is not an http or https address.`);
  return given;
}

/** Which items of a dump are taken. */
interface Filter {
  readonly keep: Keep;
  /** Whether there was an item, taken or not. */
  hasSeenItems: boolean;
}

/** @throws UsageError or InputError */
async function filterFrom(values: Values): Promise<Filter | undefined> {
  if (values.ids === undefined && values.class === undefined) return undefined;
  const ids = values.ids === undefined ? undefined : await readIds(values.ids);
  const classes = values.class === undefined ? undefined : new Set(listIn(values.class));
  for (const one of classes ?? []) {
    if (!/^Q[1-9]\d*$/.test(one))
      throw new UsageError(`--class: "${one}" is not an id of Wikidata.`);
  }
  const filter: Filter = {
    hasSeenItems: false,
    keep: (id, itsClasses) => {
      filter.hasSeenItems = true;
      return (ids?.has(id) ?? true) && (!classes || itsClasses.some((one) => classes.has(one)));
    },
  };
  return filter;
}

/** Ids of Wikidata, one a line, perhaps as addresses. There may be millions. */
async function readIds(file: string): Promise<IdMap> {
  const ids = new IdMap();
  for await (const { lines, first } of linesOf(file, { bytes: 0, lines: 0 })) {
    for (const [at, line] of lines.entries()) {
      const text = line.replace(/^\uFEFF/, '').trim();
      if (text === '') continue;
      const id = /^(?:https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/)?(Q[1-9]\d*)$/.exec(
        text,
      )?.[1];
      if (id === undefined)
        throw new InputError(
          `${file}:${first + at}: "${text.slice(0, 40)}" is not an id of Wikidata`,
          'write one id a line, for instance Q42',
        );
      ids.add(id, first + at);
    }
  }
  if (ids.size === 0) throw new InputError(`${file}: has no id`, 'write one id a line');
  return ids;
}

function listIn(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}
