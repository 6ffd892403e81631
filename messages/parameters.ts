import * as v from 'valibot';

export const entityId = v.pipe(v.string(), v.maxLength(200));
export const entityIds = v.pipe(v.array(entityId), v.maxLength(5_000));
export const isoDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
export const address = v.pipe(v.string(), v.maxLength(20_000));
export const nothing = v.object({});

/** Code units of a name as a page writes it; those of packs are a tenth as long. */
export const LONGEST_NAME = 500;
export const writtenName = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
