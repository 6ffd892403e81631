import type { ShownFact } from '../facts/card.ts';
import { withDisagreeing } from './disagreeing.ts';
import { Disagreement } from './disagreement.tsx';
import { FactLine, type FactLineProps } from './fact-line.tsx';

export interface FactListProps extends Omit<FactLineProps, 'fact'> {
  facts: readonly ShownFact[];
}

/** Facts in the order given, for a list; those about which packs disagree stand in one group. */
export function FactList({ facts, ...rest }: FactListProps) {
  return (
    <>
      {withDisagreeing(facts).map((together) => {
        const lines = together.map((fact) => <FactLine key={fact.id} fact={fact} {...rest} />);
        if (together.length < 2) return lines;
        return (
          <li key={together[0]?.id} class="fact">
            <Disagreement>{lines}</Disagreement>
          </li>
        );
      })}
    </>
  );
}
