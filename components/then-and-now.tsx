import { useId } from 'preact/hooks';
import type { Card, ShownSource } from '../facts/card.ts';
import { afterArticle } from './after-article.ts';
import { withDisagreeing } from './disagreeing.ts';
import { FactList, type FactListProps } from './fact-list.tsx';
import { FoldButton } from './fold-button.tsx';
import { RoleList } from './role-list.tsx';
import type { OpenEntity } from './text-parts.tsx';
import { useFold } from './use-fold.ts';
import { Words } from './words.tsx';

const FIRST_CHANGES = 3;

/** What the state is, above it; a person's roles need no word. */
const TITLES = { roles: undefined, holders: 'Held by', parties: 'Parties', people: 'People' };
export interface ThenAndNowProps {
  card: Card;
  /** The card's sources by id. */
  sources: ReadonlyMap<string, ShownSource>;
  onOpenEntity?: OpenEntity | undefined;
}

/**
 * Who this was on the article's day, what has changed since, and who it is now. Nothing is
 * said twice: what still holds stands under now.
 */
export function ThenAndNow({ card, sources, onOpenEntity }: ThenAndNowProps) {
  const { articleDate, stateOf, rolesThen, rolesNow, since } = card;
  const id = useId();
  const hasThen = rolesThen.length > 0;
  const hasState = hasThen || (rolesNow?.length ?? 0) > 0;
  const hasChanged = hasThen && rolesNow !== undefined;
  if (!hasState && since.length === 0) return null;
  const title = hasState ? TITLES[stateOf] : undefined;
  const shared = { stateOf, sources, onOpenEntity };
  return (
    <>
      {title && <h3 id={id}>{title}</h3>}
      <dl class="roles" aria-labelledby={title && id}>
        {hasThen && (
          <div>
            {hasChanged ? (
              <Label word="Then" date={articleDate} />
            ) : (
              <Label word={articleDate === undefined ? 'Now' : 'Then and now'} />
            )}
            <RoleList roles={rolesThen} {...shared} />
          </div>
        )}
        {since.length > 0 && (
          <div class="since">
            {hasChanged ? <Label word="Since then" /> : <Label word="Since" date={articleDate} />}
            <Since facts={since} sources={sources} onOpenEntity={onOpenEntity} />
          </div>
        )}
        {rolesNow && hasState && (
          <div>
            <Label word="Now" />
            <RoleList roles={rolesNow} {...shared} />
          </div>
        )}
      </dl>
    </>
  );
}

function Label({ word, date }: { word: string; date?: string | undefined }) {
  return (
    <dt>
      <Words>{word}</Words> {date !== undefined && <bdi class="whole">{date}</bdi>}
    </dt>
  );
}

/** The changes since the article's day, the first few of them before the reader asks for more. */
function Since({ facts, ...rest }: FactListProps) {
  const fold = useFold(withDisagreeing(afterArticle(facts)), FIRST_CHANGES);
  return (
    <dd>
      <ul>
        <FactList facts={fold.shown.flat()} brief {...rest} />
      </ul>
      {fold.rest > 0 && (
        <FoldButton label={`${fold.rest} more`} open={fold.open} onToggle={fold.toggle} />
      )}
    </dd>
  );
}
