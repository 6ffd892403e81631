import { useId } from 'preact/hooks';
import type { ShownFact } from '../facts/card.ts';
import { withDisagreeing } from './disagreeing.ts';
import { FactLine, type FactLineProps } from './fact-line.tsx';

export interface FactListProps extends Omit<FactLineProps, 'fact'> {
  facts: readonly ShownFact[];
}

/** Facts in the order given; those about which packs disagree stand in one group. */
export function FactList({ facts, ...rest }: FactListProps) {
  return (
    <ul>
      {withDisagreeing(facts).map((together) => {
        const [fact, ...others] = together;
        if (!fact) return null;
        return others.length > 0 ? (
          <Disagreement key={fact.id} facts={together} {...rest} />
        ) : (
          <FactLine key={fact.id} fact={fact} {...rest} />
        );
      })}
    </ul>
  );
}

/** What packs say differently: side by side, none before the others. */
function Disagreement({ facts, ...rest }: FactListProps) {
  const id = useId();
  return (
    <li class="fact">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div role="group" class="disagree" aria-labelledby={id}>
        <p id={id}>Packs disagree</p>
        <ul>
          {facts.map((fact) => (
            <FactLine key={fact.id} fact={fact} {...rest} />
          ))}
        </ul>
      </div>
    </li>
  );
}
