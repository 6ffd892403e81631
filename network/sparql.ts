import * as v from 'valibot';
import { NetworkError } from './network-error.ts';
import type { PoliteFetch, PoliteRequest } from './polite-fetch.ts';

/** Where in a query's text the page's `LIMIT` and `OFFSET` go; at its end if it is not there. */
export const PAGE_PLACE = '{{page}}';

export interface SparqlQuery {
  /** Of a SPARQL 1.1 endpoint. */
  readonly endpoint: string;
  /**
   * A SELECT with ORDER BY, or pages would overlap. With `PAGE_PLACE` in a
   * subquery, each of the subquery's rows must give a row or more of the whole.
   */
  readonly text: string;
}

/** How far a query has come. Kept by the caller, it resumes where it broke off. */
export const SparqlStateSchema = v.object({
  offset: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  pageSize: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type SparqlState = v.InferOutput<typeof SparqlStateSchema>;

export interface SparqlPage {
  /** The answer as it came: SPARQL 1.1 Query Results JSON. */
  readonly json: string;
  readonly rows: number;
  /** Where the next page begins; undefined after the last. */
  readonly next: SparqlState | undefined;
}

const FIRST_PAGE: SparqlState = { offset: 0, pageSize: 2_000 };
/** Below this, a page that fails does not fail for its size. */
const SMALLEST_PAGE = 50;
/** The Wikidata Query Service thinks for up to 60 s before it sends or gives up. */
const THINKING_MS = 90_000;
/** Longer addresses are refused by some servers: the query is posted instead. */
const LONGEST_ADDRESS = 6_000;
/** A query that timed out (Blazegraph answers 500, gateways 504, some nothing) does so again at the same size. */
const TIMED_OUT = [500, 504, 'silent'] as const;

/** Rows are left to the converter, so that one bad row does not cost the page. */
const ResultSchema = v.object({
  head: v.object({ vars: v.array(v.string()) }),
  results: v.object({ bindings: v.array(v.unknown()) }),
});

/**
 * Runs a query page by page until a page comes back short. A page that the
 * service cannot finish is asked for again at half the size.
 *
 * @param state - where to begin: `next` of the last page that was dealt with
 * @throws NetworkError, or the signal's reason
 */
export async function* sparqlPages(
  polite: PoliteFetch,
  query: SparqlQuery,
  options: { readonly state?: SparqlState; readonly signal?: AbortSignal } = {},
): AsyncGenerator<SparqlPage> {
  let state: SparqlState | undefined = options.state ?? FIRST_PAGE;
  while (state) {
    const page: SparqlPage = await pageOrSmaller(polite, query, state, options.signal);
    yield page;
    state = page.next;
  }
}

async function pageOrSmaller(
  polite: PoliteFetch,
  query: SparqlQuery,
  { offset, pageSize }: SparqlState,
  signal: AbortSignal | undefined,
): Promise<SparqlPage> {
  for (let size = pageSize; ; size = Math.max(SMALLEST_PAGE, Math.floor(size / 2))) {
    try {
      const { json, rows } = await page(polite, query, { offset, pageSize: size }, signal);
      const next = rows < size ? undefined : { offset: offset + size, pageSize: size };
      return { json, rows, next };
    } catch (error) {
      if (size <= SMALLEST_PAGE || !(error instanceof NetworkError) || !mayBeTooMuch(error)) {
        throw error;
      }
    }
  }
}

/** Whether a smaller page may succeed: the service broke off, thought too long or sent half of it. */
function mayBeTooMuch(error: NetworkError): boolean {
  return (
    ['unreadable', 'cut-off', 'too-large'].includes(error.fault) ||
    TIMED_OUT.some((one) => one === error.status || one === error.fault)
  );
}

async function page(
  polite: PoliteFetch,
  query: SparqlQuery,
  state: SparqlState,
  signal: AbortSignal | undefined,
): Promise<{ json: string; rows: number }> {
  const { text } = await polite.text(pageRequest(query, state, signal));
  const rows = rowsOf(text);
  if (rows === undefined) {
    throw new NetworkError({
      fault: 'unreadable',
      url: query.endpoint,
      meaning: text.includes('TimeoutException')
        ? 'the service ran out of time in the middle of its answer'
        : 'the answer is not SPARQL results in JSON, or breaks off in the middle',
      mend: 'Try again later; what has come so far is kept',
    });
  }
  return { json: text, rows };
}

function pageRequest(
  { endpoint, text }: SparqlQuery,
  { offset, pageSize }: SparqlState,
  signal: AbortSignal | undefined,
): PoliteRequest {
  const limits = `LIMIT ${pageSize} OFFSET ${offset}`;
  const query = text.includes(PAGE_PLACE)
    ? text.replaceAll(PAGE_PLACE, limits)
    : `${text.trimEnd()}\n${limits}`;
  const shared = {
    accept: 'application/sparql-results+json',
    signal,
    silenceMs: THINKING_MS,
    final: TIMED_OUT,
  };
  if (!URL.canParse(endpoint)) return { ...shared, url: endpoint };
  const url = new URL(endpoint);
  url.searchParams.set('query', query);
  return url.href.length <= LONGEST_ADDRESS
    ? { ...shared, url: url.href }
    : { ...shared, url: endpoint, form: { query } };
}

/** Undefined when it is not a result: the service may fail after it has sent 200 and half the rows. */
function rowsOf(text: string): number | undefined {
  try {
    const parsed = v.safeParse(ResultSchema, JSON.parse(text));
    return parsed.success ? parsed.output.results.bindings.length : undefined;
  } catch {
    return undefined;
  }
}
