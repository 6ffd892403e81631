import { EntityRow } from '../../components/entity-row.tsx';
import type { EntityRow as Row } from '../../facts/card.ts';
import { hashOf } from './routes.ts';

/** Entities as a list of links. */
export function RowLinks({ rows }: { rows: readonly Row[] }) {
  return (
    <ul class="row-links">
      {rows.map((row) => (
        <li key={row.id}>
          <a href={hashOf({ page: 'entity', entity: row.id })}>
            <EntityRow row={row} />
          </a>
        </li>
      ))}
    </ul>
  );
}
