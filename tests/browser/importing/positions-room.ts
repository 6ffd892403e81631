/** What the questions about office holders put into a page. */
import { otherEnd, prepare, stateOn } from '../../../facts/state.ts';
import { cardMaterials } from '../../../store/entities.ts';
import { installedPacks } from '../../../store/packs.ts';
import { readPackLines } from '../../../store/read-pack-lines.ts';
import { deleteBase } from '../store/raw-base.ts';
import { importing, withBase } from './import-room.ts';
import { folded, type TableFile, type Verdict, type Verdicts } from './positions-oracle.ts';
import type { Question } from './positions-questions.ts';

/** Imports tables, which are fetched from an address, as one pack. */
export async function importTables(url: string) {
  const tables = (await (await fetch(url)).json()) as TableFile[];
  return importing({ files: tables.map(({ name, text }) => new File([text], name)) });
}

interface PackRecord {
  readonly source?: { readonly id: string; readonly title: string };
  readonly entity?: {
    readonly id: string;
    readonly kind: string;
    readonly names: readonly { readonly text: string }[];
  };
  readonly fact?: {
    readonly predicate: string;
    readonly object?: string;
    readonly sources: readonly string[];
  };
}

/** The ids of offices by the table they stand in and their title. */
async function officesByTitle(): Promise<Record<string, string>> {
  const tables = new Map<string, string>();
  const titles = new Map<string, string>();
  const facts: NonNullable<PackRecord['fact']>[] = [];
  await withBase(async (base) => {
    for (const row of await installedPacks(base)) {
      for await (const lines of readPackLines(base, row)) {
        for (const { source, entity, fact } of lines.map(
          (line) => JSON.parse(line) as PackRecord,
        )) {
          if (source) tables.set(source.id, source.title.replace(/^.*, by way of /su, ''));
          if (entity?.kind === 'office') titles.set(entity.id, entity.names.at(-1)?.text ?? '');
          if (fact?.predicate === 'P39') facts.push(fact);
        }
      }
    }
  });
  return Object.fromEntries(
    facts.map(({ object = '', sources: [source = ''] }) => [
      `${tables.get(source)}.csv ${folded(titles.get(object) ?? '')}`,
      object,
    ]),
  );
}

let offices: Promise<Record<string, string>> | undefined;

/** Answers questions out of the installed pack, with what cards are made from. */
export async function answers(questions: readonly Question[]): Promise<Verdicts[]> {
  offices ??= officesByTitle();
  const ids = await offices;
  const titles = new Map(Object.entries(ids).map(([title, id]) => [id, title]));
  const wanted = questions.map((question) =>
    question.kind === 'who'
      ? (ids[`${question.file} ${folded(question.position)}`] ?? '')
      : question.person,
  );
  const materials = await withBase((base) => cardMaterials(base, wanted));
  return questions.map(({ kind, day }, at) => {
    const id = wanted[at] ?? '';
    const material = materials.get(id);
    const verdicts: Record<string, Verdict> = {};
    for (const { dated, answer } of material ? stateOn(prepare(material), day).held : []) {
      const other = otherEnd(dated.fact, id) ?? '';
      const key = kind === 'who' ? other : (titles.get(other) ?? other);
      if (answer !== 'no' && verdicts[key] !== 'yes') verdicts[key] = answer;
    }
    return verdicts;
  });
}

export { deleteBase };
