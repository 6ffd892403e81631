import type { EntityRow } from '../../facts/card.ts';

/** Tells the reader that an entity is not painted on pages. */
export function markPrivate(row: EntityRow, privateEntities: ReadonlySet<string>): EntityRow {
  return privateEntities.has(row.id) ? { ...row, private: true } : row;
}
