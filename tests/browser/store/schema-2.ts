import type { Rows, SchemaDescription } from './raw-base.ts';
import { ROWS_1, SCHEMA_1 } from './schema-1.ts';

/**
 * Version 2 of the database as it was released, frozen like version 1: that and
 * the name index of each generation. The rows are those of the same pack.
 */
export const SCHEMA_2: SchemaDescription = {
  version: 2,
  stores: {
    ...SCHEMA_1.stores,
    nameIndexes: { keyPath: 'generation', autoIncrement: false, indexes: {} },
  },
};

/** The name index in the layout that came with it, in base 64; most of it is one number, 6. */
const INDEX = [
  'QkdOSQEAAACClyRRtAQAAAUAAAABAAAAAgAAAAIAAAACAAAAAgAAAAAAAAAAAQAABgAAAAAAAAAAAAAA',
  'AAAAAPT0zxIAAAABCCdmMgIAAAAD2yypAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAQAAAAEAB4Cs',
  'AQAAAQADgE0BAAAAAwAAAEA4BQABAAAAAwAAAAAAAAABAAAAAgAAAAMAAAABAAAAAAAAAAQAAAAGAAAA',
  'BgAAAAYAAAAGAAAA'.repeat(84),
  'BgAAAAYAAAB0aW55ZW4AAA==',
].join('');

export const ROWS_2: Rows = {
  ...ROWS_1,
  nameIndexes: [
    [
      1,
      {
        generation: 1,
        pack: 'tiny',
        index: { blob: `data:application/octet-stream;base64,${INDEX}` },
      },
    ],
  ],
};
