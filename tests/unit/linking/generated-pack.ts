import type { IndexedFact, IndexSource, NamedEntity } from '../../../linking/index-source.ts';
import { SeededRandom } from '../../bench/seeded-random.ts';

const GIVEN = 'Ana Omar Jürgen Владимир محمد 金 João Дмитрий O’Neil Łukasz'.split(' ');
const FAMILY = 'Bauer al-Sadr Зеленский خامنه‌ای 正恩 Nuñez Порошенко Kim Musk d’Arc'.split(' ');
const BODIES = ['Bank of', 'The Treaty of', 'Ministry of', 'NATO', 'Amazon.com', 'X'];
const LANGUAGES = ['en', 'uk', 'fa', 'zh-Hant', ''];
const KINDS = ['person', 'organisation', 'place', 'agreement'] as const;
const PREDICATES = ['P39', 'P17', 'made:chaired', 'P26'];
const DATES = ['1999', '2004-05', '2020-02-29', '2015?', 'damaged', '', ''];

/**
 * A made-up pack, the same in every run: names of several scripts that many share,
 * phrases, acronyms, namesakes, ids of both sorts, facts that repeat and contradict.
 */
export function generatedPack(
  entityCount: number,
  factCount: number,
): Required<IndexSource> & { entities: NamedEntity[]; facts: IndexedFact[] } {
  const random = new SeededRandom(11);
  const idOf = (at: number) => (at % 3 === 0 ? `Q${at + 1}` : `made:über-${at}`);
  const entities = Array.from({ length: entityCount }, (_, at): NamedEntity => {
    const full = `${random.pick(GIVEN)} ${random.pick(FAMILY)}-${at % 97}`;
    const body = `${random.pick(BODIES)} ${random.pick(FAMILY)} Inc`;
    const short = random.pick(FAMILY);
    const lang = random.pick(LANGUAGES);
    return {
      id: idOf(at),
      kind: random.pick(KINDS),
      prominence: random.below(20) / 20,
      names: [
        { text: full, ...(lang !== '' && { lang }) },
        { text: full, lang: 'en' },
        { text: body, lang: 'en' },
        { text: body.toUpperCase(), use: 'acronym' },
        {
          text: short,
          use: 'short',
          needs: 'context',
          when: [`on ${short}`],
          unless: [`${short}x`],
        },
      ],
    };
  });
  const facts = Array.from({ length: factCount }, (): IndexedFact => {
    const [place, start, end] = [random.below(9), random.pick(DATES), random.pick(DATES)];
    return {
      subject: idOf(random.below(entityCount)),
      predicate: random.pick(PREDICATES),
      ...(random.chance(0.8) && { object: idOf(random.below(entityCount + 50)) }),
      ...(place > 6 && { place: idOf(place) }),
      ...(start !== '' && { start }),
      ...(end !== '' && { end }),
    };
  });
  const predicates = [{ id: 'made:chaired', topic: 'role' as const }];
  return { pack: 'made', predicates, entities, facts };
}
