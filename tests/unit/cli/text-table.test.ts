import { expect, it } from 'vitest';
import { textTable } from '../../../cli/text-table.ts';

it('aligns columns and cuts what is too long', () => {
  const table = textTable(
    [{ title: 'Name', width: 8 }, { title: 'Facts', align: 'right' }, { title: 'Kind' }],
    [
      ['Iran', '12', 'place'],
      ['Masoud Pezeshkian', '3', ''],
    ],
  );
  expect(table.split('\n')).toEqual([
    'Name     Facts  Kind',
    '───────  ─────  ─────',
    'Iran        12  place',
    'Masoud…      3',
  ]);
});
