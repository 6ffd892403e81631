import { ExternalLink } from '../../components/external-link.tsx';
import { ChoiceField } from '../../components/fields.tsx';
import { ago, size } from '../../components/quantities.ts';
import type { InstalledPack, PackKeeper, PackUpdate } from './backend.ts';
import type { Action } from './use-action.ts';
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
        <Detail label="Signed">
          {signedBy === undefined ? (
            'No: nobody vouches for it but the address it came from.'
          ) : (
            <>
              Yes; later versions are taken only with the same key,{' '}
              <bdi class="key">{signedBy}</bdi>
            </>
          )}
        </Detail>
        {installedAt !== undefined && (
          <Detail label="Installed">{ago(installedAt, Date.now())}</Detail>
        )}
        {previousVersion && (
          <Detail label="Version before">
            <bdi>{previousVersion.version}</bdi>, {size(previousVersion.bytes)}{' '}
            <button
              type="button"
              class="quiet"
              onClick={() =>
                action.run(
                  () => backend.dropPrevious(pack.id),
                  () => onChanged(`${pack.title}: only the present version is kept.`),
                )
              }
            >
              Give it up
            </button>
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
  return (
    <div class="updates">
      <ChoiceField
        label="Look for a newer version"
        value={update.every}
        options={EVERY}
        onChange={(every) =>
          action.run(
            () => backend.setUpdate(id, { every }),
            () => onChanged(`${title}: ${EVERY_WORDS[every].toLowerCase()}.`),
          )
        }
        hint={
          update.checkedAt === undefined
            ? 'Never looked so far.'
            : `Looked ${ago(update.checkedAt, Date.now())}.`
        }
      />
      <button
        type="button"
        class="press"
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
    </div>
  );
}
