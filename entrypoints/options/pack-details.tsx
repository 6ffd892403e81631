import { Confirm } from '../../components/confirm.tsx';
import { ExternalLink } from '../../components/external-link.tsx';
import { ChoiceField } from '../../components/fields.tsx';
import { Problem } from '../../components/problem.tsx';
import { ago, size } from '../../components/quantities.ts';
import type { InstalledPack, PackKeeper, PackUpdate } from './backend.ts';
import { type Action, useAction } from './use-action.ts';
import { EVERY_WORDS } from './words.ts';

export interface PackDetailsProps {
  backend: PackKeeper;
  pack: InstalledPack;
  action: Action;
  onChanged: (words: string) => void;
}

/** Where a pack comes from, and how it is kept up to date. */
export function PackDetails(props: PackDetailsProps) {
  const { backend, pack, action, onChanged } = props;
  const { homepage, installedAt, previousVersion, update, signedBy } = pack;
  return (
    <>
      <dl class="details">
        <Detail label="Licence">
          <bdi>{pack.licence}</bdi>
        </Detail>
        {homepage !== undefined && (
          <Detail label="Homepage">
            <ExternalLink url={homepage}>
              <bdi>{homepage}</bdi>
            </ExternalLink>
          </Detail>
        )}
        {!pack.builtIn && (
          <Detail label="Signed">
            {signedBy === undefined ? (
              `No: nobody vouches for it but ${update ? 'the address it came from' : 'whoever gave you the file'}.`
            ) : (
              <>
                Yes; later versions are taken only with the same key,{' '}
                <bdi class="key">{signedBy}</bdi>
              </>
            )}
          </Detail>
        )}
        {installedAt !== undefined && (
          <Detail label="Installed">{ago(installedAt, Date.now())}</Detail>
        )}
        {previousVersion && (
          <Detail label="Version before">
            <bdi>{previousVersion.version}</bdi>, {size(previousVersion.bytes)}{' '}
            <Confirm
              label="Give it up"
              of={`version ${previousVersion.version} of ${pack.title}`}
              question={
                <>
                  Give up version <bdi>{previousVersion.version}</bdi>?{' '}
                  {size(previousVersion.bytes)} come free, and there is no way back to it.
                </>
              }
              yes="Give it up"
              no="Keep it"
              onConfirm={() =>
                action.run(
                  () => backend.dropPrevious(pack.id),
                  () => onChanged(`${pack.title}: only the present version is kept.`),
                )
              }
            />
          </Detail>
        )}
        {update && (
          <Detail label="Updates from">
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

const EVERY = (['never', 'day', 'week', 'month'] as const).map((value) => ({
  value,
  label: EVERY_WORDS[value],
}));

function Updates({
  backend,
  pack: { id, title },
  action,
  onChanged,
  update,
}: PackDetailsProps & { update: PackUpdate }) {
  // Of its own: looking for a version takes long, and a choice made meanwhile must count.
  const schedule = useAction();
  const isNewest = update.available === undefined && update.problem === undefined;
  return (
    <div class="updates">
      <ChoiceField
        label="Look for a newer version"
        value={update.every}
        options={EVERY}
        onChange={(every) =>
          schedule.run(
            () => backend.setUpdate(id, { every }),
            () => onChanged(`${title}: ${EVERY_WORDS[every].toLowerCase()}.`),
          )
        }
        hint={
          update.checkedAt === undefined
            ? 'Never looked so far.'
            : `Looked ${ago(update.checkedAt, Date.now())}${isNewest ? ': nothing newer' : ''}.`
        }
      />
      <button
        type="button"
        class="press"
        aria-disabled={action.busy}
        aria-label={`Look now: ${title}`}
        onClick={() =>
          action.run(
            () => backend.checkNow(id),
            () => onChanged(`${title}: looked for a newer version.`),
          )
        }
      >
        Look now
      </button>
      {schedule.problem !== undefined && (
        <Problem
          what="That was not changed."
          kept="The pack is looked after as before. Choose again in a moment."
          reason={schedule.problem}
        />
      )}
    </div>
  );
}
