import type { Entity, Fact, Header, Name, Predicate, Source } from '../../facts/pack-format.ts';

export type NewFact = Omit<Fact, 'id'>;

/** Gathers what a pack holds; what is told twice is told once, with the sources of both. */
export class PackLines {
  readonly sources = new Map<string, Source>();
  readonly entities = new Map<string, Entity>();
  readonly #facts = new Map<string, NewFact>();

  source(source: Source): string {
    const before = this.sources.get(source.id);
    if (before && before.url !== source.url)
      throw new RangeError(`The source "${source.id}" is two: ${before.url} and ${source.url}.`);
    if (!before) this.sources.set(source.id, source);
    return source.id;
  }

  /** Adds an entity, or what is new of it to the one that is there: the first words stay. */
  entity(entity: Entity): void {
    const before = this.entities.get(entity.id);
    if (!before) {
      this.entities.set(entity.id, { ...entity, names: withoutRepeats(entity.names) });
      return;
    }
    this.entities.set(entity.id, {
      ...entity,
      ...before,
      names: withoutRepeats([...before.names, ...entity.names]),
      prominence: Math.max(before.prominence ?? 0, entity.prominence ?? 0),
      links: { ...entity.links, ...before.links },
    });
  }

  fact(fact: NewFact): void {
    const { sources, ...told } = fact;
    const key = JSON.stringify(told);
    const before = this.#facts.get(key);
    const all = [...new Set([...(before?.sources ?? []), ...sources])];
    this.#facts.set(key, { ...fact, sources: all });
  }

  /** Facts by subject, with ids that stay as long as the facts before them do. */
  get facts(): Fact[] {
    const counts = new Map<string, number>();
    return [...this.#facts.values()].map((fact) => {
      const count = (counts.get(fact.subject) ?? 0) + 1;
      counts.set(fact.subject, count);
      return { id: `${fact.subject.replace(/^world:/, '')}.${count}`, ...fact };
    });
  }
}

/** The lines of a pack as NDJSON, in the order in which readers need them. */
export function ndjson(
  header: Header,
  { sources, entities, facts }: PackLines,
  predicates: readonly Predicate[],
): string {
  const used = new Set(facts.flatMap((fact) => fact.sources));
  const lines = [
    { pack: header },
    ...[...sources.values()].filter(({ id }) => used.has(id)).map((source) => ({ source })),
    ...predicates.map((predicate) => ({ predicate })),
    ...[...entities.values()].map((entity) => ({ entity })),
    ...facts.map((fact) => ({ fact })),
  ];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

function withoutRepeats(names: readonly Name[]): Name[] {
  const seen = new Set<string>();
  return names.filter(({ text, lang }) => {
    const key = `${lang ?? ''} ${text}`;
    return !seen.has(key) && seen.add(key);
  });
}
