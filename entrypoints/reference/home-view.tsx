import { useState } from 'preact/hooks';
import { LocalText } from '../../components/local-text.tsx';
import { useWords } from '../../components/use-words.ts';
import type { Home } from '../../facts/reference.ts';
import type { ReferenceBackend } from './backend.ts';
import { FactPart } from './fact-part.tsx';
import { Frame } from './frame.tsx';
import { LookUp } from './look-up.tsx';
import { forgetEntities, recentEntities } from './recent.ts';
import { hashOf } from './routes.ts';
import { RowLinks } from './row-links.tsx';
import { Trouble } from './trouble.tsx';
import { usePageAnswer } from './use-page-answer.ts';

/** The first page: look up, browse by kind, what was looked at, what happened on this day, the packs. */
export function HomeView({ backend }: { backend: ReferenceBackend }) {
  const t = useWords();
  const home = usePageAnswer(() => backend.ask('home', {}), 'home');
  return (
    <Frame title={t('reference.title')}>
      <p class="lead">{t('reference.lead')}</p>
      <LookUp backend={backend} label={t('reference.lookUp')} focusOnOpen />
      <Trouble answer={home} />
      {home.value && <Kinds kinds={home.value.kinds} />}
      <Recent backend={backend} />
      <OnThisDay backend={backend} />
      {home.value && <Packs packs={home.value.packs} />}
    </Frame>
  );
}

function Kinds({ kinds }: Pick<Home, 'kinds'>) {
  const t = useWords();
  if (kinds.length === 0) return null;
  const number = new Intl.NumberFormat(t.tag);
  return (
    <section aria-labelledby="kinds-title">
      <h2 id="kinds-title">{t('reference.kinds')}</h2>
      <ul class="kinds">
        {kinds.map(({ kind, count }) => (
          <li key={kind}>
            <a href={hashOf({ page: 'kind', kind, part: 1 })}>{t(`reference.kindTitle.${kind}`)}</a>{' '}
            <span class="aside">{number.format(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recent({ backend }: { backend: ReferenceBackend }) {
  const t = useWords();
  const [ids, setIds] = useState(() => recentEntities(localStorage));
  const [said, setSaid] = useState('');
  const answer = usePageAnswer(
    () => backend.ask('rows', { entities: ids }),
    ids.length > 0 ? ids.join(' ') : undefined,
  );
  const rows = answer.value?.rows ?? [];
  return (
    <>
      {rows.length > 0 && (
        <section aria-labelledby="recent-title">
          <h2 id="recent-title">{t('reference.recent')}</h2>
          <RowLinks rows={rows} />
          <button
            type="button"
            class="quiet act"
            onClick={() => {
              forgetEntities(localStorage);
              setIds([]);
              setSaid(t('reference.forgotten'));
              document.querySelector<HTMLElement>('.page h1')?.focus({ preventScroll: true });
            }}
          >
            {t('reference.forget')}
          </button>
        </section>
      )}
      <p class="unseen" role="status">
        {said}
      </p>
    </>
  );
}

function OnThisDay({ backend }: { backend: ReferenceBackend }) {
  const t = useWords();
  const answer = usePageAnswer(() => backend.ask('onThisDay', {}), 'today');
  if (!answer.value) return null;
  const { day, facts, sources } = answer.value;
  return (
    <section aria-labelledby="day-title">
      <h2 id="day-title">{t('reference.onThisDay', day)}</h2>
      {facts.length === 0 ? (
        <p class="aside">{t('reference.nothingThatDay')}</p>
      ) : (
        <FactPart facts={facts} sources={sources} />
      )}
    </section>
  );
}

function Packs({ packs }: Pick<Home, 'packs'>) {
  const t = useWords();
  return (
    <section aria-labelledby="packs-title">
      <h2 id="packs-title">{t('reference.packs')}</h2>
      {packs.length === 0 ? (
        <p>
          {t('reference.noPacks')}{' '}
          <a class="act" href="options.html#/add">
            {t('reference.addPack')}
          </a>
        </p>
      ) : (
        <ul class="packs">
          {packs.map(({ id, title, asOf, entities, facts, off }) => (
            <li key={id}>
              <a href={hashOf({ page: 'pack', pack: id, part: 1 })}>
                <LocalText value={title} />
              </a>
              <span class="aside">
                {t.count('reference.entities', entities)} · {t.count('reference.facts', facts)} ·{' '}
                {off ? t('reference.off') : `${t('reference.asOf')} ${asOf}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
