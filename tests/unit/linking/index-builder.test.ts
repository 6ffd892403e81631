import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../facts/dates.ts';
import { buildNameIndex, NameIndexBuilder } from '../../../linking/build-index.ts';
import { type Counts, HEADER, STRING_ID, sectionsOf } from '../../../linking/index-layout.ts';
import type { IndexedFact, IndexSource } from '../../../linking/index-source.ts';
import { NameTable } from '../../../linking/name-table.ts';
import { NumberList } from '../../../linking/number-list.ts';
import { qNumber, StringTable } from '../../../linking/string-table.ts';
import { generatedPack } from './generated-pack.ts';
import { entity, found, indexOf } from './helpers.ts';

/** Many numbers, on a machine that may be busy. */
const SLOW = { timeout: 60_000 };

type SectionsOfFacts = Record<'owners' | 'tieStart' | 'ties' | 'terms' | 'entities', number[]> & {
  strings: string[];
};

/** The sections that ids and facts make, as an index has them. */
function sectionsIn(bytes: ArrayBuffer): SectionsOfFacts {
  const header = new Uint32Array(bytes, 0, 16);
  const counts = Object.fromEntries(
    Object.entries(HEADER).map(([name, at]) => [name, header[at] ?? 0]),
  ) as Counts;
  const at = sectionsOf(counts);
  const words = (from: number, count: number) => [...new Uint32Array(bytes, from, count)];
  const starts = words(at.stringStart, counts.stringTable + 1);
  const text = new Uint8Array(bytes, at.strings, counts.strings);
  return {
    entities: words(at.entities, counts.entities),
    owners: words(at.owners, counts.owners),
    tieStart: words(at.tieStart, counts.owners + 1),
    ties: words(at.ties, counts.ties),
    terms: [...new Int32Array(bytes, at.terms, counts.terms * 3)],
    strings: starts
      .slice(0, -1)
      .map((from, place) => new TextDecoder().decode(text.subarray(from, starts[place + 1]))),
  };
}

/** The same, slow and plain: whole records in maps and sets. */
function plainSections({ pack, entities, facts, predicates }: Required<IndexSource>) {
  const languages: string[] = [];
  const ids: string[] = [];
  const codeOf = (id: string): number => {
    const number = qNumber(id);
    if (number !== undefined) return number;
    if (!ids.includes(id)) ids.push(id);
    return STRING_ID + 256 + ids.indexOf(id);
  };
  const codes: number[] = [];
  for (const { id, names } of entities) {
    codes.push(codeOf(id));
    for (const { lang } of names) if (lang && !languages.includes(lang)) languages.push(lang);
  }
  const roles = new Set(['P39', ...[...predicates].filter(isRole).map(({ id }) => id)]);
  const ties = new Map<number, Set<number>>();
  const terms: [owner: number, from: number, to: number][] = [];
  for (const { subject, predicate, object, place, start, end, at } of facts) {
    const owner = codeOf(subject);
    for (const other of [object, place]) {
      if (other === undefined || other === subject) continue;
      ties.set(owner, (ties.get(owner) ?? new Set()).add(codeOf(other)));
      ties.set(codeOf(other), (ties.get(codeOf(other)) ?? new Set()).add(owner));
    }
    if (!roles.has(predicate) || (start ?? end ?? at) === undefined) continue;
    const first = parseDate(start ?? at ?? '')?.earliest ?? -0x8000_0000;
    terms.push([owner, first, parseDate(end ?? at ?? '')?.latest ?? 0x7fff_ffff]);
  }
  const owners = [...ties.keys()].sort((a, b) => a - b);
  const others = owners.map((owner) => [...(ties.get(owner) ?? [])].sort((a, b) => a - b));
  terms.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const short = [pack, ...languages];
  return {
    entities: codes,
    owners,
    tieStart: [0, ...others.map((_, at) => others.slice(0, at + 1).flat().length)],
    ties: others.flat(),
    terms: terms.flatMap(([owner, from, to]) => [owner | 0, from, to]),
    strings: [...short, ...Array(256 - short.length).fill(''), ...ids],
  };
}

function isRole({ topic }: { topic?: string | undefined }): boolean {
  return topic === 'role';
}

describe('the bytes of an index', SLOW, () => {
  it('stay what they are: indexes that readers have stored are used beside new ones', () => {
    const bytes = buildNameIndex(generatedPack(2_000, 6_000));
    expect(bytes.byteLength).toBe(261_336);
    expect(createHash('sha256').update(new Uint8Array(bytes)).digest('hex')).toBe(
      '0bfa9a236d0e290e21c39013978dde65efbed7f2123d80b8d70e579e2983af57',
    );
  });

  it('hold what plain maps and sets of the same facts hold', () => {
    const pack = generatedPack(150, 900);
    expect(sectionsIn(buildNameIndex(pack))).toEqual(plainSections(pack));
  });

  it('hold it for any facts', () => {
    const id = fc.constantFrom('Q7', 'Q999999999', 'Q1', 'Q0', 'a:b', 'ü:ß', '__proto__', '😀');
    const date = fc.constantFrom('2020', '1999-05-06', '0044?', 'damaged');
    const fact = fc.record<IndexedFact, 'subject' | 'predicate'>(
      {
        subject: id,
        predicate: fc.constantFrom('P39', 'P17', 'made:chaired', '__proto__'),
        object: id,
        place: id,
        start: date,
        end: date,
        at: date,
      },
      { requiredKeys: ['subject', 'predicate'] },
    );
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 40 }), (facts) => {
        const predicates = [{ id: 'made:chaired', topic: 'role' as const }];
        const pack = { pack: 'made', entities: [entity('a:b', 'A B')], facts, predicates };
        expect(sectionsIn(buildNameIndex(pack))).toEqual(plainSections(pack));
      }),
    );
  });

  it('hold a hundred thousand facts of one entity', () => {
    const facts = Array.from({ length: 100_000 }, (_, at) => ({
      subject: 'Q1',
      predicate: 'P39',
      object: `Q${100_001 - at}`,
      start: String(1_000 + ((at * 7) % 1_000)),
    }));
    const { owners, tieStart, ties, terms } = sectionsIn(
      buildNameIndex({ pack: 'made', entities: [], facts }),
    );
    const upFrom2 = Array.from({ length: 100_000 }, (_, at) => at + 2);
    expect(owners.length).toBe(100_001);
    expect(tieStart.slice(0, 3)).toEqual([0, 100_000, 100_001]);
    // Compared by a word: telling apart two such lists would take a failing test minutes.
    expect(ties.join() === [...upFrom2, ...upFrom2.map(() => 1)].join()).toBe(true);
    const days = terms.filter((_, at) => at % 3 === 1);
    expect(days.length).toBe(100_000);
    expect(days.every((day, at) => at === 0 || day >= (days[at - 1] ?? day))).toBe(true);
  });
});

describe('a builder', () => {
  const { pack, predicates, entities, facts } = generatedPack(60, 200);

  function builderWithAll(): NameIndexBuilder {
    const builder = new NameIndexBuilder(pack);
    for (const predicate of predicates) builder.addPredicate(predicate);
    for (const one of entities) builder.addEntity(one);
    for (const fact of facts) builder.addFact(fact);
    return builder;
  }

  it('fed record by record gives what the whole pack gives', () => {
    const whole = buildNameIndex({ pack, predicates, entities, facts });
    expect(Buffer.from(builderWithAll().finish()).equals(Buffer.from(whole))).toBe(true);
  });

  it('takes facts before their entities, and ties the same ones', () => {
    const builder = new NameIndexBuilder(pack);
    for (const predicate of predicates) builder.addPredicate(predicate);
    for (const fact of facts) builder.addFact(fact);
    for (const one of entities) builder.addEntity(one);
    const idsOf = ({ strings, owners, tieStart, ties }: SectionsOfFacts) => {
      const idOf = (code: number) =>
        code < STRING_ID ? `Q${code}` : (strings[code - STRING_ID] ?? '');
      return owners
        .flatMap((owner, at) =>
          ties.slice(tieStart[at], tieStart[at + 1]).map((tie) => `${idOf(owner)} ${idOf(tie)}`),
        )
        .sort();
    };
    const tied = idsOf(sectionsIn(builder.finish()));
    expect(tied.length).toBeGreaterThan(100);
    expect(tied).toEqual(idsOf(plainSections({ pack, predicates, entities, facts })));
  });

  it('keeps nothing of a record that changes after it was added', () => {
    const names = [{ text: 'Elon Musk', lang: 'en', when: ['on Elon Musk'] }];
    const fact = { subject: 'made:a', predicate: 'P39', object: 'made:b', start: '2020' };
    const builder = new NameIndexBuilder('made');
    builder.addEntity({ id: 'made:a', kind: 'person', names });
    builder.addFact(fact);
    const before = buildNameIndex({
      pack: 'made',
      entities: [{ id: 'made:a', kind: 'person', names: structuredClone(names) }],
      facts: [{ ...fact }],
    });
    names.splice(0, 1, { text: 'Nobody', lang: 'fr', when: [] });
    Object.assign(fact, { object: 'made:c', start: '1066' });
    expect(Buffer.from(builder.finish()).equals(Buffer.from(before))).toBe(true);
  });

  it('tells names of an entity apart by what folding makes equal, where that matters', () => {
    const acronyms = ['ÇHP', 'CHP'].map((text) => ({ text, use: 'acronym' as const }));
    expect(indexOf([entity('Q1', ...acronyms)]).candidateCount).toBe(2);
    expect(indexOf([entity('Q1', 'Erdoğan', 'Erdogan')]).candidateCount).toBe(1);
    expect(indexOf([entity('Q1', 'May Day', 'may day')]).candidateCount).toBe(2);
  });

  it('notes a first word that is small in one name and not in another', () => {
    for (const names of [
      ['May Day', 'may fly'],
      ['may fly', 'May Day'],
    ]) {
      expect(found(names, 'On May Day a may fly flew.')).toEqual(['May Day', 'may fly']);
    }
  });

  it('is used up when it has finished', () => {
    const builder = builderWithAll();
    builder.finish();
    expect(() => builder.addEntity(entity('Q1', 'A B'))).toThrow('finished');
    expect(() => builder.addFact({ subject: 'Q1', predicate: 'P39' })).toThrow('finished');
    expect(() => builder.finish()).toThrow('finished');
  });
});

describe('a list of numbers', SLOW, () => {
  // Around the end of its first array, of its first chunk, and of later ones.
  it.each([0, 1, 255, 256, 257, 32_767, 32_768, 32_769, 98_304, 100_001])('has %d', (count) => {
    const list = new NumberList();
    const numbers = Array.from({ length: count }, (_, at) => Math.imul(at, 0x9e3779b1) >>> 0);
    for (const number of numbers) list.push(number);
    expect(list.length).toBe(count);
    expect(numbers.every((number, at) => list.at(at) === number)).toBe(true);
    expect(list.view().join() === numbers.join()).toBe(true);
    const halves = new Uint16Array(count);
    list.copyTo(halves);
    expect(halves.join() === Uint16Array.from(numbers).join()).toBe(true);
    for (let at = 0; at < count; at++) list.set(at, at);
    expect(list.view().every((number, at) => number === at)).toBe(true);
    expect(list.at(count)).toBe(0);
  });
});

describe('a table of names', SLOW, () => {
  it('numbers 64-bit hashes in the order of arrival, however alike they are', () => {
    // Few values for either half: many share a part of the table, a slot, a key or a check.
    const half = fc.oneof(
      fc.constantFrom(0, 1, 0x100, -1, 0x8000_0000, 0x8000_0001, 0xffff_ff00),
      fc.nat(3).map((number) => number << 8),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(half, half), { maxLength: 300 }), (hashes) => {
        const table = new NameTable();
        const known: string[] = [];
        for (const [key, check] of hashes) {
          const name = `${key >>> 0} ${check >>> 0}`;
          if (!known.includes(name)) known.push(name);
          expect(table.numberOf(key, check)).toBe(known.indexOf(name));
        }
        expect(table.size).toBe(known.length);
        known.forEach((name, number) => {
          expect(`${table.keyOf(number)} ${table.checkOf(number)}`).toBe(name);
        });
      }),
    );
  });

  it('finds each again when it has grown', () => {
    const table = new NameTable();
    const key = (at: number) => Math.imul(at, 0x9e3779b1);
    for (let at = 0; at < 50_000; at++) table.numberOf(key(at), at);
    const wrong = Array.from({ length: 50_000 }, (_, at) => at).filter(
      (at) => table.numberOf(key(at), at) !== at,
    );
    expect(wrong.length).toBe(0);
    expect(table.size).toBe(50_000);
  });
});

describe('a table of strings', SLOW, () => {
  it('writes every id once, of any length and script', () => {
    const ids = [
      'made:a',
      'قطر',
      '😀'.repeat(40_000),
      '\ud800 alone',
      '',
      ...Array.from({ length: 9_000 }, (_, at) => `made:${'ü'.repeat(at % 30)}${at}`),
    ];
    const table = new StringTable('pack');
    const codes = ids.map((id) => table.idCode(id));
    expect(ids.map((id) => table.idCode(id))).toEqual(codes);
    expect(codes).toEqual(ids.map((_, at) => STRING_ID + 256 + at));
    expect(table.count).toBe(256 + ids.length);
    const starts = new Uint32Array(table.count + 1);
    const bytes = new Uint8Array(table.byteLength);
    table.writeTo(starts, bytes);
    const written = Buffer.from(bytes).toString();
    const expected = ['pack', ...ids].map((text) => Buffer.from(text));
    expect(written).toBe(Buffer.concat(expected).toString());
    expect(starts.at(-1)).toBe(bytes.length);
    ids.forEach((id, at) => {
      const part = bytes.subarray(starts[256 + at], starts[256 + at + 1]);
      if (!Buffer.from(id).equals(part)) expect.fail(`id ${at} is ${Buffer.from(part)}`);
    });
  });

  it('tells ids apart by more than 32 bits', () => {
    const table = new StringTable('pack');
    const codes = new Set(Array.from({ length: 300_000 }, (_, at) => table.idCode(`made:${at}`)));
    expect(codes.size).toBe(300_000);
  });
});
