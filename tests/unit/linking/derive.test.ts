import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../facts/vocabulary.ts';
import { derivedNames } from '../../../linking/derive.ts';

type Row = readonly [name: string, short: readonly string[]];

const PERSONS: Record<string, readonly Row[]> = {
  'given names and surname': [
    [
      'Amir Saeid Iravani',
      ['Iravani', 'Saeid Iravani', 'Amir Iravani', 'A. S. Iravani', 'A.S. Iravani', 'A. Iravani'],
    ],
    ['John Kerry', ['Kerry', 'J. Kerry']],
    [
      'Donald J. Trump',
      ['Trump', 'J. Trump', 'Donald Trump', 'D. J. Trump', 'D.J. Trump', 'D. Trump'],
    ],
    ['Émile 𝐙𝐨𝐥𝐚', ['𝐙𝐨𝐥𝐚', 'É. 𝐙𝐨𝐥𝐚']],
    ['John\n  Kerry', ['Kerry', 'John Kerry', 'J. Kerry']],
  ],
  'particles belong to the surname': [
    ['Ursula von der Leyen', ['von der Leyen', 'U. von der Leyen']],
    ['Mohammed bin Salman', ['bin Salman', 'M. bin Salman']],
    ['Luiz da Silva', ['da Silva', 'L. da Silva']],
    ['Bashar al-Assad', ['al-Assad', 'Assad', 'B. al-Assad']],
    [
      'Abdel Fattah El-Sisi',
      [
        'El-Sisi',
        'Sisi',
        'Fattah El-Sisi',
        'Abdel El-Sisi',
        'A. F. El-Sisi',
        'A.F. El-Sisi',
        'A. El-Sisi',
      ],
    ],
  ],
  'the generation is not part of a short name': [
    ['Robert Kennedy Jr.', ['Kennedy', 'Robert Kennedy', 'R. Kennedy']],
    ['John Roe III', ['Roe', 'John Roe', 'J. Roe']],
  ],
  'what is too short says nothing': [
    ['Xi Li', []],
    ['Kim Jong Un', ['Jong Un', 'Kim Un']],
    ['Lý Ân', []],
  ],
  'one word has no short form': [
    ['Pelé', []],
    ['习近平', []],
    ['윤석열', []],
    ['Madonna Jr.', []],
    ['', []],
    ['… –', []],
  ],
  'other scripts': [
    ['Масуд Пезешкиан', ['Пезешкиан', 'М. Пезешкиан']],
    ['مسعود پزشکیان', ['پزشکیان', 'م. پزشکیان']],
    ['埃隆·马斯克', ['马斯克', '埃隆 马斯克', '埃. 马斯克']],
    ['イーロン・マスク', ['マスク', 'イーロン マスク', 'イ. マスク']],
    ['בנימין נתניהו', ['נתניהו', 'ב. נתניהו']],
  ],
};

const OTHERS: readonly (readonly [kind: Kind, ...Row])[] = [
  ['organisation', 'Paxar Corp', ['Paxar']],
  ['organisation', 'Paxar Corp.', ['Paxar']],
  ['organisation', 'Tesla, Inc.', ['Tesla']],
  ['organisation', 'Deutsche Bank AG', ['Deutsche Bank']],
  ['organisation', 'Smith & Co. Ltd', ['Smith']],
  ['organisation', 'Chicago Mercantile Exchange', ['CME']],
  ['organisation', 'Department of Government Efficiency', ['DGE']],
  ['organisation', 'United Nations', []],
  ['organisation', 'Красный Крест', []],
  ['organisation', 'Организация Объединённых Наций', ['ООН']],
  ['organisation', 'Inc', []],
  ['organisation', 'Reuters', []],
  ['place', 'New York City', []],
  ['agreement', 'Joint Comprehensive Plan of Action', []],
];

describe.each(Object.entries(PERSONS))('short names of persons: %s', (_, rows) => {
  it.each(rows)('%s', (name, short) => {
    const derived = derivedNames(name, 'person');
    expect(new Set(derived.map(({ text }) => text))).toEqual(new Set(short));
    expect(derived).toHaveLength(short.length);
    expect(derived.every(({ use }) => use === 'derived')).toBe(true);
  });
});

describe('short names of others', () => {
  it.each(OTHERS)('%s: %s', (kind, name, short) => {
    expect(derivedNames(name, kind).map(({ text }) => text)).toEqual(short);
  });
});
