import * as v from 'valibot';

/**
 * The parts of Wikibase's JSON that facts are made from, each parsed where it is
 * used: an entity has hundreds of statements of which a few dozen are of use, and
 * one that is broken must not cost the others.
 *
 * Source: https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
 */

export const EntityHeadSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[A-Z]\d{1,12}$/u, 'is not the id of an entity')),
  type: v.optional(v.string()),
  modified: v.optional(v.string()),
});

export const SnakSchema = v.object({
  snaktype: v.picklist(['value', 'somevalue', 'novalue']),
  datavalue: v.optional(v.object({ value: v.unknown() })),
});

export const StatementSchema = v.object({
  id: v.optional(v.string()),
  rank: v.optional(v.picklist(['preferred', 'normal', 'deprecated']), 'normal'),
  mainsnak: SnakSchema,
  qualifiers: v.optional(v.unknown()),
  references: v.optional(v.unknown()),
});

const ItemValueSchema = v.union([
  v.object({ id: v.pipe(v.string(), v.regex(/^Q\d{1,12}$/u)) }),
  v.pipe(
    v.object({
      'entity-type': v.literal('item'),
      'numeric-id': v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    }),
    // Files from before 2017 have the number alone.
    v.transform((value) => ({ id: `Q${value['numeric-id']}` })),
  ),
]);

const TimeValueSchema = v.object({
  time: v.string(),
  precision: v.number(),
  calendarmodel: v.optional(v.string()),
});

const TextValueSchema = v.object({ language: v.string(), text: v.string() });

export type Snak = v.InferOutput<typeof SnakSchema>;
export type Statement = v.InferOutput<typeof StatementSchema>;
export type TimeValue = v.InferOutput<typeof TimeValueSchema>;

/** An object's own member: `__proto__` and its kin are never followed. */
export function member(from: unknown, key: string): unknown {
  return typeof from === 'object' && from !== null && Object.hasOwn(from, key)
    ? (from as Record<string, unknown>)[key]
    : undefined;
}

export function listIn(from: unknown, key: string): readonly unknown[] {
  const list = member(from, key);
  return Array.isArray(list) ? list : [];
}

/** The snaks of one property among qualifiers or in a reference; broken ones are left out. */
export function snaksOf(from: unknown, property: string): Snak[] {
  return listIn(from, property).flatMap((one) => {
    const parsed = v.safeParse(SnakSchema, one);
    return parsed.success ? [parsed.output] : [];
  });
}

/** The Q-id that a snak's value names. */
export function itemOf(snak: Snak): string | undefined {
  return valueIn(ItemValueSchema, snak)?.id;
}

export function timeOf(snak: Snak): TimeValue | undefined {
  return valueIn(TimeValueSchema, snak);
}

export function stringOf(snak: Snak): string | undefined {
  return valueIn(v.string(), snak);
}

/** A text in one language ("monolingualtext"). */
export function textOf(snak: Snak): v.InferOutput<typeof TextValueSchema> | undefined {
  return valueIn(TextValueSchema, snak);
}

function valueIn<T>(schema: v.GenericSchema<unknown, T>, snak: Snak): T | undefined {
  if (snak.snaktype !== 'value') return undefined;
  const parsed = v.safeParse(schema, snak.datavalue?.value);
  return parsed.success ? parsed.output : undefined;
}

/** The statements of a property that hold: those ranked preferred first, the deprecated left out. */
export function statementsOf(
  entity: unknown,
  property: string,
): { readonly sound: readonly Statement[]; readonly broken: number } {
  const parsed = listIn(member(entity, 'claims'), property).map((one) =>
    v.safeParse(StatementSchema, one),
  );
  const all = parsed.flatMap((one) => (one.success ? [one.output] : []));
  return {
    sound: [
      ...all.filter(({ rank }) => rank === 'preferred'),
      ...all.filter(({ rank }) => rank === 'normal'),
    ],
    broken: parsed.length - all.length,
  };
}

/** The items that a property's statements name, the preferred first. */
export function itemsOf(entity: unknown, property: string): string[] {
  return statementsOf(entity, property).sound.flatMap(({ mainsnak }) => itemOf(mainsnak) ?? []);
}
