import type { Name } from '../../facts/pack-format.ts';
import type { NameUse } from '../../facts/vocabulary.ts';
import type { GoldSet } from './gold-sets.ts';
import { kindOf } from './kinds.ts';
import type { NamedEntity } from './matcher.ts';
import { collectEvidence, type Evidence } from './surface-forms.ts';

/**
 * The knowledge base on which a set is evaluated, as an importer would make it
 * that knows the labels of everything and has seen the texts of the other sets
 * only: nothing is tuned to the set itself. Both matchers get the same names.
 */
export function knowledgeBase(sets: readonly GoldSet[], evaluated: string): NamedEntity[] {
  const evidence = collectEvidence(sets, evaluated);
  const others = new Bearers(evidence);
  const most = Math.max(...evidence.map(({ mentions }) => mentions), 2);
  return evidence.map((entity) => ({
    id: entity.id,
    kind: kindOf(entity.types),
    names: namesOf(entity, others),
    // A hundred mentions are not ten times as telling as ten. One is as good as none:
    // else nought would say that an entity is in the evaluated set and nowhere else.
    prominence: Math.log(Math.max(entity.mentions, 1)) / Math.log(most),
  }));
}

/**
 * The label is the full name, surface forms are further names. The rules for the
 * flags are those that CONTRIBUTING.md sets for packs, and look at no text.
 */
function namesOf(entity: Evidence, bearers: Bearers): Name[] {
  const { label, types, surfaces } = entity;
  // A label that two entities bear stays plain: it is what both are called, and
  // which of them is meant is the linker's question.
  const names: Name[] = [{ text: label, ...(isOrdinaryWord(label) && CONTEXT) }];
  for (const text of [...surfaces].sort()) {
    if (text === label) continue;
    const use = useOf(text, label);
    const needsContext =
      // "Steve" and "Kennedy" are somebody as soon as the page has said who.
      (use === 'short' && kindOf(types) === 'person') ||
      isOrdinaryWord(text) ||
      bearers.doubt(text, entity);
    names.push({ text, ...(use && { use }), ...(needsContext && CONTEXT) });
  }
  return names;
}

const CONTEXT = { needs: 'context' } as const;

/** How much more often one bearer of a form has to be in the news than all others to have it alone. */
const CLEAR_LEAD = 2;

/** Which entities a form may stand for. */
class Bearers {
  readonly #labelled = new Map<string, Set<string>>();
  readonly #mentions = new Map<string, number>();

  constructor(evidence: readonly Evidence[]) {
    for (const { id, label, surfaces, mentions } of evidence) {
      this.#labelled.set(label, (this.#labelled.get(label) ?? new Set()).add(id));
      for (const text of surfaces) {
        this.#mentions.set(text, (this.#mentions.get(text) ?? 0) + mentions);
      }
    }
  }

  /**
   * Whether a surface form of an entity may well be somebody else's: it is his
   * label, or he is mentioned about as often. "U.S." is the country's, although one
   * text has it for an agency.
   */
  doubt(text: string, { id, mentions }: Evidence): boolean {
    const labelled = this.#labelled.get(text);
    if (labelled && !labelled.has(id)) return true;
    return mentions < ((this.#mentions.get(text) ?? 0) - mentions) * CLEAR_LEAD;
  }
}

/** A word written small ("house", "walls"), or a single letter: it is a word before it is a name. */
function isOrdinaryWord(text: string): boolean {
  return /^\P{Lu}[^\p{Lu}\s]*$/u.test(text) || /^\p{L}$/u.test(text);
}

/** "U.S.", "FDA", "NASDAQ"; dots or none, and no small letters. */
const ACRONYM = /^(?:\p{Lu}\.?){2,6}$/u;

function useOf(surface: string, label: string): NameUse | undefined {
  if (ACRONYM.test(surface)) return 'acronym';
  const words = wordsOf(label);
  const isPart = wordsOf(surface).every((word) => words.includes(word));
  return isPart && wordsOf(surface).length < words.length ? 'short' : undefined;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
