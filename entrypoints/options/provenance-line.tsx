import { ExternalLink } from '../../components/external-link.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { ago } from '../../components/quantities.ts';
import { useWords } from '../../components/use-words.ts';
import { formatDate } from '../../facts/dates.ts';
import type { Provenance } from '../../facts/own.ts';
import { readerOf } from '../../facts/reader.ts';

export interface ProvenanceLineProps {
  /** Absent for what was written on this page. */
  from: Provenance | undefined;
  /** Milliseconds since 1970; absent for what is not saved yet. */
  createdAt: number | undefined;
}

/** Where and when an entry was made, and the words that were selected there. */
export function ProvenanceLine({ from, createdAt }: ProvenanceLineProps) {
  const words = useWords();
  return (
    <p class="figures">
      {from?.words !== undefined && (
        <span class="figure">
          <Phrase of="card.quoted" values={[<bdi dir="auto">{from.words}</bdi>]} />
        </span>
      )}
      {from && (
        <span class="figure">
          <ExternalLink url={from.url}>
            <bdi dir="auto">{from.title ?? from.url}</bdi>
          </ExternalLink>
        </span>
      )}
      {from?.date !== undefined && (
        <span class="figure">{formatDate(from.date, readerOf(words))}</span>
      )}
      {createdAt !== undefined && (
        <span class="figure">{words('own.added', ago(createdAt, Date.now(), words.tag))}</span>
      )}
    </p>
  );
}
