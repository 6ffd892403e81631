import type { Kind } from '../../facts/vocabulary.ts';

const HUMAN = 'Q215627';
const ORGANISATION = 'Q43229';
const PLACE = 'Q27096213';
const PRODUCT = 'Q2424752';
const BRAND = 'Q431289';
const WORK = 'Q17537576';
const EVENT = 'Q1656682';
const POSITION = 'Q4164871';
const OCCUPATION = 'Q12737077';
const AWARD = 'Q618779';
const POPULATION = 'Q33829';

interface Rule {
  readonly kind: Kind;
  readonly all: readonly string[];
  readonly none?: readonly string[];
}

/**
 * The first rule that fits. The sets join all classes an entity falls under, which
 * are the same for each of its labels, so there is no majority to take: the order
 * goes from the class that says most to the one that says least.
 */
const RULES: readonly Rule[] = [
  { kind: 'group', all: [POPULATION] },
  // Countries are "positions" too (the United Kingdom, Spain): they stay places.
  { kind: 'office', all: [POSITION], none: [PLACE] },
  { kind: 'office', all: [OCCUPATION], none: [PLACE] },
  // Netflix, Amazon and CBS News are organisation, product and place: businesses.
  { kind: 'place', all: [PLACE], none: [PRODUCT] },
  { kind: 'place', all: [PLACE, POSITION] },
  // Before persons: bands, parties and firms with a person's name are both.
  { kind: 'organisation', all: [ORGANISATION] },
  { kind: 'person', all: [HUMAN] },
  // Awards are events, works and products by turns, and no kind of the format.
  { kind: 'other', all: [AWARD] },
  { kind: 'event', all: [EVENT] },
  // A chocolate bar that is a "work" is its brand.
  { kind: 'work', all: [WORK], none: [BRAND] },
  { kind: 'product', all: [PRODUCT] },
  { kind: 'product', all: [BRAND] },
];

/**
 * The kind of an entity in the pack format. `agreement` never comes out: no class
 * of the sets is one. What has no rule (sports, genres, colours, diseases) is `other`.
 *
 * @param types - Wikidata classes as the gold sets write them, joined by "|"
 */
export function kindOf(types: string): Kind {
  const classes = new Set(types.split('|'));
  const rule = RULES.find(
    ({ all, none = [] }) =>
      all.every((one) => classes.has(one)) && !none.some((one) => classes.has(one)),
  );
  return rule?.kind ?? 'other';
}
