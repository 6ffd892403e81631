import { describe, expect, it } from 'vitest';
import type { CardMaterial } from '../../../facts/card-material.ts';
import { checkPack } from '../../../facts/check-pack.ts';
import { resolveContext } from '../../../facts/connections.ts';
import type { Fact } from '../../../facts/pack-format.ts';
import { packMaterials } from '../../../facts/pack-material.ts';
import { readPack } from '../../../facts/read-pack.ts';
import { resolveCard, resolveRow } from '../../../facts/resolve-card.ts';
import { day, viewOn, words } from './made-packs.ts';
import { packLines } from './small-pack.ts';

const { pack } = checkPack(readPack(packLines()));
if (!pack) throw new Error('the small pack is broken');
const materialOf = packMaterials([pack]);

function material(id: string): CardMaterial {
  const found = materialOf(id);
  if (!found) throw new Error(id);
  return found;
}

const DAY_OF_TAKEOVER = day('2024-12-01');

describe('resolveCard', () => {
  it('says what held on the article’s day and what holds today', () => {
    const card = resolveCard(material('Q1'), viewOn('2024-11-15'));
    expect(card.articleDate).toBe('15 Nov 2024');
    expect(card.rolesThen.map(({ parts, date }) => [words(parts), date])).toEqual([
      ['President of Freedonia', '20 Jan 2020 – 30 Nov 2024'],
    ]);
    expect(card.rolesNow).toEqual([]);
  });

  it('does not repeat what is the same then and now', () => {
    const card = resolveCard(material('Q2'), viewOn('2024-12-01', { today: DAY_OF_TAKEOVER }));
    expect(words(card.rolesThen[0]?.parts ?? [])).toBe('President of Freedonia');
    expect(card.rolesNow).toBeUndefined();
    expect(resolveCard(material('Q1'), viewOn('2026-11-23')).rolesNow).toBeUndefined();
  });

  it('says once what held then and still holds', () => {
    const still = { ...material('Q1').facts[0], id: 'f9', object: 'Q4', end: '..' } as Fact;
    const facts = [...material('Q1').facts, still];
    const card = resolveCard({ ...material('Q1'), facts }, viewOn('2024-11-15'));
    expect(card.rolesThen.map(({ parts }) => words(parts))).toEqual(['President of Freedonia']);
    expect(card.rolesNow?.map(({ parts }) => words(parts))).toEqual(['Freedonia']);
  });

  it('shows a role without a known end as of its source’s day once that is past', () => {
    const card = resolveCard(material('Q2'), viewOn('2024-12-01', { today: day('2025-06-01') }));
    expect(card.rolesThen).toMatchObject([{ date: 'since 1 Dec 2024', asOf: '1 Dec 2024' }]);
    expect(card.rolesNow).toBeUndefined();
  });

  it('says that somebody has died', () => {
    const card = resolveCard(material('Q2'), viewOn('2024-12-01'));
    expect(card.rolesNow).toEqual([
      { parts: [{ text: 'Died', lang: 'en' }], date: '28 Feb 2026', sources: ['small/s2'] },
    ]);
  });

  it('lists who held an office', () => {
    const card = resolveCard(material('Q3'), viewOn('2024-11-15'));
    expect(card.rolesThen.map(({ parts }) => words(parts))).toEqual(['Rufus Firefly']);
  });

  it('shows claims as claims, in the order of time', () => {
    const card = resolveCard(material('Q1'), viewOn('2024-11-15'));
    const met = card.facts.find(({ id }) => id === 'small/f3');
    expect(met).toMatchObject({ date: '11 Nov 2024', status: 'denied', sources: ['small/s1'] });
    expect(words(met?.parts ?? [])).toBe('Met Trentino, Freedonia');
    expect(met?.claims.map(({ by, stance, date }) => [by.text, stance, date])).toEqual([
      ['Rufus Firefly', 'reports', '14 Nov 2024'],
      ['Trentino', 'denies', '16 Nov 2024'],
    ]);
    expect(card.sources.map(({ id }) => id)).toEqual(['small/s1', 'small/s2']);
  });

  it('words a fact from the side of whose card it is', () => {
    const card = resolveCard(material('Q2'), viewOn(undefined));
    expect(words(card.facts.find(({ id }) => id === 'small/f3')?.parts ?? [])).toBe(
      'Met by Rufus Firefly, Freedonia',
    );
  });

  it('puts what touches the page first', () => {
    const card = resolveCard(
      material('Q1'),
      viewOn(undefined, { page: new Set(['Q2']), limit: 1 }),
    );
    expect(card.facts.map(({ id, onPage }) => [id, onPage])).toEqual([['small/f3', true]]);
    expect(card.factCount).toBe(3);
  });

  it('falls back to another language, and to a label without templates', () => {
    const card = resolveCard(material('Q1'), viewOn(undefined, { languages: ['fa', 'en'] }));
    expect(card.name).toEqual({ text: 'روفوس فایرفلای', lang: 'fa' });
    expect(card.summary?.lang).toBe('en');
    const born = card.facts.find(({ id }) => id === 'small/f4');
    expect(born?.date).toBe('۲ اکتبر ۱۸۹۰');
    expect(words(born?.parts ?? [])).toBe('Born');
  });

  it('leaves out what would name a bare id, on both sides', () => {
    const unnamed = new Map([...material('Q1').entities].filter(([id]) => id !== 'Q2'));
    const whole = resolveCard(material('Q1'), viewOn(undefined));
    const card = resolveCard({ ...material('Q1'), entities: unnamed }, viewOn(undefined));
    expect(whole.facts.map(({ id }) => id)).toContain('small/f3');
    expect(card.facts.map(({ id }) => id)).not.toContain('small/f3');
    expect(card.factCount).toBe(whole.factCount - 1);
    const entity = { id: 'Q8', kind: 'office' as const, names: [{ text: 'Post', lang: 'en' }] };
    const facts: Fact[] = [
      { id: 'f9', subject: 'Q9', predicate: 'P39', object: 'Q8', sources: ['s1'] },
    ];
    const office = { ...material('Q1'), entity, facts, entities: new Map([['Q8', entity]]) };
    expect(resolveCard(office, viewOn(undefined))).toMatchObject({
      facts: [],
      rolesThen: [],
      factCount: 0,
    });
  });

  it('makes a card of nothing but a name', () => {
    const entity = { id: 'Q7', kind: 'other' as const, names: [{ text: 'A name', lang: 'en' }] };
    const card = resolveCard(
      {
        entity,
        facts: [],
        entities: new Map(),
        predicates: new Map(),
        sources: new Map(),
        headers: new Map(),
        packs: [],
      },
      viewOn(undefined),
    );
    expect(card).toMatchObject({
      name: { text: 'A name' },
      facts: [],
      rolesThen: [],
      factCount: 0,
    });
  });
});

describe('resolveRow', () => {
  it('shows a person’s role today, else the summary', () => {
    expect(resolveRow(material('Q1'), viewOn(undefined)).line?.text).toMatch(
      /^Leader of Freedonia/,
    );
    expect(
      resolveRow(material('Q2'), viewOn(undefined, { today: DAY_OF_TAKEOVER })).line?.text,
    ).toBe('President of Freedonia');
  });
});

describe('resolveContext', () => {
  it('connects the entities of a page by facts that name both, in the order of time', () => {
    const rows = ['Q1', 'Q2', 'Q3'].map((id) => resolveRow(material(id), viewOn(undefined)));
    const context = resolveContext(
      rows,
      ['Q1', 'Q2', 'Q3'].flatMap((id) => [...material(id).facts]),
      material('Q1'),
      viewOn('2024-11-15'),
    );
    expect(context.facts.map(({ date, parts }) => [date, words(parts)])).toEqual([
      ['20 Jan 2020 – 30 Nov 2024', 'Rufus Firefly as President of Freedonia'],
      ['11 Nov 2024', 'Rufus Firefly met Trentino, Freedonia'],
      ['since 1 Dec 2024', 'Trentino as President of Freedonia'],
    ]);
    expect(context.nearest).toEqual(['small/f3', 'small/f2', 'small/f1']);
    expect(context.sources.map(({ id }) => id)).toEqual(['small/s1', 'small/s2']);
  });
});
