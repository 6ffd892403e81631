import * as v from 'valibot';
import { cleanText } from '../clean-text.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'));

/**
 * An entity of FollowTheMoney as its files have it, one a line: every property has
 * a list of values, all of them texts. What nomenklatura adds (caption, datasets,
 * the days it was seen) may be absent.
 */
export const FtmEntitySchema = v.object({
  id: v.pipe(
    text,
    v.regex(/^\S{1,150}$/u, 'is not an id: 1 to 150 characters without white space'),
  ),
  schema: text,
  caption: v.optional(v.string()),
  properties: v.optional(v.record(v.string(), v.array(v.unknown())), {}),
  datasets: v.optional(v.array(v.string()), []),
  last_seen: v.optional(v.nullable(v.string())),
});
export type FtmEntity = v.InferOutput<typeof FtmEntitySchema>;

/** The values of a property that are texts, clean, each once. */
export function valuesOf({ properties }: FtmEntity, property: string): string[] {
  if (!Object.hasOwn(properties, property)) return [];
  const texts = (properties[property] ?? []).filter((value) => typeof value === 'string');
  return [...new Set(texts.map(cleanText))].filter((value) => value !== '');
}

export function firstOf(entity: FtmEntity, property: string): string | undefined {
  return valuesOf(entity, property)[0];
}
