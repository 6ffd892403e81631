import type { Card, ShownRole, ShownSource } from '../facts/card.ts';
import { Disagreement, PackName } from './disagreement.tsx';
import { Disclosure } from './disclosure.tsx';
import { FoldButton } from './fold-button.tsx';
import { NotPublic } from './not-public.tsx';
import { Phrase } from './phrase.tsx';
import { SourceList } from './source-list.tsx';
import { type OpenEntity, sentenceDirection, TextParts } from './text-parts.tsx';
import { useFold } from './use-fold.ts';
import { useWords } from './use-words.ts';

/** How many of a state are shown at first; parties are a few words each, in one paragraph. */
const FIRST = { roles: 3, holders: 3, parties: 12, people: 3 };

export interface RoleListProps {
  roles: readonly ShownRole[];
  stateOf: Card['stateOf'];
  /** The card's sources by id. */
  sources: ReadonlyMap<string, ShownSource>;
  onOpenEntity?: OpenEntity | undefined;
}

/** A state on one day: the roles of a person, the holders of an office, the parties of an agreement. */
export function RoleList({ roles, stateOf, sources, onOpenEntity }: RoleListProps) {
  const words = useWords();
  const fold = useFold(runs(roles), FIRST[stateOf]);
  const [first] = roles;
  if (!first) return <dd class="aside">{words(`card.none.${stateOf}`)}</dd>;
  const button = fold.rest > 0 && (
    <FoldButton
      label={words.count('card.more', fold.rest)}
      open={fold.open}
      onToggle={fold.toggle}
    />
  );
  const shared = { sources, onOpenEntity };
  if (stateOf === 'parties' && roles.every((role) => isSameTime(role, first))) {
    return (
      <dd>
        {fold.shown.flat().map(({ parts }, index) => (
          <span key={index}>
            {index > 0 && ' · '}
            <TextParts parts={parts} onOpenEntity={onOpenEntity} />
          </span>
        ))}{' '}
        <RoleTime
          role={{ ...first, sources: roles.flatMap((role) => role.sources ?? []) }}
          sources={sources}
        />
        {button}
      </dd>
    );
  }
  return (
    <>
      {fold.shown.map((run, index) => {
        const [role, ...others] = run;
        if (!role) return null;
        return (
          <dd key={index} dir={sentenceDirection(role.parts)}>
            {others.length === 0 ? (
              <Role role={role} {...shared} />
            ) : (
              <Disagreement>
                {run.map((each, at) => (
                  <li key={at} class="fact">
                    <Role role={each} {...shared} />
                  </li>
                ))}
              </Disagreement>
            )}
          </dd>
        );
      })}
      {button && <dd>{button}</dd>}
    </>
  );
}

/** One role after another; those that packs date or fill differently together. */
function runs(roles: readonly ShownRole[]): ShownRole[][] {
  const all: ShownRole[][] = [];
  for (const role of roles) {
    const last = all.at(-1);
    if (role.pack !== undefined && last?.[0]?.pack !== undefined) last.push(role);
    else all.push([role]);
  }
  return all;
}

/** Whether the words for one time are the words for the other, and there is nothing else to say. */
function isSameTime(one: ShownRole, other: ShownRole): boolean {
  return (
    one.date === other.date &&
    one.asOf === other.asOf &&
    (one.attribution ?? one.notKnownUntil ?? one.pack) === undefined
  );
}

type RoleProps = Pick<RoleListProps, 'sources' | 'onOpenEntity'> & { role: ShownRole };

function Role({ role, sources, onOpenEntity }: RoleProps) {
  return (
    <>
      <PackName title={role.pack} />
      <TextParts parts={role.parts} onOpenEntity={onOpenEntity} />{' '}
      <RoleTime role={role} sources={sources} />
      {role.attribution !== undefined && (
        <p class="note">
          <bdi>{role.attribution}</bdi>
        </p>
      )}
      <NotPublic until={role.notKnownUntil} />
    </>
  );
}

/** When a role was held and how far its sources reach; a press on it opens them. */
function RoleTime({
  role: { date, asOf, sources: ids },
  sources,
}: Omit<RoleProps, 'onOpenEntity'>) {
  const words = useWords();
  const shown = [...new Set(ids)].flatMap((id) => sources.get(id) ?? []);
  const time = (date !== undefined || asOf !== undefined) && (
    <>
      {date !== undefined && <bdi class="whole">{date}</bdi>}
      {asOf !== undefined && (
        <>
          {' '}
          <span class="whole">
            <Phrase of="card.asOf" values={[<bdi>{asOf}</bdi>]} />
          </span>
        </>
      )}
    </>
  );
  if (shown.length === 0) return <span class="aside">{time}</span>;
  const count = words.count('card.sources', shown.length);
  return (
    <Disclosure
      label={
        time ? (
          <>
            {time}
            <span class="unseen">{words('card.andSources', count)}</span>
          </>
        ) : (
          count
        )
      }
    >
      {() => <SourceList sources={shown} />}
    </Disclosure>
  );
}
