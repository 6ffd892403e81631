import { useState } from 'preact/hooks';
import { ExternalLink } from '../../components/external-link.tsx';
import { ChoiceField } from '../../components/fields.tsx';
import { Phrase } from '../../components/phrase.tsx';
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
  const add = words(installed ? 'packs.catalogue.again' : 'packs.catalogue.add');
  return (
    <li class="entry">
      <div>
        <h3>
          <bdi dir="auto">{title}</bdi>
        </h3>
        <p class="holds" lang="en" dir="auto">
          {entry.holds}
        </p>
        {installed && (
          <p class="figures">
            <b>{words('packs.catalogue.have')}</b>
            <span class="figure">
              <Phrase of="packs.version" values={[<bdi>{installed.version}</bdi>]} />
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
          {entry.entries !== undefined && (
            <span class="figure">{words.count('packs.catalogue.about', entry.entries)}</span>
          )}
          <span class="figure">{formatDate(entry.date, readerOf(words))}</span>
        </p>
        {entry.licenceNote !== undefined && (
          <p class="figures" lang="en" dir="auto">
            {entry.licenceNote}
          </p>
        )}
      </div>
      <div class="entry-add">
        {parameter && (
          <ChoiceField
            label={words('packs.catalogue.country')}
            value={chosen}
            options={parameter.options}
            onChange={setChosen}
          />
        )}
        <button
          type="button"
          class="press"
          disabled={importing.busy}
          aria-label={words('app.actOn', add, title)}
          onClick={() =>
            importing.start(
              parameter ? { catalogue: id, parameter: chosen } : { catalogue: id },
              label === undefined ? title : words('app.actOn', title, label),
            )
          }
        >
          {add}
        </button>
      </div>
    </li>
  );
}

function firstChoice(parameter: CatalogueEntry['parameter']): string {
  const { options = [], likely } = parameter ?? {};
  return (options.find(({ value }) => value === likely) ?? options[0])?.value ?? '';
}
