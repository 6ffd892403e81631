import { useState } from 'preact/hooks';
import { TextField } from '../../components/fields.tsx';
import { Problem } from '../../components/problem.tsx';
import { useWords } from '../../components/use-words.ts';
import type { LookUp, Service } from './backend.ts';
import { useAction } from './use-action.ts';

export interface ServiceListProps {
  backend: LookUp;
  services: readonly Service[];
  onChanged: () => void;
}

/** The services that can be asked; the reader may add a newsroom's own. */
export function ServiceList({ backend, services, onChanged }: ServiceListProps) {
  const [address, setAddress] = useState('');
  const words = useWords();
  const action = useAction();
  return (
    <div class="services">
      <ul>
        {services.map(({ id, name, url, builtIn }) => (
          <li key={id}>
            <b>
              <bdi>{name}</bdi>
            </b>{' '}
            <bdi>{url}</bdi>{' '}
            {!builtIn && (
              <button
                type="button"
                class="quiet"
                aria-label={words('app.actOn', words('packs.row.remove'), name)}
                onClick={() => action.run(() => backend.removeService(id), onChanged)}
              >
                {words('packs.row.remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <form
        class="ask"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          action.run(
            () => backend.addService(address.trim()),
            () => {
              setAddress('');
              onChanged();
            },
          );
        }}
      >
        <TextField
          label={words('own.lookUp.serviceAddress')}
          address
          value={address}
          onInput={setAddress}
        />
        <button
          type="submit"
          class="press"
          disabled={address.trim() === ''}
          aria-disabled={action.busy}
        >
          {words('own.lookUp.addService')}
        </button>
      </form>
      {action.problem !== undefined && (
        <Problem
          what={words('own.lookUp.serviceFailed')}
          kept={words('own.lookUp.serviceFailedNext')}
          reason={action.problem}
        />
      )}
    </div>
  );
}
