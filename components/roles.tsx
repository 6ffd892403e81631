import { useState } from 'preact/hooks';
import type { ShownRole } from '../facts/card.ts';
import { type OpenEntity, sentenceDirection, TextParts } from './text-parts.tsx';
import { Words } from './words.tsx';

const SHOWN_AT_FIRST = 3;

export interface RolesProps {
  articleDate: string | undefined;
  then: readonly ShownRole[];
  /** Absent when they are the same as then. */
  now: readonly ShownRole[] | undefined;
  onOpenEntity: OpenEntity;
}

/** Who this was on the article's day, and who it is now when that has changed. */
export function Roles({ articleDate, then, now, onOpenEntity }: RolesProps) {
  const changed = articleDate !== undefined && now !== undefined;
  if (then.length === 0 && !now?.length) return null;
  const label = changed ? articleDate : articleDate === undefined ? 'Now' : 'Then and now';
  return (
    <dl class="roles">
      <RoleList label={label} roles={then} onOpenEntity={onOpenEntity} />
      {changed && <RoleList label="Now" roles={now} onOpenEntity={onOpenEntity} />}
    </dl>
  );
}

function RoleList({
  label,
  roles,
  onOpenEntity,
}: {
  label: string;
  roles: readonly ShownRole[];
  onOpenEntity: OpenEntity;
}) {
  const [all, setAll] = useState(false);
  const rest = roles.length - SHOWN_AT_FIRST;
  // One more is shown rather than replaced by a button of the same height.
  const shown = all || rest <= 1 ? roles : roles.slice(0, SHOWN_AT_FIRST);
  return (
    <div>
      <dt>
        <bdi>{label}</bdi>
      </dt>
      {roles.length === 0 && <dd class="aside">No role known</dd>}
      {shown.map(({ parts, date, asOf }, index) => (
        <dd key={index} dir={sentenceDirection(parts)}>
          <TextParts parts={parts} onOpenEntity={onOpenEntity} />
          {date !== undefined && (
            <span class="aside">
              {' '}
              <bdi class="whole">{date}</bdi>
            </span>
          )}
          {asOf !== undefined && (
            <span class="aside">
              {' '}
              <Words>(as of {asOf})</Words>
            </span>
          )}
        </dd>
      ))}
      {shown.length < roles.length && (
        <dd>
          <button type="button" class="quiet" onClick={() => setAll(true)}>
            {rest} more
          </button>
        </dd>
      )}
    </div>
  );
}
