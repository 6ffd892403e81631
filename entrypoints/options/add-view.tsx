import { useState } from 'preact/hooks';
import { FileButton, TextField } from '../../components/fields.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import type { InstalledPack, PackKeeper } from './backend.ts';
import { CatalogueRow } from './catalogue-row.tsx';
import { Section } from './section.tsx';
import type { Importing } from './use-import.ts';
import { filesInWords } from './words.ts';

export interface AddViewProps {
  backend: PackKeeper;
  /** Those installed. */
  packs: readonly InstalledPack[];
  importing: Importing;
}

/** The three ways to a pack: a file, an address, the catalogue. */
export function AddView({ backend, packs, importing }: AddViewProps) {
  return (
    <>
      <Section
        title="Add a pack"
        lead="A file is recognised by its content: a pack, a spreadsheet (CSV or TSV), Wikidata, FollowTheMoney, Popolo or SPARQL results as JSON, each also gzipped."
      >
        <div class="ways">
          <div class="way">
            <h3>From a file</h3>
            <FileButton
              label="Choose files"
              several
              disabled={importing.busy}
              onFiles={(files) => importing.start({ files }, filesInWords(files))}
            />
            <p class="hint">Or drop them anywhere on this page. They stay on this machine.</p>
          </div>
          <FromAddress importing={importing} />
        </div>
      </Section>
      <Section
        title="Catalogue"
        lead="Public sources, each made into a pack. Nothing is fetched before you press Add; your browser may first ask whether Backgrounder may reach that site."
      >
        <Catalogue backend={backend} packs={packs} importing={importing} />
      </Section>
    </>
  );
}

function FromAddress({ importing }: { importing: Importing }) {
  const [address, setAddress] = useState('');
  const [tried, setTried] = useState(false);
  const url = webAddress(address);
  return (
    <form
      class="way"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (url === undefined) return;
        importing.start({ url: url.href }, url.host + url.pathname);
        setAddress('');
        setTried(false);
      }}
    >
      <h3>From an address</h3>
      <TextField
        label="Address of the file"
        address
        value={address}
        onInput={setAddress}
        wrong={
          tried && url === undefined
            ? 'That is no web address. It has to begin with https:// or http://.'
            : undefined
        }
      />
      <button type="submit" class="press" disabled={importing.busy}>
        Fetch and add
      </button>
    </form>
  );
}

function Catalogue({ backend, packs, importing }: AddViewProps) {
  const catalogue = useAnswer(() => backend.catalogue(), 'catalogue');
  if (catalogue.problem !== undefined) {
    return (
      <Problem
        what="The catalogue could not be read."
        kept="Your packs are kept, and files can be added as ever."
        reason={catalogue.problem}
        onRetry={catalogue.retry}
      />
    );
  }
  if (catalogue.value?.length === 0) {
    return <p class="aside">The catalogue is empty. Add a pack from a file or an address.</p>;
  }
  return (
    <ul class="rows">
      {catalogue.value?.map((entry) => (
        <CatalogueRow key={entry.id} entry={entry} packs={packs} importing={importing} />
      ))}
    </ul>
  );
}

/** An http or https address; undefined for all else. */
function webAddress(text: string): URL | undefined {
  const url = URL.parse(text.trim());
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}
