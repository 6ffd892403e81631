import { useWords } from '../../components/use-words.ts';
import type { ReferenceBackend } from './backend.ts';
import { Frame } from './frame.tsx';
import { LookUp } from './look-up.tsx';
import { hashOf } from './routes.ts';

export interface NotFoundProps {
  backend: ReferenceBackend;
  /** The words of the address, to search for. */
  said: string;
  /** The address itself leads nowhere; else it leads to what no pack knows. */
  isAddress: boolean;
}

/** What was asked for is not there: says so, and looks its words up. */
export function NotFound({ backend, said, isAddress }: NotFoundProps) {
  const t = useWords();
  return (
    <Frame title={t('reference.notFound')}>
      <p class="lead">
        {isAddress ? t('reference.nowhere') : t('reference.notFoundLead', shortened(said))}
      </p>
      <LookUp key={said} backend={backend} label={t('reference.lookUp')} initial={said} />
      <p>
        <a class="act" href={hashOf({ page: 'home' })}>
          {t('reference.toHome')}
        </a>
      </p>
    </Frame>
  );
}

/** What a page showed went while it was open. */
export function Gone({ backend, name }: { backend: ReferenceBackend; name: string }) {
  const t = useWords();
  return (
    <Frame title={t('reference.gone', shortened(name))}>
      <p class="lead">{t('reference.goneLead')}</p>
      <LookUp backend={backend} label={t('reference.lookUp')} initial={name} />
      <p>
        <a class="act" href="options.html#/packs">
          {t('reference.packsPage')}
        </a>
      </p>
    </Frame>
  );
}

const LONGEST = 80;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
