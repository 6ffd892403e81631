import type { Rows, SchemaDescription } from './raw-base.ts';
import { ROWS_3, SCHEMA_3 } from './schema-3.ts';

/**
 * Version 4 of the database as it was released, frozen like the ones before:
 * records in the order in which they came, with postings. The same pack.
 */
export const SCHEMA_4: SchemaDescription = { ...SCHEMA_3, version: 4 };

const RECORDS = [
  '',
  'ss1\t{"id":"s1","title":"Gazette","publisher":"Freedonia","url":"https://freedonia.example/","published":"2024-12-01"}',
  'pP39\t{"id":"P39","label":{"en":"position held"},"topic":"role"}',
  'eQ1\t{"id":"Q1","kind":"person","names":[{"text":"Rufus Firefly","lang":"en"}],"prominence":0.9}',
  'eQ3\t{"id":"Q3","kind":"office","names":[{"text":"President","lang":"en"}]}',
  'fQ1\t{"id":"f1","subject":"Q1","predicate":"P39","object":"Q3","sources":["s1"]}',
  '',
].join('\n');

const NAMES = ['', 'rufus firefly\tQ1\t0.9', 'president\tQ3\t0', 'rufus firefly\tQ1\t0.9', ''].join(
  '\n',
);

/** 2^21 times the keys of e Q1, e Q3, f Q1, o Q3, c s1, s s1 and p P39: all are in block 0. */
const POSTINGS = [
  180_077_851_574_272, 547_740_067_037_184, 3_001_147_912_617_984, 3_688_258_290_581_504,
  3_865_222_051_790_848, 3_884_597_771_239_424, 5_496_175_396_388_864,
];

export const ROWS_4: Rows = {
  ...ROWS_3,
  blocks: [
    [[1, 'names', 0, 'rufus', 0], { text: NAMES }],
    [[1, 'postings', 0], { numbers: POSTINGS }],
    [[1, 'records', 0], { text: RECORDS }],
  ],
  packs: (ROWS_3['packs'] ?? []).map(([key, value]) => {
    const { bucketBits: _, ...row } = value as Readonly<Record<string, unknown>>;
    return [key, { ...row, postingBits: 0, nameRuns: 1 }];
  }),
};
