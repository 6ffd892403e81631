import { useState } from 'preact/hooks';
import { FileButton, TextField } from '../../components/fields.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
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
  const words = useWords();
  return (
    <>
      <Section title={words('packs.add.title')} lead={words('packs.add.lead')}>
        <div class="ways">
          <div class="way">
            <h3>{words('packs.add.fromFile')}</h3>
            <FileButton
              label={words('packs.add.choose')}
              several
              disabled={importing.busy}
              onFiles={(files) => importing.start({ files }, filesInWords(files, words))}
            />
            <p class="hint">{words('packs.add.drop')}</p>
          </div>
          <FromAddress importing={importing} />
        </div>
      </Section>
      <Section title={words('packs.catalogue.title')} lead={words('packs.catalogue.lead')}>
        <Catalogue backend={backend} packs={packs} importing={importing} />
      </Section>
    </>
  );
}

function FromAddress({ importing }: { importing: Importing }) {
  const words = useWords();
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
      <h3>{words('packs.add.fromAddress')}</h3>
      <TextField
        label={words('packs.add.address')}
        address
        value={address}
        onInput={setAddress}
        wrong={tried && url === undefined ? words('packs.add.noAddress') : undefined}
      />
      <button type="submit" class="press" disabled={importing.busy}>
        {words('packs.add.fetch')}
      </button>
    </form>
  );
}

function Catalogue({ backend, packs, importing }: AddViewProps) {
  const words = useWords();
  const catalogue = useAnswer(() => backend.catalogue(words.tag), words.tag);
  if (catalogue.problem !== undefined) {
    return (
      <Problem
        what={words('packs.catalogue.unread')}
        kept={words('packs.catalogue.unreadKept')}
        reason={catalogue.problem}
        onRetry={catalogue.retry}
      />
    );
  }
  if (catalogue.value?.length === 0) {
    return <p class="aside">{words('packs.catalogue.empty')}</p>;
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
