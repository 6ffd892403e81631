import { useId } from 'preact/hooks';
import type { ShownClaim, ShownSource } from '../facts/card.ts';
import type { StanceKind } from '../facts/vocabulary.ts';
import { ExternalLink } from './external-link.tsx';
import { type OpenEntity, Part } from './text-parts.tsx';
import { Words } from './words.tsx';

const STANCE_WORDS: Record<StanceKind, string> = {
  reports: 'reported it',
  says: 'said so',
  confirms: 'confirmed it',
  denies: 'denied it',
  disputes: 'disputed it',
  'declines-to-comment': 'declined to comment',
};

export interface ClaimsProps {
  claims: readonly ShownClaim[];
  /** The card's sources by id. */
  sources: ReadonlyMap<string, ShownSource>;
  onOpenEntity?: OpenEntity | undefined;
}

/** Who said what of a statement, when and where, in the order given; what came after the article apart. */
export function Claims({ claims, ...rest }: ClaimsProps) {
  const id = useId();
  const before = claims.filter(({ later }) => !later);
  const after = claims.filter(({ later }) => later);
  return (
    <>
      {before.length > 0 && <ClaimList claims={before} label="Who says so" {...rest} />}
      {after.length > 0 && (
        <>
          <p class="later" id={id}>
            After this article
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
  return (
    <ol class="claims" aria-label={label} aria-labelledby={labelledBy}>
      {claims.map(({ by, stance, date, source }, index) => {
        const shown = source === undefined ? undefined : sources.get(source);
        return (
          <li key={index}>
            <span class="when">{date}</span>
            <span>
              <Words>
                <Part part={by} onOpenEntity={onOpenEntity} /> {STANCE_WORDS[stance]}
                {shown && (
                  <>
                    {' · '}
                    <ExternalLink url={shown.url}>
                      {/* A paper's own report needs no second mention of the paper. */}
                      <bdi>{shown.publisher === by.text ? 'source' : shown.publisher}</bdi>
                    </ExternalLink>
                  </>
                )}
              </Words>
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
  const when = isNamed && date === factDate ? undefined : date;
  if (isNamed && when === undefined && !later) return null;
  return (
    <span class="said-by">
      <Words>
        {!isNamed && (
          <>
            <Part part={by} onOpenEntity={onOpenEntity} /> {STANCE_WORDS[stance]}
          </>
        )}
        {when !== undefined && (
          <>
            {isNamed ? 'Said ' : ', '}
            <bdi class="whole">{when}</bdi>
          </>
        )}
        {later && <em> after this article</em>}
      </Words>
    </span>
  );
}
