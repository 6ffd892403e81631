import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { packJsonSchema } from '../../../cli/pack-json-schema.ts';
import { checkPack } from '../../../facts/check-pack.ts';
import { readPack } from '../../../facts/read-pack.ts';
import publishedSchema from '../../../packs/pack.schema.json' with { type: 'json' };
import { packLines, SMALL_PACK } from './small-pack.ts';

const check = (lines: string[]) => checkPack(readPack(lines));
const fact = (changes: object) => ({
  fact: {
    id: 'f1',
    subject: 'Q1',
    predicate: 'P39',
    object: 'Q3',
    start: '2020-01-20',
    sources: ['s1'],
    ...changes,
  },
});
const entity = (changes: object) => ({
  entity: { id: 'Q2', kind: 'person', names: [{ text: 'Trentino', lang: 'en' }], ...changes },
});

describe('checkPack', () => {
  it('finds nothing wrong with a sound pack', () => {
    const { pack, problems } = check(packLines());
    expect(problems).toEqual([]);
    expect(pack?.entities).toHaveLength(4);
    expect(pack?.facts).toHaveLength(5);
  });

  it('passes over empty lines and a byte order mark, and keeps counting', () => {
    const [header = '', ...rest] = packLines();
    const { problems } = check([`\uFEFF${header}`, '', ...rest, '{"fact":1}', '']);
    expect(problems.map(({ line }) => line)).toEqual([18]);
  });

  // The index of the replaced line, what replaces it, and the message that names the fault.
  it.each<[number, string | object, RegExp]>([
    [0, { source: { id: 's0' } }, /source\.title/],
    [0, '{"pack":{"format":"backgrounder/2"}}', /format.*is not "backgrounder\/1"/],
    [2, '{"source":', /is not JSON/],
    [2, '[]', /does not say what it is/],
    [2, '{"source":{},"fact":{}}', /does not say what it is/],
    [2, '{"__proto__":{}}', /does not say what it is/],
    [2, { source: { id: 's2', title: 'T', publisher: 'P', url: 'https://a.example' } }, /no date/],
    [2, { source: { id: 's2', title: 'T', publisher: 'P', url: 'javascript:1' } }, /source\.url/],
    [
      1,
      {
        source: {
          id: 's2',
          title: 'T',
          publisher: 'P',
          url: 'https://a.example',
          published: '2024',
        },
      },
      /"s2" stands already on line 2/,
    ],
    [
      5,
      { predicate: { id: 'P569', label: { en: 'born' }, phrase: { en: '{whom}' } } },
      /unknown placeholder \{whom\}/,
    ],
    [8, entity({ kind: 'alien' }), /entity\.kind/],
    [8, entity({ names: [] }), /has no name/],
    [8, entity({ prominence: 2 }), /entity\.prominence/],
    [
      8,
      entity({ names: [{ text: 'Firefly', lang: 'en' }] }),
      /"Firefly" of "Q2" is also a name of "Q1" \(line 8\)/,
    ],
    [8, entity({ names: [{ text: 'A' }, { text: 'A' }] }), /stands twice/],
    [8, entity({ names: [{ text: 'A', when: ['on B'] }] }), /does not contain the name/],
    [11, fact({ subject: 'Q9' }), /subject names the unknown entity "Q9"/],
    [11, fact({ predicate: 'P9' }), /unknown predicate "P9"/],
    [11, fact({ object: 'Q9' }), /object names the unknown entity/],
    [11, fact({ place: 'Q9' }), /place names the unknown entity/],
    [11, fact({ sources: ['s9'] }), /unknown source "s9"/],
    [11, fact({ sources: [] }), /fact\.sources: names no source/],
    [
      11,
      fact({ stances: [{ by: 'Q9', stance: 'denies' }] }),
      /stances\.by names the unknown entity/,
    ],
    [11, fact({ stances: [{ by: 'Q1', stance: 'mumbles' }] }), /fact\.stances\.0\.stance/],
    [11, fact({ start: '20.01.2020' }), /start "20\.01\.2020" is not an EDTF date/],
    [11, fact({ end: '2019' }), /ends \(2019\) before it starts \(2020-01-20\)/],
    [11, fact({ at: '2020' }), /"at" beside/],
    [11, fact({ value: 3 }), /both "object" and "value"/],
    [11, fact({ object: undefined }), /neither "object" nor "value"/],
    [11, fact({ object: undefined, value: { date: 'soon' } }), /value\.date "soon" is not/],
    [11, fact({ id: 'f2' }), /fact "f2" stands already/],
  ])('line %i replaced by %j: %s', (at, replacement, message) => {
    const { problems } = check(packLines({ [at]: replacement }));
    const problem = problems.find((one) => message.test(one.message));
    expect(problem, JSON.stringify(problems)).toBeDefined();
    expect(problem?.mend).not.toBe('');
    // Duplicates are reported where the second one stands.
    expect(problem?.line).toBeGreaterThanOrEqual(at + 1);
  });

  it('takes a shared name when all but one of its bearers need context', () => {
    const needy = { text: 'Firefly', lang: 'en', use: 'short', needs: 'context' };
    const plain = { text: 'Firefly', lang: 'en' };
    const { problems } = check(
      packLines({
        7: { entity: { id: 'Q1', kind: 'person', names: [needy] } },
        8: entity({ names: [needy] }),
      }),
    );
    expect(problems).toEqual([]);
    expect(check(packLines({ 8: entity({ names: [needy] }) })).problems).toEqual([]);
    const third = { entity: { id: 'Q9', kind: 'person', names: [plain] } };
    const lines = packLines({ 7: { entity: { id: 'Q1', kind: 'person', names: [needy] } } });
    const both = check([
      ...lines,
      JSON.stringify(third),
      JSON.stringify({ entity: { ...third.entity, id: 'Q10' } }),
    ]);
    expect(both.problems).toMatchObject([
      { line: 18, message: expect.stringContaining('"Q9" (line 17)') },
    ]);
  });

  it('says that an empty file has no header', () => {
    expect(check([]).problems).toMatchObject([{ line: 1, message: 'no header' }]);
    expect(check([]).pack).toBeUndefined();
  });
});

describe('the published JSON Schema', () => {
  it('is the one that the code makes (npm run pack -- schema)', () => {
    expect(publishedSchema).toEqual(packJsonSchema());
  });

  it('takes a sound pack and refuses broken lines', () => {
    const validate = new Ajv({ strict: false }).compile(publishedSchema);
    for (const line of SMALL_PACK) expect(validate(line), JSON.stringify(line)).toBe(true);
    expect(validate(fact({ sources: [] }))).toBe(false);
    expect(validate(entity({ kind: 'alien' }))).toBe(false);
    expect(validate({ unknown: {} })).toBe(false);
  });
});
