import { describe, expect, it } from 'vitest';
import type { GoldSet } from '../../eval/gold-sets.ts';
import { knowledgeBase } from '../../eval/knowledge-base.ts';

const HUMAN = 'Q215627';
const PLACE = 'Q27096213';

/** "[surface|id|label]" marks a mention. */
function set(name: GoldSet['name'], marked: string, types = 'OTHER'): GoldSet {
  const mentions: GoldSet['records'][number]['mentions'][number][] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/u)) {
    const [, surface, entity, label] = part.match(/^\[(.*)\|(.*)\|(.*)\]$/u) ?? [];
    if (surface === undefined || entity === undefined || label === undefined) {
      text += part;
      continue;
    }
    mentions.push({
      start: text.length,
      end: text.length + surface.length,
      entity,
      name: label,
      types,
    });
    text += surface;
  }
  const evaluated = { start: 0, end: text.length };
  return { name, recallOnly: false, records: [{ id: 0, text, evaluated, mentions, ignored: [] }] };
}

const namesOf = (id: string, sets: readonly GoldSet[], evaluated = 'kore50') =>
  knowledgeBase(sets, evaluated).find((entity) => entity.id === id)?.names;
const textsOf = (...of: Parameters<typeof namesOf>) => namesOf(...of)?.map(({ text }) => text);

describe('what an evaluated set gives away', () => {
  const sets = [
    set('kore50', '[Steve|Q1|Steve Jobs] and [Steve|Q1|Steve Jobs] at [Apple|Q2|Apple]'),
    set('spotlight', '[Jobs|Q1|Steve Jobs]'),
  ];

  it('are its entities and their labels, and no surface form', () => {
    expect(knowledgeBase(sets, 'kore50').map(({ id }) => id)).toEqual(['Q1', 'Q2']);
    expect(textsOf('Q1', sets, 'kore50')).toEqual(['Steve Jobs', 'Jobs']);
    expect(textsOf('Q1', sets, 'spotlight')).toEqual(['Steve Jobs', 'Steve']);
  });

  it('is not how often it mentions somebody', () => {
    const prominence = (evaluated: string) =>
      knowledgeBase(sets, evaluated).map((entity) => entity.prominence);
    expect(prominence('kore50')).toEqual([0, 0]);
    expect(prominence('spotlight')).toEqual([1, 0]);
  });
});

it('takes an entity for more prominent that is mentioned more often, on a log scale', () => {
  const times = (count: number, id: string) => `[${id}|${id}|${id}] `.repeat(count);
  const sets = [set('spotlight', times(1, 'Q1') + times(2, 'Q2') + times(8, 'Q3'))];
  const [one, two, most] = knowledgeBase(sets, 'kore50').map((entity) => entity.prominence);
  expect([one, most]).toEqual([0, 1]);
  expect(two).toBeCloseTo(1 / 3);
});

it('lists entities in the order of their ids', () => {
  const sets = [set('spotlight', '[b|Q10|b] [a|Q9|a] [c|Q100|c]')];
  expect(knowledgeBase(sets, 'kore50').map(({ id }) => id)).toEqual(['Q9', 'Q10', 'Q100']);
});

it('makes the label the full name, without what tells it from others', () => {
  expect(namesOf('Q1', [set('kore50', '[x|Q1|Constitution  Day (United States)]')])).toEqual([
    { text: 'Constitution Day' },
  ]);
});

describe('a surface form', () => {
  it('loses the signs around it, and keeps the dot of an abbreviation', () => {
    const sets = [
      set('spotlight', '[*Boston*|Q1|Boston MA] [#Denver|Q2|Denver CO] [Fla.|Q3|Florida]'),
    ];
    expect(textsOf('Q1', sets)).toContain('Boston');
    expect(textsOf('Q2', sets)).toContain('Denver');
    expect(textsOf('Q3', sets)).toContain('Fla.');
  });

  it.each([
    ['cuts a word', '[Japan|Q1|State of Japan]ese'],
    ['is a pronoun', '[He|Q1|Barack Obama]'],
    ['describes', '[The ministry|Q1|Ministry of Finance]'],
    ['is written small and the label is not', '[miami heat|Q1|Miami Heat]'],
    ['is nothing but signs', '[%%|Q1|percent]'],
  ])('that %s is no name', (_, marked) => {
    expect(textsOf('Q1', [set('spotlight', marked)])).toHaveLength(1);
  });

  it('that is written small is a name of what is', () => {
    expect(textsOf('Q1', [set('spotlight', '[the walls|Q1|wall]')])).toContain('the walls');
  });

  it('tells the country from the pronoun', () => {
    const sets = [set('spotlight', '[US|Q30|United States of America]')];
    expect(textsOf('Q30', sets)).toContain('US');
  });

  it('that is part of the label is short, and of a person needs context', () => {
    const sets = (types: string) => [set('spotlight', '[Kennedy|Q1|John F. Kennedy]', types)];
    expect(namesOf('Q1', sets(HUMAN))?.[1]).toEqual({
      text: 'Kennedy',
      use: 'short',
      needs: 'context',
    });
    expect(namesOf('Q1', sets(PLACE))?.[1]).toEqual({ text: 'Kennedy', use: 'short' });
  });

  it('that is other words for a person needs none', () => {
    const sets = [set('spotlight', '[Lula|Q1|Luiz Inácio]', HUMAN)];
    expect(namesOf('Q1', sets)?.[1]).toEqual({ text: 'Lula' });
  });

  it.each(['FBI', 'U.S.', 'N.J'])('in capitals is an acronym: %s', (text) => {
    expect(namesOf('Q1', [set('spotlight', `[${text}|Q1|Something]`)])?.[1]).toEqual({
      text,
      use: 'acronym',
    });
  });

  it("that is somebody else's label needs context", () => {
    const sets = [set('spotlight', '[Boston|Q1|Red Sox] [Boston|Q1|Red Sox] [Boston|Q2|Boston]')];
    expect(namesOf('Q1', sets)?.[1]).toEqual({ text: 'Boston', needs: 'context' });
    expect(namesOf('Q2', sets)).toEqual([{ text: 'Boston' }]);
  });

  it('that two share needs context, unless one is mentioned far more often', () => {
    const one = '[Big Blue|Q1|IBM]';
    const other = '[Big Blue|Q2|Giants]';
    const needs = (id: string, marked: string) =>
      namesOf(id, [set('spotlight', marked)])?.[1]?.needs;
    expect(needs('Q1', `${one} ${other}`)).toBe('context');
    expect(needs('Q1', `${one} ${one} ${other}`)).toBeUndefined();
    expect(needs('Q2', `${one} ${one} ${other}`)).toBe('context');
  });

  it('or a label that is a word needs context', () => {
    expect(namesOf('Q1', [set('spotlight', '[walls|Q1|wall] [Wall|Q1|wall]')])).toEqual([
      { text: 'wall', needs: 'context' },
      { text: 'Wall' },
      { text: 'walls', needs: 'context' },
    ]);
    expect(namesOf('Q1', [set('spotlight', 'x [O|Q1|O]')])?.[0]?.needs).toBe('context');
    expect(namesOf('Q1', [set('spotlight', '[x|Q1|primary school]')])?.[0]?.needs).toBeUndefined();
    expect(namesOf('Q1', [set('spotlight', '[x|Q1|iPod]')])?.[0]?.needs).toBeUndefined();
  });
});
