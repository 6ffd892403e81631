import { useId } from 'preact/hooks';
import type { ShownClaim, ShownSource } from '../facts/card.ts';
import type { StanceKind } from '../facts/vocabulary.ts';
import type { Key } from '../words/words.ts';
import { ExternalLink } from './external-link.tsx';
import { Phrase } from './phrase.tsx';
import { type OpenEntity, Part } from './text-parts.tsx';
import { useWords } from './use-words.ts';

const STANCES = {
  reports: 'card.claim.reports',
  says: 'card.claim.says',
  confirms: 'card.claim.confirms',
  denies: 'card.claim.denies',
  disputes: 'card.claim.disputes',
  'declines-to-comment': 'card.claim.declines',
} as const satisfies Record<StanceKind, Key>;

export interface ClaimsProps {
  claims: readonly ShownClaim[];
  /** The card's sources by id. */
  sources: ReadonlyMap<string, ShownSource>;
  onOpenEntity?: OpenEntity | undefined;
}

/** Who said what of a statement, when and where, in the order given; what came after the article apart. */
export function Claims({ claims, ...rest }: ClaimsProps) {
  const id = useId();
  const words = useWords();
  const before = claims.filter(({ later }) => !later);
  const after = claims.filter(({ later }) => later);
  return (
    <>
      {before.length > 0 && <ClaimList claims={before} label={words('card.whoSays')} {...rest} />}
      {after.length > 0 && (
        <>
          <p class="later" id={id}>
            {words('card.afterArticle')}
          </p>
          <ClaimList claims={after} labelledBy={id} {...rest} />
        </>
      )}
    </>
  );
}

function ClaimList({
  claims,
  sources,
  onOpenEntity,
  label,
  labelledBy,
}: ClaimsProps & { label?: string; labelledBy?: string }) {
  const words = useWords();
  return (
    <ol class="claims" aria-label={label} aria-labelledby={labelledBy}>
      {claims.map(({ by, stance, date, source }, index) => {
        const shown = source === undefined ? undefined : sources.get(source);
        return (
          <li key={index}>
            <span class="when">{date}</span>
            <span>
              <Phrase
                of={STANCES[stance]}
                values={[<Part part={by} onOpenEntity={onOpenEntity} />]}
              />
              {shown && (
                <>
                  {' · '}
                  <ExternalLink url={shown.url}>
                    {/* A paper's own report needs no second mention of the paper. */}
                    <bdi>
                      {shown.publisher === by.text ? words('card.claim.source') : shown.publisher}
                    </bdi>
                  </ExternalLink>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

export interface OneClaimProps {
  claim: ShownClaim;
  /** The sentence names who said it: only when is left to say. */
  isNamed: boolean;
  /** The fact's date, which is not said again. */
  factDate: string | undefined;
  onOpenEntity?: OpenEntity | undefined;
}

/** The only claim made about a statement, in a line with its source. */
export function OneClaim({ claim, isNamed, factDate, onOpenEntity }: OneClaimProps) {
  const { by, stance, date, later } = claim;
  const words = useWords();
  const when = isNamed && date === factDate ? undefined : date;
  if (isNamed && when === undefined && !later) return null;
  const day = when !== undefined && <bdi class="whole">{when}</bdi>;
  const who = (
    <Phrase of={STANCES[stance]} values={[<Part part={by} onOpenEntity={onOpenEntity} />]} />
  );
  return (
    <span class="said-by">
      {isNamed ? (
        day && <Phrase of="card.claim.saidOn" values={[day]} />
      ) : day ? (
        <Phrase of="card.claim.dated" values={[who, day]} />
      ) : (
        who
      )}
      {later && <em> {words('card.claim.later')}</em>}
    </span>
  );
}
