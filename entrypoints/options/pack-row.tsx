import { Confirm } from '../../components/confirm.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { Problem } from '../../components/problem.tsx';
import { size } from '../../components/quantities.ts';
import { Switch } from '../../components/switch.tsx';
import { useWords } from '../../components/use-words.ts';
import { formatDate } from '../../facts/dates.ts';
import { readerOf } from '../../facts/reader.ts';
import type { InstalledPack, PackKeeper } from './backend.ts';
import { PackDetails } from './pack-details.tsx';
import { useAction } from './use-action.ts';
import type { Importing } from './use-import.ts';

export interface PackRowProps {
  backend: PackKeeper;
  pack: InstalledPack;
  importing: Importing;
  onChanged: (words: string) => void;
}

/** A pack in the list: what it is, whether it is used, what can be done with it. */
export function PackRow({ backend, pack, importing, onChanged }: PackRowProps) {
  const words = useWords();
  const { id, title, version, previousVersion, update } = pack;
  const action = useAction();
  const available = update?.available;
  // A table that is imported twice on one day has the day's version twice.
  const before =
    previousVersion?.version === version
      ? words('packs.row.versionBefore')
      : (previousVersion?.version ?? '');
  return (
    <li class={pack.enabled ? 'pack' : 'pack pack-off'}>
      <div class="pack-head">
        <h3>
          <bdi dir="auto">{title}</bdi>
        </h3>
        <Switch
          label={
            <span class="unseen">
              <Phrase of="packs.row.use" values={[<bdi>{title}</bdi>]} />
            </span>
          }
          on={pack.enabled}
          busy={action.busy}
          onChange={(on) =>
            action.run(
              () => backend.setEnabled(id, on),
              () => onChanged(words(on ? 'packs.row.isOn' : 'packs.row.isOff', title)),
            )
          }
        />
      </div>
      <p class="figures">
        <span class="figure">
          <Phrase of="packs.version" values={[<bdi>{version}</bdi>]} />
        </span>
        <span class="figure">
          {words('packs.row.asOf', formatDate(pack.asOf, readerOf(words)))}
        </span>
        <span class="figure">
          <bdi>{pack.publisher}</bdi>
        </span>
        {pack.builtIn && <span class="figure">{words('packs.row.builtIn')}</span>}
      </p>
      <p class="figures">
        <span class="figure">{words.count('packs.count.entities', pack.entities)}</span>
        <span class="figure">{words.count('packs.count.facts', pack.facts)}</span>
        <span class="figure">{words.count('packs.count.sources', pack.sources)}</span>
        <span class="figure">{size(pack.bytes, words.tag)}</span>
      </p>
      {!pack.enabled && <p class="figures">{words('packs.row.off')}</p>}
      {update?.problem !== undefined && (
        <Problem
          what={words('packs.row.checkFailed')}
          kept={words(
            update.every === 'never' ? 'packs.row.checkFailedNever' : 'packs.row.checkFailedNext',
          )}
          reason={update.problem}
        />
      )}
      {available !== undefined && (
        <p class="available">
          <span>
            <Phrase of="packs.row.available" values={[<bdi>{available}</bdi>]} />
          </span>
          <button
            type="button"
            class="press"
            disabled={importing.busy}
            aria-label={words('app.actOn', words('packs.row.update'), title)}
            onClick={() => importing.start({ update: id }, title)}
          >
            {words('packs.row.update')}
          </button>
        </p>
      )}
      <div class="pack-actions">
        {previousVersion && (
          <button
            type="button"
            class="quiet"
            disabled={importing.busy}
            aria-disabled={action.busy}
            aria-label={words('app.actOn', words('packs.row.goBack', before), title)}
            onClick={() =>
              action.run(
                () => backend.rollBack(id),
                () => onChanged(words('packs.row.isBack', title, previousVersion.version)),
              )
            }
          >
            <Phrase of="packs.row.goBack" values={[<bdi>{before}</bdi>]} />
          </button>
        )}
        {!pack.builtIn && (
          <Confirm
            disabled={importing.busy}
            label={words('packs.row.remove')}
            of={title}
            question={
              <Phrase
                of="packs.row.removeQuestion"
                values={[
                  <bdi>{title}</bdi>,
                  words.count('packs.count.entities', pack.entities),
                  size(pack.bytes + (previousVersion?.bytes ?? 0), words.tag),
                ]}
              />
            }
            yes={words('packs.row.removeYes')}
            no={words('own.deleteNo')}
            onConfirm={() =>
              action.run(
                () => backend.remove(id),
                () => onChanged(words('packs.row.removed', title)),
              )
            }
          />
        )}
        <Disclosure label={words(update ? 'packs.row.detailsAndUpdates' : 'packs.row.details')}>
          {() => (
            <PackDetails backend={backend} pack={pack} action={action} onChanged={onChanged} />
          )}
        </Disclosure>
      </div>
      {action.busy && (
        <p class="aside late">
          {words(importing.busy ? 'packs.row.waiting' : 'packs.row.working')}
        </p>
      )}
      {action.problem !== undefined && (
        <Problem
          what={words('own.notDone')}
          kept={words('packs.row.kept')}
          reason={action.problem}
        />
      )}
    </li>
  );
}
