/**
 * A backup of everything: newline-delimited JSON, gzipped. A line is an object of
 * one key, which says what it is. They stand in this order:
 *
 *     {"backup":{"format":"backgrounder-backup/1","made":…,"version":…}}
 *     {"settings":{…}}
 *     {"own":{…}}         one for each entry of the reader's own
 *     {"note":{…}}        one for each note
 *     {"installed":{…}}   once for each pack, followed by the pack's own lines:
 *     {"pack":{…}} {"source":{…}} {"predicate":{…}} {"entity":{…}} {"fact":{…}} …
 *     {"end":{"packs":2}} without which the file is not whole
 *
 * The versions before that some packs keep to go back to are left out.
 */
import * as v from 'valibot';
import { checkOwnEntry } from '../facts/check-own.ts';
import { NoteSchema, OwnEntrySchema } from '../facts/own.ts';
import { HeaderSchema } from '../facts/pack-format.ts';
import { PackRowSchema } from '../store/database.ts';

const NAME = 'backgrounder-backup/';
export const BACKUP_FORMAT = `${NAME}1`;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const BackupHeaderSchema = v.object({
  format: v.literal(BACKUP_FORMAT, ({ received }) => notOurFormat(received)),
  /** When it was made, ISO 8601. */
  made: v.string(),
  /** Of the extension that made it. */
  version: v.string(),
});

/** What is kept of a pack beside its lines. */
const InstalledSchema = v.object({
  header: HeaderSchema,
  enabled: PackRowSchema.entries.enabled,
  origin: PackRowSchema.entries.origin,
  /** Of its text, about, in code units. */
  size: count,
});
export type BackedUpPack = v.InferOutput<typeof InstalledSchema>;

const LINES = {
  backup: BackupHeaderSchema,
  /** Read member by member, as what is stored is. */
  settings: v.looseObject({}),
  own: v.pipe(
    OwnEntrySchema,
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const [problem] = checkOwnEntry(dataset.value);
      if (problem) addIssue({ message: `${problem.message} (${problem.mend})` });
    }),
  ),
  note: NoteSchema,
  installed: InstalledSchema,
  end: v.object({ packs: count }),
} as const;
type Lines = typeof LINES;

/** A line that is no pack's. */
export type BackupLine = {
  readonly [K in keyof Lines]: { readonly kind: K; readonly value: v.InferOutput<Lines[K]> };
}[keyof Lines];

/** A line as it stands in the file, without its end. */
export function writeBackupLine<K extends keyof Lines>(
  kind: K,
  value: v.InferInput<Lines[K]>,
): string {
  return JSON.stringify({ [kind]: value });
}

/** Whether the beginning of a file is that of a backup, of whatever version. */
export function beginsBackup(sample: string): boolean {
  return /^\uFEFF?\s*\{\s*"backup"\s*:/u.test(sample);
}

/** Whether a line is one of those behind which a pack's lines end. */
export function endsPack(line: string): boolean {
  return /^\{"(?:installed|end)":/u.test(line);
}

/** A line that is no pack's, or what is wrong with it. */
export function readBackupLine(text: string): BackupLine | { readonly wrong: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { wrong: `is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const keys = typeof json === 'object' && json !== null ? Object.keys(json) : [];
  const kind = (Object.keys(LINES) as (keyof Lines)[]).find((one) => one === keys[0]);
  if (kind === undefined || keys.length > 1) return { wrong: 'is no line of a backup' };
  const parsed = v.safeParse(LINES[kind], (json as Record<string, unknown>)[kind]);
  if (parsed.success) return { kind, value: parsed.output } as BackupLine;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  return { wrong: `${kind}${path ? `.${path}` : ''}: ${issue.message}` };
}

function notOurFormat(received: string): string {
  return received.startsWith(`"${NAME}`)
    ? `was made by a newer version of Backgrounder (${received}); this one reads "${BACKUP_FORMAT}"`
    : `is not "${BACKUP_FORMAT}"`;
}
