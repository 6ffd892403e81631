import type { Handler } from './test-server.ts';

/** The least that a service says of itself. */
export const MANIFEST = {
  versions: ['0.1', '0.2'],
  name: 'Test people',
  identifierSpace: 'http://www.wikidata.org/entity/',
  schemaSpace: 'http://www.wikidata.org/prop/direct/',
};

/** A service that knows three people, and what the caller adds to its description. */
export function peopleService(more: Record<string, unknown> = {}): Handler {
  const people = [
    {
      id: 'Q5933752',
      name: 'Masoud Pezeshkian',
      score: 91.5,
      match: true,
      type: [{ id: 'Q5', name: 'human' }],
    },
    {
      id: 'Q1',
      name: 'Masoud Barzani',
      description: 'politician',
      score: 60,
      match: false,
      type: ['Q5'],
    },
    { id: 'Q2', name: 'Masoud', score: 40 },
  ];
  return (asked, response) => {
    response.setHeader('content-type', 'application/json');
    if (asked.method === 'GET') return void response.end(JSON.stringify({ ...MANIFEST, ...more }));
    const queries = JSON.parse(asked.form.get('queries') ?? 'null') as Record<
      string,
      { query: string; type?: string; limit: number }
    >;
    const results = Object.entries(queries).map(([key, { query, limit }]) => [
      key,
      { result: people.filter(({ name }) => name.includes(query)).slice(0, limit) },
    ]);
    response.end(JSON.stringify(Object.fromEntries(results)));
  };
}
