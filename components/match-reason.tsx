import type { Explanation } from '../facts/card.ts';
import { Phrase } from './phrase.tsx';
import { useWords } from './use-words.ts';

export interface MatchReasonProps {
  explanation: Explanation;
}

/** Why the text was taken for this entity, and who else it may name. */
export function MatchReason({ explanation: { sentences, rivals } }: MatchReasonProps) {
  const words = useWords();
  const percent = new Intl.NumberFormat(words.tag, { style: 'percent' });
  const alternatives = new Intl.ListFormat(words.tag, { type: 'disjunction' })
    .formatToParts(rivals.map((_, index) => String(index)))
    .map(({ type, value }, index) => {
      const rival = type === 'element' ? rivals[Number(value)] : undefined;
      if (!rival) return value;
      const values = [<bdi>{rival.name}</bdi>, percent.format(rival.share)];
      return <Phrase key={index} of="card.rival" values={values} />;
    });
  return (
    <p>
      {sentences.join(' ')}
      {rivals.length > 0 && (
        <>
          {' '}
          <Phrase of="card.rivals" values={[alternatives]} />
        </>
      )}
    </p>
  );
}
