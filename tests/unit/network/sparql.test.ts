import { describe, expect, it, vi } from 'vitest';
import { type SparqlPage, type SparqlState, sparqlPages } from '../../../network/sparql.ts';
import { failure } from './failure.ts';
import { onLoopback, polite, server } from './loopback.ts';
import { inTurn, json, sparqlEndpoint, status, text } from './test-server.ts';

const TEXT = 'SELECT ?item WHERE { ?item ?p ?o } ORDER BY ?item';

onLoopback({ tries: 3 });

async function run(
  endpoint: string,
  options: { state?: SparqlState; text?: string; stopAfter?: number } = {},
): Promise<SparqlPage[]> {
  const pages: SparqlPage[] = [];
  const { state } = options;
  const query = { endpoint, text: options.text ?? TEXT };
  for await (const page of sparqlPages(polite, query, state ? { state } : {})) {
    pages.push(page);
    if (pages.length === options.stopAfter) break;
  }
  return pages;
}

function items(pages: readonly SparqlPage[]): string[] {
  return pages.flatMap(({ json }) =>
    (
      JSON.parse(json) as { results: { bindings: { item: { value: string } }[] } }
    ).results.bindings.map(({ item }) => item.value),
  );
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => `http://www.wikidata.org/entity/Q${at + 1}`);

describe('a SPARQL query', () => {
  it.each([0, 1, 2_000, 4_999])('gives %i items, each once', async (count) => {
    const pages = await run(server.on('/sparql', sparqlEndpoint(count)));
    expect(items(pages)).toEqual(numbered(count));
    expect(pages.at(-1)?.next).toBeUndefined();
  });

  it('is resumed after the page that was dealt with last', async () => {
    const endpoint = server.on('/sparql', sparqlEndpoint(500));
    const state = { offset: 0, pageSize: 100 };
    const before = await run(endpoint, { state, stopAfter: 2 });
    const next = before.at(-1)?.next;
    expect(next).toEqual({ offset: 200, pageSize: 100 });
    const after = await run(endpoint, next ? { state: next } : {});
    expect(items([...before, ...after])).toEqual(numbered(500));
  });

  it('asks for JSON, with the limits where the query has their place', async () => {
    const endpoint = server.on('/sparql', sparqlEndpoint(1));
    await run(endpoint, { text: 'SELECT * { { SELECT ?item { } ORDER BY ?item {{page}} } }' });
    const [asked] = server.asked;
    expect(asked?.headers.accept).toBe('application/sparql-results+json');
    expect(asked?.query.get('query')).toBe(
      'SELECT * { { SELECT ?item { } ORDER BY ?item LIMIT 2000 OFFSET 0 } }',
    );
  });

  it('is posted when it is long', async () => {
    const endpoint = server.on('/sparql', sparqlEndpoint(3));
    const long = `${TEXT} # ${'x'.repeat(7_000)}\n`;
    expect(items(await run(endpoint, { text: long }))).toEqual(numbered(3));
    expect(server.asked[0]?.method).toBe('POST');
  });

  it('asks for less when the service fails in the middle of a page with status 200', async () => {
    const pages = await run(server.on('/sparql', sparqlEndpoint(3_000, 600)));
    expect(items(pages)).toEqual(numbered(3_000));
    expect(pages.every(({ rows }) => rows <= 600)).toBe(true);
    // 2,000 and 1,000 failed; from then on it asks for 500.
    expect(server.asked).toHaveLength(2 + 7);
  });

  it.each([500, 504])('asks for less after a timeout with status %i', async (code) => {
    const endpoint = server.on('/sparql', inTurn(status(code), sparqlEndpoint(1_500)));
    expect(items(await run(endpoint))).toEqual(numbered(1_500));
    expect(server.asked).toHaveLength(3);
  });

  it('asks for less when the service thinks for longer than it may, and does not ask the same again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const endpoint = server.on(
        '/sparql',
        inTurn(() => void vi.advanceTimersByTime(90_000), sparqlEndpoint(1_500)),
      );
      expect(items(await run(endpoint))).toEqual(numbered(1_500));
    } finally {
      vi.useRealTimers();
    }
    expect(
      server.asked.map(({ query }) => /LIMIT \d+/.exec(query.get('query') ?? '')?.[0]),
    ).toEqual(['LIMIT 2000', 'LIMIT 1000', 'LIMIT 1000']);
  });

  it('asks for the same after a 429', async () => {
    const endpoint = server.on(
      '/sparql',
      inTurn(status(429, { 'retry-after': '10' }), sparqlEndpoint(1_500)),
    );
    const pages = await run(endpoint);
    expect(pages).toHaveLength(1);
  });

  it('gives up when even a small page fails, and keeps what came before', async () => {
    let answers = 0;
    const good = sparqlEndpoint(10_000);
    const endpoint = server.on('/sparql', (asked, response) =>
      answers++ === 0 ? good(asked, response) : sparqlEndpoint(10_000, 0)(asked, response),
    );
    const pages: SparqlPage[] = [];
    const error = await failure(
      (async () => {
        for await (const page of sparqlPages(polite, { endpoint, text: TEXT })) pages.push(page);
      })(),
    );
    expect(error.fault).toBe('unreadable');
    expect(error.meaning).toContain('ran out of time');
    expect(pages).toHaveLength(1);
    expect(pages[0]?.next).toEqual({ offset: 2_000, pageSize: 2_000 });
    expect(server.asked.length).toBeLessThan(10);
  });

  it.each([
    ['HTML', text('<html>maintenance</html>', 'text/html')],
    ['other JSON', json({ boolean: true })],
    ['bindings that are no list', json({ head: { vars: [] }, results: { bindings: {} } })],
  ])('does not take %s for a result', async (_, handler) => {
    expect(await failure(run(server.on('/sparql', handler)))).toMatchObject({
      fault: 'unreadable',
    });
  });

  it('keeps a page that has one bad row', async () => {
    const bindings = '[{"item":"not a term"},null,{"__proto__":{"polluted":true}}]';
    const body = `{"head":{"vars":[]},"results":{"bindings":${bindings}}}`;
    const endpoint = server.on('/sparql', text(body, 'application/sparql-results+json'));
    expect((await run(endpoint))[0]?.rows).toBe(3);
  });

  it('does not ask for less, but gives up, when the service refuses the query', async () => {
    expect(await failure(run(server.on('/sparql', status(400))))).toMatchObject({ status: 400 });
    expect(server.asked).toHaveLength(1);
  });

  it('says when the endpoint is no address', async () => {
    expect(await failure(run('sparql'))).toMatchObject({ fault: 'address', url: 'sparql' });
  });
});
