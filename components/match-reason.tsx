import type { Explanation } from '../facts/card.ts';

export interface MatchReasonProps {
  explanation: Explanation;
}

/** Why the text was taken for this entity, and who else it may name. */
export function MatchReason({ explanation: { sentences, rivals } }: MatchReasonProps) {
  return (
    <p dir="ltr">
      {sentences.join(' ')}
      {rivals.map(({ name, share }, index) => (
        <span key={index}>
          {index > 0 ? ', or ' : ' It could also be '}
          <bdi>{name}</bdi> ({Math.round(share * 100)}&nbsp;%)
        </span>
      ))}
      {rivals.length > 0 && '.'}
    </p>
  );
}
