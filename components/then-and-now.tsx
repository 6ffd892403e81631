import { useId } from 'preact/hooks';
import type { Card, ShownSource } from '../facts/card.ts';
import type { Key } from '../words/words.ts';
import { afterArticle } from './after-article.ts';
import { withDisagreeing } from './disagreeing.ts';
import { FactList, type FactListProps } from './fact-list.tsx';
import { FoldButton } from './fold-button.tsx';
import { Phrase } from './phrase.tsx';
import { RoleList } from './role-list.tsx';
import type { OpenEntity } from './text-parts.tsx';
import { useFold } from './use-fold.ts';
import { useWords } from './use-words.ts';

const FIRST_CHANGES = 3;

/** What the state is, above it; a person's roles need no word. */
const TITLES = {
  roles: undefined,
  holders: 'card.state.holders',
  parties: 'card.state.parties',
  people: 'card.state.people',
} as const satisfies Record<Card['stateOf'], Key | undefined>;

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
  const words = useWords();
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
      {title && <h3 id={id}>{words(title)}</h3>}
      <dl class="roles" aria-labelledby={title && id}>
        {hasThen && (
          <div>
            {hasChanged ? (
              <Label of="card.then" date={articleDate} />
            ) : (
              <Label of={articleDate === undefined ? 'card.now' : 'card.thenNow'} />
            )}
            <RoleList roles={rolesThen} {...shared} />
          </div>
        )}
        {since.length > 0 && (
          <div class="since">
            {hasChanged ? (
              <Label of="card.sinceThen" />
            ) : (
              <Label of="card.since" date={articleDate} />
            )}
            <Since facts={since} sources={sources} onOpenEntity={onOpenEntity} />
          </div>
        )}
        {rolesNow && hasState && (
          <div>
            <Label of="card.now" />
            <RoleList roles={rolesNow} {...shared} />
          </div>
        )}
      </dl>
    </>
  );
}

function Label({ of, date }: { of: Key; date?: string | undefined }) {
  return (
    <dt>
      <Phrase of={of} values={[<bdi class="whole">{date}</bdi>]} />{' '}
    </dt>
  );
}

/** The changes since the article's day, the first few of them before the reader asks for more. */
function Since({ facts, ...rest }: FactListProps) {
  const words = useWords();
  const fold = useFold(withDisagreeing(afterArticle(facts)), FIRST_CHANGES);
  return (
    <dd>
      <ul>
        <FactList facts={fold.shown.flat()} brief {...rest} />
      </ul>
      {fold.rest > 0 && (
        <FoldButton
          label={words.count('card.more', fold.rest)}
          open={fold.open}
          onToggle={fold.toggle}
        />
      )}
    </dd>
  );
}
