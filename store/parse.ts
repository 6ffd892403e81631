import * as v from 'valibot';

/**
 * A stored record, or undefined when it is absent or damaged: one bad record must
 * not cost the others.
 */
export function parse<S extends v.GenericSchema>(
  schema: S,
  record: unknown,
): v.InferOutput<S> | undefined {
  if (record === undefined) return undefined;
  const parsed = v.safeParse(schema, record);
  if (parsed.success) return parsed.output;
  warnOfDamage(parsed.issues[0]);
  return undefined;
}

/** Says that a record was passed over, and why. */
export function warnOfDamage(why: unknown): void {
  console.warn('Backgrounder: passed over a damaged record of the fact base.', why);
}

/** The sound ones of stored records. */
export function parseAll<S extends v.GenericSchema>(
  schema: S,
  records: readonly unknown[],
): v.InferOutput<S>[] {
  return records.flatMap((record) => {
    const parsed = parse(schema, record);
    return parsed === undefined ? [] : [parsed];
  });
}

/** A record from its line, or undefined when it is damaged. */
export function parseJson<S extends v.GenericSchema>(
  schema: S,
  line: string,
): v.InferOutput<S> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    warnOfDamage(error);
    return undefined;
  }
  return parse(schema, json);
}
