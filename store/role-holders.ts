import { possibleDays } from '../facts/dates.ts';
import type { Day } from '../facts/days.ts';
import type { Fact } from '../facts/pack-format.ts';
import { isRole } from '../facts/predicates.ts';
import { type FactBase, PackRowSchema } from './database.ts';
import { isEnabled } from './names.ts';
import { OwnReader, ownEntries } from './own.ts';
import { PackReader, type RecordReader } from './pack-reader.ts';
import { parseAll } from './parse.ts';

/** Facts about who had a role that are read from one pack. */
const MOST_HOLDERS = 1_000;
/** Of those who had a role at some time, the last so many are results. */
const MOST_AT_A_TIME = 4;

const EVER = Number.POSITIVE_INFINITY;

/** Who had a role. */
export interface Holder {
  readonly id: string;
  /** A day on which the role was had, for who asks of a time. */
  readonly at: Day | undefined;
}

/** What roles are asked for: those with an object, of one predicate or of any that gives a role. */
export interface RoleQuestion {
  readonly object: string;
  readonly predicate?: string | undefined;
}

/**
 * Who may have had some roles at a time, the last to begin first.
 *
 * @param time - first and last day
 * @returns for each question
 */
export async function roleHolders(
  base: FactBase,
  questions: readonly RoleQuestion[],
  time: { readonly from: Day; readonly to: Day },
): Promise<Holder[][]> {
  if (questions.length === 0) return [];
  const own = new OwnReader(await ownEntries(base));
  const transaction = base.transaction(['packs', 'blocks']);
  const packs = parseAll(PackRowSchema, await transaction.objectStore('packs').getAll());
  const blocks = transaction.objectStore('blocks');
  const readers: RecordReader[] = packs.filter(isEnabled).map((row) => new PackReader(blocks, row));
  return Promise.all(
    questions.map(async (question) => {
      const facts = await Promise.all(
        [...readers, own].map((reader) => roleFacts(reader, question)),
      );
      return holdersIn(facts.flat(), time);
    }),
  );
}

async function roleFacts(reader: RecordReader, question: RoleQuestion): Promise<Fact[]> {
  const { object, predicate } = question;
  const facts = await reader.factsWithObject(object, MOST_HOLDERS);
  if (predicate !== undefined) return facts.filter((fact) => fact.predicate === predicate);
  const given = new Map(
    await Promise.all(
      [...new Set(facts.map((fact) => fact.predicate))].map(
        async (id) => [id, isRole(await reader.predicate(id), id)] as const,
      ),
    ),
  );
  return facts.filter((fact) => given.get(fact.predicate));
}

function holdersIn(facts: readonly Fact[], { from, to }: { from: Day; to: Day }): Holder[] {
  const terms = facts
    .map((fact) => ({ id: fact.subject, ...termOf(fact) }))
    .filter(({ start, end }) => start <= to && end >= from)
    .sort((a, b) => b.start - a.start);
  const holders = new Map<string, Holder>();
  for (const { id, start } of terms) {
    if (!holders.has(id)) holders.set(id, { id, at: Math.max(start, from) });
  }
  return [...holders.values()].slice(0, MOST_AT_A_TIME);
}

/** The first and the last day on which a fact may have held; unknown ones are as far as can be. */
function termOf({ start, end, at }: Fact): { start: Day; end: Day } {
  const first = possibleDays(at ?? start ?? '');
  const last = possibleDays(at ?? end ?? '');
  return { start: first?.earliest ?? -EVER, end: last?.latest ?? EVER };
}
