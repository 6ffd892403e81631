import type { ShownFact } from '../facts/card.ts';
import { TOPICS, type Topic } from '../facts/vocabulary.ts';
import { withDisagreeing } from './disagreeing.ts';
import { FactList, type FactListProps } from './fact-list.tsx';

const TOPIC_WORDS: Record<Topic, string> = {
  role: 'Roles',
  life: 'Life',
  membership: 'Memberships',
  agreement: 'Agreements',
  event: 'Events',
  relation: 'Relations',
  holding: 'Holdings',
  location: 'Places',
  other: 'More',
};

export interface FactGroupsProps extends Omit<FactListProps, 'markOnPage'> {
  /** `page`: what connects it to the page first. `topic`: one group a topic. */
  by: 'page' | 'topic';
}

/** Facts under headings, each group in the order the facts came in. */
export function FactGroups({ facts, by, ...rest }: FactGroupsProps) {
  return (
    <>
      {(by === 'page' ? groupByPage(facts) : groupByTopic(facts)).map((group) => (
        <section key={group.title} class="facts">
          <h3>{group.title}</h3>
          <ul>
            <FactList facts={group.facts} markOnPage={by === 'topic'} {...rest} />
          </ul>
        </section>
      ))}
    </>
  );
}

interface FactGroup {
  readonly title: string;
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
  return [
    { title: 'Connected with this page', facts: connected },
    {
      title: connected.length > 0 ? 'More background' : 'Background',
      facts: together.filter((some) => !isConnected(some)).flat(),
    },
  ].filter((group) => group.facts.length > 0);
}

/** One group a topic, in the topics' fixed order; empty groups fall away. */
export function groupByTopic(facts: readonly ShownFact[]): FactGroup[] {
  const together = withDisagreeing(facts);
  return TOPICS.map((topic) => ({
    title: TOPIC_WORDS[topic],
    facts: together.filter(([first]) => first?.topic === topic).flat(),
  })).filter((group) => group.facts.length > 0);
}
