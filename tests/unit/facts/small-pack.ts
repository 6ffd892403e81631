/** A small sound pack of invented countries and people, for tests to use and to break. */
export const SMALL_PACK: readonly object[] = [
  {
    pack: {
      format: 'backgrounder/1',
      id: 'small',
      title: { en: 'A small pack' },
      version: '1',
      asOf: '2026-11-23',
      languages: ['en'],
      licence: 'CC0-1.0',
      publisher: 'Tests',
    },
  },
  {
    source: {
      id: 's1',
      title: 'Gazette of Freedonia',
      publisher: 'Freedonia',
      url: 'https://freedonia.example/gazette',
      published: '2024-12-01',
    },
  },
  {
    source: {
      id: 's2',
      title: 'Denial',
      publisher: 'Sylvania',
      url: 'https://sylvania.example/denial',
      accessed: '2026-11-23',
    },
  },
  {
    predicate: {
      id: 'P39',
      label: { en: 'position held' },
      inverse: { en: 'held by' },
      phrase: { en: '{object}' },
      inversePhrase: { en: '{subject}' },
      sentence: { en: '{subject} as {object}' },
      topic: 'role',
    },
  },
  {
    predicate: {
      id: 'small:met',
      label: { en: 'met' },
      phrase: { en: 'met {object}' },
      inversePhrase: { en: 'met by {subject}' },
      sentence: { en: '{subject} met {object}' },
      topic: 'event',
    },
  },
  { predicate: { id: 'P569', label: { en: 'born' }, topic: 'life' } },
  { predicate: { id: 'P570', label: { en: 'died' }, topic: 'life' } },
  {
    entity: {
      id: 'Q1',
      kind: 'person',
      names: [
        { text: 'Rufus Firefly', lang: 'en' },
        { text: 'روفوس فایرفلای', lang: 'fa' },
        { text: 'Firefly', lang: 'en', use: 'short' },
      ],
      summary: { en: 'Leader of Freedonia, an invented country in these tests.' },
      prominence: 0.9,
    },
  },
  {
    entity: {
      id: 'Q2',
      kind: 'person',
      names: [{ text: 'Trentino', lang: 'en' }],
      prominence: 0.5,
    },
  },
  { entity: { id: 'Q3', kind: 'office', names: [{ text: 'President of Freedonia', lang: 'en' }] } },
  { entity: { id: 'Q4', kind: 'place', names: [{ text: 'Freedonia', lang: 'en' }] } },
  {
    fact: {
      id: 'f1',
      subject: 'Q1',
      predicate: 'P39',
      object: 'Q3',
      start: '2020-01-20',
      end: '2024-11-30',
      sources: ['s1'],
    },
  },
  {
    fact: {
      id: 'f2',
      subject: 'Q2',
      predicate: 'P39',
      object: 'Q3',
      start: '2024-12-01',
      sources: ['s1'],
    },
  },
  {
    fact: {
      id: 'f3',
      subject: 'Q1',
      predicate: 'small:met',
      object: 'Q2',
      at: '2024-11-11',
      place: 'Q4',
      stances: [
        { by: 'Q2', stance: 'denies', at: '2024-11-16', source: 's2' },
        { by: 'Q1', stance: 'reports', at: '2024-11-14', source: 's1' },
      ],
      sources: ['s1'],
    },
  },
  {
    fact: {
      id: 'f4',
      subject: 'Q1',
      predicate: 'P569',
      value: { date: '1890-10-02' },
      sources: ['s1'],
    },
  },
  {
    fact: {
      id: 'f5',
      subject: 'Q2',
      predicate: 'P570',
      value: { date: '2026-02-28' },
      sources: ['s2'],
    },
  },
];

/** The pack's lines, with some of them replaced; the index counts from 0. */
export function packLines(replaced: Readonly<Record<number, string | object>> = {}): string[] {
  return SMALL_PACK.map((line, at) => {
    const replacement = replaced[at] ?? line;
    return typeof replacement === 'string' ? replacement : JSON.stringify(replacement);
  });
}
