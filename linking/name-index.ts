import type { Entity, Name } from '../facts/pack-format.ts';
import type { Kind } from '../facts/vocabulary.ts';
import type { Mention } from './mention.ts';
import { tokenise } from './tokens.ts';

/**
 * What a sequence of words may stand for. `name`: the name itself. `when`: a
 * phrase in which the name is this entity. `unless`: a phrase in which it is not.
 */
export interface Candidate {
  readonly role: 'name' | 'when' | 'unless';
  /** Folded words, and the words as written. */
  readonly keys: readonly string[];
  readonly exact: readonly string[];
  /** Where the name stands in the phrase, in tokens, half-open. */
  readonly from: number;
  readonly to: number;
  readonly entity: string;
  readonly kind: Kind;
  readonly prominence: number;
  readonly pack: string;
  readonly alias: string;
  readonly use: Mention['use'];
  readonly needsContext: boolean;
  /** The words must be written exactly so: an acronym. */
  readonly caseSensitive: boolean;
}

/** Candidates by their first folded word. */
export interface NameIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly Candidate[]>;
}

/** The entities of one pack, as far as names need them. */
export interface NamedEntities {
  readonly pack: string;
  readonly entities: readonly Pick<Entity, 'id' | 'kind' | 'names' | 'prominence'>[];
}

/** Builds the index that `matchNames` reads; packs later in the list come after the earlier ones. */
export function buildNameIndex(packs: readonly NamedEntities[]): NameIndex {
  const byFirstWord = new Map<string, Candidate[]>();
  for (const { pack, entities } of packs) {
    for (const entity of entities) {
      for (const candidate of candidatesOf(entity, pack)) {
        const [first] = candidate.keys;
        if (first === undefined) continue;
        const known = byFirstWord.get(first);
        if (known) known.push(candidate);
        else byFirstWord.set(first, [candidate]);
      }
    }
  }
  return { byFirstWord };
}

function candidatesOf(entity: NamedEntities['entities'][number], pack: string): Candidate[] {
  const about = {
    entity: entity.id,
    kind: entity.kind,
    prominence: entity.prominence ?? 0,
    pack,
  };
  const candidates: Candidate[] = [];
  const listed = new Set<string>();
  for (const name of entity.names) {
    const words = tokenise(name.text);
    const keys = words.map((word) => word.key);
    const written = words.map((word) => word.exact);
    if (keys.length === 0) continue;
    listed.add(keys.join(' '));
    const named = {
      ...about,
      alias: name.text,
      use: name.use ?? ('full' as const),
      needsContext: name.needs === 'context',
      caseSensitive: isAcronym(name, written),
    };
    if (!isOnlyInPhrases(name)) {
      candidates.push({ ...named, role: 'name', keys, exact: written, from: 0, to: keys.length });
    }
    for (const [role, phrases] of [
      ['when', name.when ?? []],
      ['unless', name.unless ?? []],
    ] as const) {
      for (const phrase of phrases) {
        const phraseWords = tokenise(phrase);
        const phraseKeys = phraseWords.map((word) => word.key);
        const from = indexOfRun(phraseKeys, keys);
        if (from < 0) continue;
        candidates.push({
          ...named,
          role,
          keys: phraseKeys,
          exact: phraseWords.map((word) => word.exact),
          from,
          to: from + keys.length,
        });
      }
    }
  }
  if (entity.kind === 'person') {
    for (const name of entity.names) {
      const surname = derivedSurname(name);
      if (!surname || listed.has(surname.key)) continue;
      listed.add(surname.key);
      candidates.push({
        ...about,
        role: 'name',
        keys: [surname.key],
        exact: [surname.exact],
        from: 0,
        to: 1,
        alias: name.text,
        use: 'derived',
        needsContext: true,
        caseSensitive: false,
      });
    }
  }
  return candidates;
}

/** The last word of a person's full name, where that is how news shortens it. */
function derivedSurname(name: Name): { key: string; exact: string } | undefined {
  if (name.use !== undefined) return undefined;
  const words = tokenise(name.text);
  const last = words.at(-1);
  // East Asian names put the family name first, and one character of it says nothing.
  if (words.length < 2 || !last || last.key.length < 3) return undefined;
  return { key: last.key, exact: last.exact };
}

/**
 * Ordinary words ("meeting", "supreme leader") are this entity in the phrases
 * listed and nowhere else, however clear it is that the page speaks of it too.
 */
function isOnlyInPhrases({ text, needs, when = [] }: Name): boolean {
  const [initial = ''] = text;
  return needs === 'context' && when.length > 0 && initial !== initial.toUpperCase();
}

function isAcronym(name: Name, written: readonly string[]): boolean {
  const [only = ''] = written;
  const looksLikeOne = written.length === 1 && only.length > 1 && only === only.toUpperCase();
  return name.use === 'acronym' || (looksLikeOne && only !== only.toLowerCase());
}

/** Where `run` stands in `words`, or -1. */
export function indexOfRun(words: readonly string[], run: readonly string[]): number {
  for (let at = 0; at + run.length <= words.length; at++) {
    if (run.every((word, offset) => words[at + offset] === word)) return at;
  }
  return -1;
}
