import type { ShownFact, ShownSource } from '../facts/card.ts';
import { TOPICS, type Topic } from '../facts/vocabulary.ts';
import { FactLine } from './fact-line.tsx';
import type { OpenEntity } from './text-parts.tsx';

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

export interface FactGroupsProps {
  facts: readonly ShownFact[];
  sources: readonly ShownSource[];
  /** `page`: what connects it to the page first. `topic`: one group a topic. */
  by: 'page' | 'topic';
  onOpenEntity?: OpenEntity | undefined;
}

/** Facts under headings, each group in the order the facts came in. */
export function FactGroups({ facts, sources, by, onOpenEntity }: FactGroupsProps) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return (
    <>
      {(by === 'page' ? groupByPage(facts) : groupByTopic(facts)).map((group) => (
        <section key={group.title} class="facts">
          <h3>{group.title}</h3>
          <ul>
            {group.facts.map((fact) => (
              <FactLine
                key={fact.id}
                fact={fact}
                sources={byId}
                onOpenEntity={onOpenEntity}
                markOnPage={by === 'topic'}
              />
            ))}
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

/** What touches the page's other entities, then the rest; empty groups fall away. */
export function groupByPage(facts: readonly ShownFact[]): FactGroup[] {
  const connected = facts.filter(({ onPage }) => onPage);
  return [
    { title: 'Connected with this page', facts: connected },
    {
      title: connected.length > 0 ? 'More background' : 'Background',
      facts: facts.filter(({ onPage }) => !onPage),
    },
  ].filter((group) => group.facts.length > 0);
}

/** One group a topic, in the topics' fixed order; empty groups fall away. */
export function groupByTopic(facts: readonly ShownFact[]): FactGroup[] {
  return TOPICS.map((topic) => ({
    title: TOPIC_WORDS[topic],
    facts: facts.filter((fact) => fact.topic === topic),
  })).filter((group) => group.facts.length > 0);
}
