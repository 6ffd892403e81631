import { useWords } from '../../components/use-words.ts';
import type { ReferenceBackend } from './backend.ts';
import { CopyButton } from './copy-button.tsx';
import { hashOf } from './routes.ts';

export interface EntityActionsProps {
  backend: ReferenceBackend;
  entity: string;
  day: string | undefined;
}

/** What can be done with an entity's page. */
export function EntityActions({ backend, entity, day }: EntityActionsProps) {
  const t = useWords();
  const write = (as: 'text' | 'citation') => async () => {
    const date = day === undefined ? {} : { date: day };
    return (await backend.ask('entityText', { entity, as, ...date })).text;
  };
  return (
    <section class="actions-of-page" aria-labelledby="actions-title">
      <h2 id="actions-title">{t('entity.actions')}</h2>
      <div class="acts">
        <CopyButton label={t('entity.copyText')} write={write('text')} />
        <CopyButton label={t('entity.copyCitation')} write={write('citation')} />
        <a class="act" href={hashOf({ page: 'compare', a: entity, b: '' })}>
          {t('entity.compareWith')}
        </a>
        <a class="act" href={hashOf({ page: 'connect', a: entity, b: '' })}>
          {t('entity.connectWith')}
        </a>
      </div>
    </section>
  );
}
