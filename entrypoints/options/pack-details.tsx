import { Confirm } from '../../components/confirm.tsx';
import { ExternalLink } from '../../components/external-link.tsx';
import { ChoiceField } from '../../components/fields.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { Problem } from '../../components/problem.tsx';
import { ago, size } from '../../components/quantities.ts';
import { useWords } from '../../components/use-words.ts';
import type { InstalledPack, PackKeeper, PackUpdate } from './backend.ts';
import { type Action, useAction } from './use-action.ts';

export interface PackDetailsProps {
  backend: PackKeeper;
  pack: InstalledPack;
  action: Action;
  onChanged: (words: string) => void;
}

/** Where a pack comes from, and how it is kept up to date. */
export function PackDetails(props: PackDetailsProps) {
  const { backend, pack, action, onChanged } = props;
  const words = useWords();
  const { homepage, installedAt, previousVersion, update, signedBy } = pack;
  return (
    <>
      <dl class="details">
        <Detail label={words('packs.details.licence')}>
          <bdi>{pack.licence}</bdi>
        </Detail>
        {homepage !== undefined && (
          <Detail label={words('packs.details.homepage')}>
            <ExternalLink url={homepage}>
              <bdi>{homepage}</bdi>
            </ExternalLink>
          </Detail>
        )}
        {!pack.builtIn && (
          <Detail label={words('packs.details.signed')}>
            {signedBy === undefined ? (
              words(update ? 'packs.details.unsignedUrl' : 'packs.details.unsignedFile')
            ) : (
              <Phrase of="packs.details.signedBy" values={[<bdi class="key">{signedBy}</bdi>]} />
            )}
          </Detail>
        )}
        {installedAt !== undefined && (
          <Detail label={words('packs.details.installed')}>
            {ago(installedAt, Date.now(), words.tag)}
          </Detail>
        )}
        {previousVersion && (
          <Detail label={words('packs.details.before')}>
            <Phrase
              of="packs.details.versionSize"
              values={[
                <bdi>{previousVersion.version}</bdi>,
                size(previousVersion.bytes, words.tag),
              ]}
            />{' '}
            <Confirm
              label={words('packs.details.giveUp')}
              of={words('packs.details.versionOf', previousVersion.version, pack.title)}
              question={
                <Phrase
                  of="packs.details.giveUpQuestion"
                  values={[
                    <bdi>{previousVersion.version}</bdi>,
                    size(previousVersion.bytes, words.tag),
                  ]}
                />
              }
              yes={words('packs.details.giveUp')}
              no={words('own.deleteNo')}
              onConfirm={() =>
                action.run(
                  () => backend.dropPrevious(pack.id),
                  () => onChanged(words('packs.details.gaveUp', pack.title)),
                )
              }
            />
          </Detail>
        )}
        {update && (
          <Detail label={words('packs.details.updatesFrom')}>
            <bdi>{update.url}</bdi>
          </Detail>
        )}
      </dl>
      {update && <Updates {...props} update={update} />}
    </>
  );
}

function Detail({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const EVERY = ['never', 'day', 'week', 'month'] as const;

function Updates({
  backend,
  pack: { id, title },
  action,
  onChanged,
  update,
}: PackDetailsProps & { update: PackUpdate }) {
  const words = useWords();
  // Of its own: looking for a version takes long, and a choice made meanwhile must count.
  const schedule = useAction();
  const isNewest = update.available === undefined && update.problem === undefined;
  return (
    <div class="updates">
      <ChoiceField
        label={words('packs.updates.label')}
        value={update.every}
        options={EVERY.map((value) => ({ value, label: words(`packs.updates.every.${value}`) }))}
        onChange={(every) =>
          schedule.run(
            () => backend.setUpdate(id, { every }),
            () =>
              onChanged(words('packs.updates.said', title, words(`packs.updates.every.${every}`))),
          )
        }
        hint={
          update.checkedAt === undefined
            ? words('packs.updates.neverLooked')
            : words(
                isNewest ? 'packs.updates.nothingNewer' : 'packs.updates.looked',
                ago(update.checkedAt, Date.now(), words.tag),
              )
        }
      />
      <button
        type="button"
        class="press"
        aria-disabled={action.busy}
        aria-label={words('app.actOn', words('packs.updates.lookNow'), title)}
        onClick={() =>
          action.run(
            () => backend.checkNow(id),
            () => onChanged(words('packs.updates.lookedSaid', title)),
          )
        }
      >
        {words('packs.updates.lookNow')}
      </button>
      {schedule.problem !== undefined && (
        <Problem
          what={words('packs.updates.notChanged')}
          kept={words('packs.updates.notChangedNext')}
          reason={schedule.problem}
        />
      )}
    </div>
  );
}
