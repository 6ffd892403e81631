import * as v from 'valibot';

/**
 * The parts of Popolo that facts are made from (https://www.popoloproject.com/specs/),
 * with what EveryPolitician adds. Each record is parsed by itself, so that an
 * unsound one costs no other.
 */
const text = v.nullish(v.string());
const identifiers = v.fallback(
  v.array(v.object({ scheme: v.string(), identifier: v.string() })),
  [],
);
const named = {
  id: v.union([
    v.pipe(v.string(), v.trim(), v.nonEmpty('is empty')),
    v.pipe(v.number(), v.transform(String)),
  ]),
  name: text,
  identifiers: v.optional(identifiers, []),
  other_names: v.optional(
    v.fallback(v.array(v.object({ name: v.string(), lang: text, note: text })), []),
    [],
  ),
  sources: v.optional(v.fallback(v.array(v.object({ url: v.string() })), []), []),
};
const reference = v.nullish(v.union([v.string(), v.pipe(v.number(), v.transform(String))]));

export const PopoloPersonSchema = v.object({ ...named, birth_date: text, death_date: text });
export const PopoloOrganizationSchema = v.object({
  ...named,
  classification: text,
  founding_date: text,
  dissolution_date: text,
});
export const PopoloPostSchema = v.object({
  ...named,
  label: text,
  role: text,
  organization_id: reference,
});
export const PopoloAreaSchema = v.object(named);
export const PopoloEventSchema = v.object({
  ...named,
  classification: text,
  start_date: text,
  end_date: text,
});
export const PopoloMembershipSchema = v.object({
  person_id: reference,
  organization_id: reference,
  on_behalf_of_id: reference,
  post_id: reference,
  area_id: reference,
  legislative_period_id: reference,
  role: text,
  start_date: text,
  end_date: text,
  sources: named.sources,
});

export type PopoloMembership = v.InferOutput<typeof PopoloMembershipSchema>;
/** What all records but memberships have. */
export type PopoloNamed = v.InferOutput<typeof PopoloAreaSchema>;

/** The lists of a Popolo document, in the order in which they are read. */
export const POPOLO_LISTS = [
  'areas',
  'events',
  'organizations',
  'posts',
  'persons',
  'memberships',
] as const;
