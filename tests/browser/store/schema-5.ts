import type { Rows, SchemaDescription } from './raw-base.ts';
import { ROWS_4, SCHEMA_4 } from './schema-4.ts';

/** Version 5 of the database as it was released, frozen like the ones before: with search indexes. */
export const SCHEMA_5: SchemaDescription = {
  ...SCHEMA_4,
  version: 5,
  stores: {
    ...SCHEMA_4.stores,
    searchIndexes: { keyPath: 'generation', autoIncrement: false, indexes: {} },
  },
};

export const ROWS_5: Rows = {
  ...ROWS_4,
  searchIndexes: [
    [1, { generation: 1, pack: 'tiny', index: { blob: 'data:application/octet-stream;base64,' } }],
  ],
};
