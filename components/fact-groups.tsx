import type { ShownFact } from '../facts/card.ts';
import { TOPICS } from '../facts/vocabulary.ts';
import type { Key } from '../words/words.ts';
import { withDisagreeing } from './disagreeing.ts';
import { FactList, type FactListProps } from './fact-list.tsx';
import { useWords } from './use-words.ts';

export interface FactGroupsProps extends Omit<FactListProps, 'markOnPage'> {
  /** `page`: what connects it to the page first. `topic`: one group a topic. */
  by: 'page' | 'topic';
}

/** Facts under headings, each group in the order the facts came in. */
export function FactGroups({ facts, by, ...rest }: FactGroupsProps) {
  const words = useWords();
  return (
    <>
      {(by === 'page' ? groupByPage(facts) : groupByTopic(facts)).map((group) => (
        <section key={group.title} class="facts">
          <h3>{words(group.title)}</h3>
          <ul>
            <FactList facts={group.facts} markOnPage={by === 'topic'} {...rest} />
          </ul>
        </section>
      ))}
    </>
  );
}

interface FactGroup {
  /** Its heading. */
  readonly title: Key;
  readonly facts: readonly ShownFact[];
}

/**
 * What touches the page's other entities, then the rest; empty groups fall away. Facts that
 * disagree are not parted: one holder of an office may be on the page, and the other not.
 */
export function groupByPage(facts: readonly ShownFact[]): FactGroup[] {
  const together = withDisagreeing(facts);
  const isConnected = (some: readonly ShownFact[]) => some.some(({ onPage }) => onPage);
  const connected = together.filter(isConnected).flat();
  const groups: FactGroup[] = [
    { title: 'card.connected', facts: connected },
    {
      title: connected.length > 0 ? 'card.moreBackground' : 'card.background',
      facts: together.filter((some) => !isConnected(some)).flat(),
    },
  ];
  return groups.filter((group) => group.facts.length > 0);
}

/** One group a topic, in the topics' fixed order; empty groups fall away. */
export function groupByTopic(facts: readonly ShownFact[]): FactGroup[] {
  const together = withDisagreeing(facts);
  return TOPICS.map(
    (topic): FactGroup => ({
      title: `card.topic.${topic}`,
      facts: together.filter(([first]) => first?.topic === topic).flat(),
    }),
  ).filter((group) => group.facts.length > 0);
}
