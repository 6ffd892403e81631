import * as v from 'valibot';
import { parseAnswer } from './json-answer.ts';
import type { PoliteFetch } from './polite-fetch.ts';

const address = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^\s/]+/i, 'is not an http or https address'),
);

/**
 * Versions begin with their time, so that they sort by text; the file of a
 * version holds what changed from the version before it.
 */
const DeltaListSchema = v.object({ versions: v.record(v.string(), address) });
export type DeltaList = v.InferOutput<typeof DeltaListSchema>;

/** What OpenSanctions tells of a dataset, at `…/datasets/latest/NAME/index.json`. */
const DatasetIndexSchema = v.object({
  name: v.string(),
  version: v.pipe(v.string(), v.nonEmpty('is empty')),
  delta_url: v.fallback(v.nullish(address), undefined),
});

export interface DatasetVersion {
  readonly version: string;
  /** Where its list of deltas is, if it has one. */
  readonly deltaList: string | undefined;
}

export interface Delta {
  readonly version: string;
  readonly url: string;
}

export type DeltaPath =
  /** The deltas to apply, in order; none when there is nothing new. */
  | { readonly kind: 'deltas'; readonly deltas: readonly Delta[] }
  /** The list does not reach back to the installed version, or there is none. */
  | { readonly kind: 'full' };

/**
 * The version of a dataset that is published now.
 *
 * @throws NetworkError, or the signal's reason
 */
export async function datasetVersion(
  polite: PoliteFetch,
  indexUrl: string,
  signal?: AbortSignal,
): Promise<DatasetVersion> {
  const { text } = await polite.text({ url: indexUrl, accept: 'application/json', signal });
  const index = parseAnswer(DatasetIndexSchema, text, indexUrl, "a dataset's description");
  return { version: index.version, deltaList: index.delta_url ?? undefined };
}

/**
 * A list of deltas.
 *
 * @throws NetworkError, or the signal's reason
 */
export async function deltaList(
  polite: PoliteFetch,
  url: string,
  signal?: AbortSignal,
): Promise<DeltaList> {
  return readDeltaList((await polite.text({ url, accept: 'application/json', signal })).text, url);
}

/**
 * Reads the text of a list of deltas.
 *
 * @throws NetworkError `unreadable`
 */
export function readDeltaList(text: string, url: string): DeltaList {
  return parseAnswer(DeltaListSchema, text, url, 'a list of deltas');
}

/**
 * The way from an installed version to the newest in a list. A version without
 * changes has no delta and is not listed, so `from` need not be in it; but it
 * must not be older than the oldest, or changes would be missed.
 */
export function deltaPath(list: DeltaList, from: string): DeltaPath {
  const deltas = Object.entries(list.versions)
    .map(([version, url]) => ({ version, url }))
    .sort((a, b) => (a.version < b.version ? -1 : 1));
  const [oldest] = deltas;
  // Only what begins with a time can be compared.
  if (!oldest || !/^\d{14}/.test(from) || from < oldest.version) return { kind: 'full' };
  return { kind: 'deltas', deltas: deltas.filter(({ version }) => version > from) };
}
