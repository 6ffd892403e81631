import * as v from 'valibot';

/**
 * The Reconciliation Service API 0.2 as answers are read: a member that the
 * specification requires must be there, one that we do not use may be anything.
 */
export const VERSION = '0.2';

const text = v.string();
const optionalText = v.fallback(v.optional(v.string()), undefined);

const ServiceAddressSchema = v.object({ service_url: optionalText, service_path: optionalText });

const ManifestTypeSchema = v.object({ id: text, name: text });

export const ManifestSchema = v.object({
  versions: v.pipe(
    v.array(text),
    v.check(
      (versions) => versions.includes(VERSION),
      `does not name version ${VERSION}, the one that Backgrounder speaks`,
    ),
  ),
  name: text,
  identifierSpace: text,
  schemaSpace: text,
  documentation: optionalText,
  view: v.fallback(v.optional(v.object({ url: text })), undefined),
  defaultTypes: v.fallback(v.optional(v.array(ManifestTypeSchema)), undefined),
  suggest: v.fallback(
    v.optional(
      v.object({
        entity: v.optional(ServiceAddressSchema),
        property: v.optional(ServiceAddressSchema),
        type: v.optional(ServiceAddressSchema),
      }),
    ),
    undefined,
  ),
  extend: v.fallback(
    v.optional(v.object({ propose_properties: v.optional(ServiceAddressSchema) })),
    undefined,
  ),
  authentication: v.optional(v.unknown()),
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;

/** A type may be given by its id alone. */
const TypeSchema = v.union([
  v.pipe(
    text,
    v.transform((id): EntityType => ({ id })),
  ),
  v.pipe(
    v.object({ id: text, name: optionalText }),
    v.transform(({ id, name }): EntityType => ({ id, ...(name === undefined ? {} : { name }) })),
  ),
]);

export interface EntityType {
  readonly id: string;
  readonly name?: string;
}

const types = v.fallback(v.optional(v.array(TypeSchema), []), []);

export const CandidateSchema = v.object({
  id: v.pipe(text, v.nonEmpty('is empty')),
  name: v.pipe(text, v.nonEmpty('is empty')),
  description: optionalText,
  score: v.number(),
  match: v.fallback(v.optional(v.boolean(), false), false),
  type: types,
});

/** Candidates are read one by one, so that a bad one does not cost the others. */
export const ResultBatchSchema = v.record(text, v.object({ result: v.array(v.unknown()) }));

export const SuggestionSchema = v.object({
  id: v.pipe(text, v.nonEmpty('is empty')),
  name: v.pipe(text, v.nonEmpty('is empty')),
  description: optionalText,
  /** The types of a suggested entity. */
  notable: types,
});

export const SuggestResponseSchema = v.object({ result: v.array(v.unknown()) });

export const PropertyProposalSchema = v.object({
  properties: v.array(v.object({ id: text, name: text })),
});

/** What a property of an entity holds. */
export type ExtensionValue =
  | { readonly kind: 'entity'; readonly id: string; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** ISO 8601 date and time. */
  | { readonly kind: 'date'; readonly date: string };

export const CellSchema = v.union([
  v.pipe(
    v.object({ id: text, name: text }),
    v.transform(({ id, name }): ExtensionValue => ({ kind: 'entity', id, name })),
  ),
  v.pipe(
    v.object({ str: text }),
    v.transform(({ str }): ExtensionValue => ({ kind: 'text', text: str })),
  ),
  v.pipe(
    v.object({ float: v.pipe(v.number(), v.finite()) }),
    v.transform(({ float }): ExtensionValue => ({ kind: 'number', number: float })),
  ),
  v.pipe(
    v.object({ int: v.pipe(v.number(), v.integer()) }),
    v.transform(({ int }): ExtensionValue => ({ kind: 'number', number: int })),
  ),
  v.pipe(
    v.object({ date: text }),
    v.transform(({ date }): ExtensionValue => ({ kind: 'date', date })),
  ),
]);

export const ExtendResponseSchema = v.object({
  meta: v.array(
    v.object({
      id: text,
      name: text,
      type: v.fallback(v.optional(v.object({ id: text, name: optionalText })), undefined),
    }),
  ),
  rows: v.record(text, v.record(text, v.array(v.unknown()))),
});
