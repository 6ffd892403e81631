import { useState } from 'preact/hooks';
import { ExternalLink } from '../../components/external-link.tsx';
import { ChoiceField } from '../../components/fields.tsx';
import { useWords } from '../../components/use-words.ts';
import { formatDate } from '../../facts/dates.ts';
import { readerOf } from '../../facts/reader.ts';
import type { CatalogueEntry, InstalledPack } from './backend.ts';
import type { Importing } from './use-import.ts';

export interface CatalogueRowProps {
  entry: CatalogueEntry;
  packs: readonly InstalledPack[];
  importing: Importing;
}

/** A source in the catalogue: what it holds, whose it is, and the button that fetches it. */
export function CatalogueRow({ entry, packs, importing }: CatalogueRowProps) {
  const words = useWords();
  const { id, title, parameter } = entry;
  const [chosen, setChosen] = useState(() => firstChoice(parameter));
  const label = parameter?.options.find(({ value }) => value === chosen)?.label;
  const installed = packs.find(
    ({ entry: from }) => from?.id === id && (!parameter || from.parameter === chosen),
  );
  return (
    <li class="entry">
      <div>
        <h3>
          <bdi dir="auto">{title}</bdi>
        </h3>
        <p class="holds">{entry.holds}</p>
        {installed && (
          <p class="figures">
            <b>In your packs</b>
            <span class="figure">
              version <bdi>{installed.version}</bdi>
            </span>
          </p>
        )}
        <p class="figures">
          <span class="figure">
            <ExternalLink url={entry.homepage}>
              <bdi>{entry.publisher}</bdi>
            </ExternalLink>
          </span>
          <span class="figure">
            <bdi>{entry.licence}</bdi>
          </span>
          {entry.size !== undefined && <span class="figure">{entry.size}</span>}
          <span class="figure">{formatDate(entry.date, readerOf(words))}</span>
        </p>
        {entry.licenceNote !== undefined && <p class="figures">{entry.licenceNote}</p>}
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
          aria-label={`${installed ? 'Fetch again' : 'Add'}: ${title}`}
          onClick={() =>
            importing.start(
              parameter ? { catalogue: id, parameter: chosen } : { catalogue: id },
              label === undefined ? title : `${title}: ${label}`,
            )
          }
        >
          {installed ? 'Fetch again' : 'Add'}
        </button>
      </div>
    </li>
  );
}

function firstChoice(parameter: CatalogueEntry['parameter']): string {
  const { options = [], likely } = parameter ?? {};
  return (options.find(({ value }) => value === likely) ?? options[0])?.value ?? '';
}
