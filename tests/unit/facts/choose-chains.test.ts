import { describe, expect, test } from 'vitest';
import { chooseChains, type FactsBetween } from '../../../facts/choose-chains.ts';
import { resolveConnection } from '../../../facts/connect.ts';
import type { Fact } from '../../../facts/pack-format.ts';
import { findPaths, type Ties } from '../../../facts/paths.ts';
import { qualify } from '../../../facts/qualified.ts';
import { day, materialIn, packOf, viewOn, words } from './made-packs.ts';

const people = (...ids: string[]) =>
  ids.map((id) => ({ id, kind: 'person', names: [{ text: `Person ${id}`, lang: 'en' }] }));

/** What is found and chosen between two of a pack's entities. */
function connect(
  facts: readonly object[],
  from: string,
  to: string,
  { until, ids = [] }: { until?: string; ids?: readonly string[] } = {},
) {
  const pack = packOf('a', facts, { entities: people(...ids) });
  const all = pack.facts.map((fact) => qualify(fact, 'a'));
  const material = materialIn([pack], from);
  const between: FactsBetween = (one, other) =>
    all.filter(({ subject, object }) =>
      [`${one} ${other}`, `${other} ${one}`].includes(`${subject} ${object}`),
    );
  const { chains, isCut } = findPaths(tiesOf(all), from, to);
  const chosen = chooseChains(chains, between, material, until === undefined ? until : day(until));
  return resolveConnection([from, to], chosen, material, viewOn(undefined), isCut);
}

function tiesOf(facts: readonly Fact[]): Ties {
  const beside = (id: string) => [
    ...new Set(
      facts.flatMap(({ subject, object }) =>
        object === undefined ? [] : subject === id ? [object] : object === id ? [subject] : [],
      ),
    ),
  ];
  return {
    degree: (id) => beside(id).length,
    neighbours: (id, most) => beside(id).slice(0, most),
  };
}

const through = ({ chains }: ReturnType<typeof connect>) =>
  chains.map(({ steps }) =>
    steps
      .slice(1)
      .map(({ from }) => from)
      .join(' '),
  );

const met = (subject: string, object: string, more: object = {}) => ({
  subject,
  predicate: 'small:met',
  object,
  ...more,
});
const citizen = (subject: string, object: string) => ({ subject, predicate: 'P27', object });

describe('chains that are shown', () => {
  test('tell: two meetings come before one country, which is the shorter way and comes too', () => {
    const facts = [
      citizen('Q1', 'Q4'),
      citizen('Q2', 'Q4'),
      ...Array.from({ length: 12 }, (_, at) => citizen(`P${at}`, 'Q4')),
      met('Q1', 'M1'),
      met('M1', 'M2'),
      met('M2', 'Q2'),
    ];
    const ids = ['M1', 'M2', ...Array.from({ length: 12 }, (_, at) => `P${at}`)];
    const shown = connect(facts, 'Q1', 'Q2', { ids });
    expect(through(shown)).toEqual(['M1 M2', 'Q4']);
  });

  test('have each step in order, in a sentence that names both ends, with its sources', () => {
    const { chains, sources, graph } = connect(
      [met('M1', 'Q1', { at: '2024-05-01' }), met('M1', 'Q2')],
      'Q1',
      'Q2',
      { ids: ['M1'] },
    );
    const [chain] = chains;
    expect(chain?.steps.map(({ from, to }) => [from, to])).toEqual([
      ['Q1', 'M1'],
      ['M1', 'Q2'],
    ]);
    expect(chain?.steps.map(({ facts: [one] }) => words(one?.parts ?? []))).toEqual([
      'Person M1 met Rufus Firefly',
      'Person M1 met Trentino',
    ]);
    expect(chain?.steps[0]?.facts[0]?.date).toBe('1 May 2024');
    expect(sources.map(({ id }) => id)).toEqual(['a/s1']);
    expect(graph.nodes.map(({ id }) => id)).toEqual(['Q1', 'Q2', 'M1']);
    expect(graph.edges.map(({ from, to, label }) => [from, to, label.text])).toEqual([
      ['M1', 'Q1', 'met'],
      ['M1', 'Q2', 'met'],
    ]);
  });

  test('keep the status of claims', () => {
    const stances = [{ by: 'Q4', stance: 'denies', at: '2024-06-01' }];
    const { chains } = connect([met('Q1', 'Q2', { stances })], 'Q1', 'Q2');
    expect(chains[0]?.steps[0]?.facts[0]?.status).toBe('denied');
  });

  test('leave out what began after the day', () => {
    const facts = [met('Q1', 'Q2', { at: '2024-05-02' }), met('Q1', 'M1'), met('M1', 'Q2')];
    const on = (until: string) => through(connect(facts, 'Q1', 'Q2', { until, ids: ['M1'] }));
    expect(on('2024-05-01')).toEqual(['M1']);
    expect(on('2024-05-02')).toEqual(['', 'M1']);
  });

  test('tell the most telling facts of a step first, and count the rest', () => {
    const facts = [
      { subject: 'Q1', predicate: 'a:strength', object: 'Q2' },
      met('Q1', 'Q2', { at: '2020' }),
      met('Q2', 'Q1', { at: '2022' }),
      met('Q1', 'Q2', { at: '2021' }),
    ];
    const [chain] = connect(facts, 'Q1', 'Q2').chains;
    expect(chain?.steps[0]?.facts.map(({ date }) => date)).toEqual(['2022', '2021', '2020']);
    expect(chain?.steps[0]?.more).toBe(1);
  });

  test('are at most eight, and differ before they repeat', () => {
    const ways = Array.from({ length: 12 }, (_, at) => `W${at}`);
    const facts = [
      // Through M1 to each W, and on: all go through M1, and only one through M2.
      met('Q1', 'M1'),
      ...ways.flatMap((way) => [met('M1', way), met(way, 'Q2')]),
      met('Q1', 'M2'),
      met('M2', 'M3'),
      met('M3', 'M4'),
      met('M4', 'Q2'),
    ];
    const shown = through(connect(facts, 'Q1', 'Q2', { ids: ['M1', 'M2', 'M3', 'M4', ...ways] }));
    expect(shown).toHaveLength(8);
    expect(shown.indexOf('M2 M3 M4')).toBeGreaterThanOrEqual(0);
    expect(shown.indexOf('M2 M3 M4')).toBeLessThan(4);
  });

  test('have a shortest one among them, however dull', () => {
    const ways = Array.from({ length: 9 }, (_, at) => [`V${at}`, `W${at}`] as const);
    const crowd = Array.from({ length: 300 }, (_, at) => `P${at}`);
    const shown = connect(
      [
        ...ways.flatMap(([one, other]) => [met('Q1', one), met(one, other), met(other, 'Q2')]),
        ...['Q1', 'Q2', ...crowd].map((id) => citizen(id, 'Q4')),
      ],
      'Q1',
      'Q2',
      { ids: [...ways.flat(), ...crowd] },
    );
    expect(shown.chains.map(({ steps }) => steps.length)).toEqual([3, 3, 3, 3, 3, 3, 3, 2]);
  });

  test('are none where a pack does not know what they go through', () => {
    const facts = [met('Q1', 'M1'), met('M1', 'Q2')].map((fact, at) =>
      qualify({ id: `f${at}`, sources: ['s1'], ...fact }, 'a'),
    );
    const pack = packOf('a', []);
    const material = materialIn([pack], 'Q1');
    const chosen = chooseChains([{ nodes: ['Q1', 'M1', 'Q2'], cost: 1 }], () => facts, material);
    expect(chosen).toHaveLength(1);
    const shown = resolveConnection(['Q1', 'Q2'], chosen, material, viewOn(undefined), false);
    expect(shown.chains).toEqual([]);
    expect(shown.from?.name.text).toBe('Rufus Firefly');
  });
});
