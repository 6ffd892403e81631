import { useState } from 'preact/hooks';
import { ExternalLink } from '../../components/external-link.tsx';
import { ChoiceField } from '../../components/fields.tsx';
import { formatDate } from '../../facts/dates.ts';
import type { CatalogueEntry } from './backend.ts';
import type { Importing } from './use-import.ts';

export interface CatalogueRowProps {
  entry: CatalogueEntry;
  importing: Importing;
}

/** A source in the catalogue: what it holds, whose it is, and the button that fetches it. */
export function CatalogueRow({ entry, importing }: CatalogueRowProps) {
  const { id, title, parameter } = entry;
  const [chosen, setChosen] = useState(parameter?.options[0]?.value ?? '');
  const label = parameter?.options.find(({ value }) => value === chosen)?.label;
  return (
    <li class="entry">
      <div>
        <h3>
          <bdi dir="auto">{title}</bdi>
        </h3>
        <p class="holds">{entry.holds}</p>
        <p class="figures">
          {entry.size !== undefined && <span class="figure">{entry.size}</span>}
          <span class="figure">{formatDate(entry.date, navigator.language)}</span>
          <span class="figure">
            <bdi>{entry.licence}</bdi>
          </span>
          <span class="figure">
            <ExternalLink url={entry.homepage}>
              <bdi>{entry.publisher}</bdi>
            </ExternalLink>
          </span>
        </p>
      </div>
      <div class="entry-add">
        {parameter && (
          <ChoiceField
            label={parameter.label}
            value={chosen}
            options={parameter.options}
            onChange={setChosen}
          />
        )}
        <button
          type="button"
          class="press"
          disabled={importing.busy}
          aria-label={`Add: ${title}`}
          onClick={() =>
            importing.start(
              parameter ? { catalogue: id, parameter: chosen } : { catalogue: id },
              label === undefined ? title : `${title}: ${label}`,
            )
          }
        >
          Add
        </button>
      </div>
    </li>
  );
}
