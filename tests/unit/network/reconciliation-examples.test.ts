import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  extend,
  openService,
  type ReconciliationService,
  reconcileAll,
  suggest,
} from '../../../network/reconciliation.ts';
import {
  CandidateSchema,
  ExtendResponseSchema,
  ManifestSchema,
  PropertyProposalSchema,
  ResultBatchSchema,
  SuggestionSchema,
  SuggestResponseSchema,
} from '../../../network/reconciliation-format.ts';
import { sharedPath } from '../../shared-data.ts';
import { onLoopback, polite, server } from './loopback.ts';
import { MANIFEST, peopleService } from './reconciliation-server.ts';
import { json, text } from './test-server.ts';

onLoopback();

/** Files of one kind of example, by name; none when the shared data is absent. */
function examples(kind: string): [string, string][] {
  const folder = sharedPath(`formats/reconciliation/${kind}/valid`);
  if (!folder) return [];
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

async function serviceWith(more: Record<string, unknown> = {}): Promise<ReconciliationService> {
  return openService(polite, server.on('/reconcile', peopleService(more)));
}

describe('the examples of the specification', () => {
  const read = (schema: v.GenericSchema, body: string) =>
    v.safeParse(schema, JSON.parse(body)).issues?.map((issue) => v.getDotPath(issue));

  it.each<[string, v.GenericSchema]>([
    ['manifest', ManifestSchema],
    ['reconciliation-result-batch', ResultBatchSchema],
    ['reconciliation-candidate', CandidateSchema],
    ['data-extension-response', ExtendResponseSchema],
    ['data-extension-property-proposal', PropertyProposalSchema],
    ['suggest-entities-response', SuggestResponseSchema],
    ['suggest-properties-response', SuggestResponseSchema],
    ['suggest-types-response', SuggestResponseSchema],
  ])('of kind %s are read', (kind, schema) => {
    for (const [name, body] of examples(kind)) {
      expect(read(schema, body), name).toBeUndefined();
    }
  });

  it('of suggest and extend settings are read as a part of a service’s description', () => {
    const parts: [string, (part: unknown) => object][] = [
      ['suggest-metadata', (part) => ({ suggest: { entity: part } })],
      ['data-extension-metadata', (part) => ({ extend: part })],
    ];
    for (const [kind, put] of parts) {
      for (const [name, body] of examples(kind)) {
        const whole = { ...MANIFEST, ...put(JSON.parse(body)) };
        const manifest = v.parse(ManifestSchema, whole);
        expect(manifest.suggest ?? manifest.extend, name).toBeDefined();
        expect(JSON.stringify(manifest), name).toContain('service_url');
      }
    }
  });

  it('give every candidate, suggestion and value through the client', async () => {
    const service = await serviceWith({ extend: {}, suggest: { entity: { service_path: '/s' } } });
    for (const [name, body] of examples('reconciliation-result-batch')) {
      const results = Object.values(JSON.parse(body) as Record<string, { result: unknown[] }>);
      const renamed = Object.fromEntries(results.map((result, at) => [`q${at}`, result]));
      server.on('/reconcile', json(renamed));
      const found = await reconcileAll(
        polite,
        service,
        results.map(() => ({ query: 'x' })),
      );
      expect(
        found.map(({ length }) => length),
        name,
      ).toEqual(results.map(({ result }) => result.length));
    }
    for (const [name, body] of examples('data-extension-response')) {
      server.on('/reconcile', text(body, 'application/json'));
      const { values } = await extend(polite, service, ['x'], ['y']);
      const { rows } = JSON.parse(body) as { rows: Record<string, Record<string, object[]>> };
      const expected = Object.values(rows).flatMap(Object.values).flat();
      const got = [...values.values()].flatMap((row) => [...row.values()].flat());
      expect(got.length, name).toBe(expected.filter((cell) => Object.keys(cell).length > 0).length);
    }
    for (const [name, body] of examples('suggest-entities-response')) {
      server.on('/reconcile/s', text(body, 'application/json'));
      const { result } = JSON.parse(body) as { result: unknown[] };
      expect(await suggest(polite, service, 'entity', 'c'), name).toHaveLength(result.length);
      expect(
        result.every((item) => v.is(SuggestionSchema, item)),
        name,
      ).toBe(true);
    }
  });

  it('of queries are what the client sends', async () => {
    const service = await serviceWith({ extend: {} });
    for (const [name, body] of examples('reconciliation-query-batch')) {
      const queries = Object.values(JSON.parse(body) as Record<string, { query?: string }>);
      if (!queries.every(({ query }) => query)) continue;
      await reconcileAll(
        polite,
        service,
        queries.map(({ query = '' }) => ({ query })),
      );
      const sent = JSON.parse(server.asked.at(-1)?.form.get('queries') ?? '') as object;
      expect(
        Object.values(sent).map(({ query }) => query),
        name,
      ).toEqual(queries.map(({ query }) => query));
    }
    for (const [name, body] of examples('data-extension-query')) {
      const query = JSON.parse(body) as { ids: string[]; properties: { id: string }[] };
      server.on('/reconcile', json({ meta: [], rows: {} }));
      await extend(
        polite,
        service,
        query.ids,
        query.properties.map(({ id }) => id),
      );
      const sent = JSON.parse(server.asked.at(-1)?.form.get('extend') ?? '') as unknown;
      expect(sent, name).toEqual({
        ids: query.ids,
        properties: query.properties.map(({ id }) => ({ id })),
      });
    }
  });
});
