import { useWords } from '../../components/use-words.ts';
import type { ReferenceBackend } from './backend.ts';
import { ConnectView } from './connect-view.tsx';
import { Frame } from './frame.tsx';
import { hashOf } from './routes.ts';

export interface ConnectPageProps {
  backend: ReferenceBackend;
  /** The two ends; one that is "" has still to be chosen. */
  a: string;
  b: string;
  onChoose: (ends: { readonly a: string; readonly b: string }) => void;
}

/** How two entities are connected. */
export function ConnectPage({ backend, a, b, onChoose }: ConnectPageProps) {
  const t = useWords();
  return (
    <Frame title={t('connect.title')}>
      <ConnectView
        ask={backend.ask}
        from={a === '' ? undefined : a}
        to={b === '' ? undefined : b}
        onChoose={({ from = '', to = '' }) => onChoose({ a: from, b: to })}
        onOpenEntity={(entity) => {
          location.hash = hashOf({ page: 'entity', entity });
        }}
      />
    </Frame>
  );
}
