import { Confirm } from '../../components/confirm.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { Problem } from '../../components/problem.tsx';
import { count, size } from '../../components/quantities.ts';
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
    previousVersion?.version === version ? 'the version before' : previousVersion?.version;
  return (
    <li class={pack.enabled ? 'pack' : 'pack pack-off'}>
      <div class="pack-head">
        <h3>
          <bdi dir="auto">{title}</bdi>
        </h3>
        <Switch
          label={
            <span class="unseen">
              Use <bdi>{title}</bdi>
            </span>
          }
          on={pack.enabled}
          busy={action.busy}
          onChange={(on) =>
            action.run(
              () => backend.setEnabled(id, on),
              () => onChanged(`${title} is ${on ? 'on' : 'off'}.`),
            )
          }
        />
      </div>
      <p class="figures">
        <span class="figure">
          version <bdi>{version}</bdi>
        </span>
        <span class="figure">as of {formatDate(pack.asOf, readerOf(words))}</span>
        <span class="figure">
          <bdi>{pack.publisher}</bdi>
        </span>
        {pack.builtIn && <span class="figure">came with Backgrounder</span>}
      </p>
      <p class="figures">
        <span class="figure">{count(pack.entities, 'entity', 'entities')}</span>
        <span class="figure">{count(pack.facts, 'fact', 'facts')}</span>
        <span class="figure">{count(pack.sources, 'source', 'sources')}</span>
        <span class="figure">{size(pack.bytes)}</span>
      </p>
      {!pack.enabled && <p class="figures">Off: none of its names is recognised.</p>}
      {update?.problem !== undefined && (
        <Problem
          what="The last check for a newer version failed."
          kept={
            update.every === 'never'
              ? 'The version you have stays in use. Press Look now under Details and updates to try again.'
              : 'The version you have stays in use. It is tried again by itself, or now: press Look now under Details and updates.'
          }
          reason={update.problem}
        />
      )}
      {available !== undefined && (
        <p class="available">
          <span>
            Version <bdi>{available}</bdi> can be had.
          </span>
          <button
            type="button"
            class="press"
            disabled={importing.busy}
            aria-label={`Update: ${title}`}
            onClick={() => importing.start({ update: id }, title)}
          >
            Update
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
            aria-label={`Go back to ${before}: ${title}`}
            onClick={() =>
              action.run(
                () => backend.rollBack(id),
                () => onChanged(`${title} is back at version ${previousVersion.version}.`),
              )
            }
          >
            Go back to <bdi>{before}</bdi>
          </button>
        )}
        {!pack.builtIn && (
          <Confirm
            disabled={importing.busy}
            label="Remove"
            of={title}
            question={
              <>
                Remove <bdi>{title}</bdi>? Its {count(pack.entities, 'entity', 'entities')} go, and{' '}
                {size(pack.bytes + (previousVersion?.bytes ?? 0))} come free. Your own entries and
                notes stay.
              </>
            }
            yes="Remove it"
            no="Keep it"
            onConfirm={() =>
              action.run(
                () => backend.remove(id),
                () => onChanged(`${title} is removed.`),
              )
            }
          />
        )}
        <Disclosure label={<>Details{update && ' and updates'}</>}>
          {() => (
            <PackDetails backend={backend} pack={pack} action={action} onChanged={onChanged} />
          )}
        </Disclosure>
      </div>
      {action.busy && (
        <p class="aside late">
          {importing.busy ? 'Waiting for the import to be done …' : 'Working …'}
        </p>
      )}
      {action.problem !== undefined && (
        <Problem
          what="That was not done."
          kept="The pack is as it was. Press it again in a moment."
          reason={action.problem}
        />
      )}
    </li>
  );
}
