import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../cli/english.ts';
import {
  attributionOf,
  inOrder,
  type Stance,
  shownClaims,
  statusOf,
} from '../../../facts/claims.ts';
import { wordingOf } from '../../../facts/show-fact.ts';
import type { StanceKind } from '../../../facts/vocabulary.ts';
import { day, materialIn, packOf } from './made-packs.ts';

const entity = (id: string, kind: string, text: string) => ({
  id,
  kind,
  names: [{ text, lang: 'en' }],
});
const wording = wordingOf(
  materialIn(
    [
      packOf('a', [], {
        entities: [
          entity('nyt', 'organisation', 'The New York Times'),
          entity('ap', 'organisation', 'Associated Press'),
          entity('wh', 'organisation', 'White House'),
          entity('mfa', 'organisation', 'Ministry of Foreign Affairs of Iran'),
          entity('axios', 'organisation', 'Axios'),
          entity('bishop', 'person', 'Bishop of Post'),
        ],
      }),
    ],
    'Q1',
  ),
  { languages: ['en'], words: ENGLISH },
);
const said = (...all: [string, StanceKind][]) =>
  all.map(([by, stance]): Stance => ({ by, stance }));

describe('who says so', () => {
  it.each<[[string, StanceKind][], string, string | undefined]>([
    [[], 'stated', undefined],
    [[['wh', 'says']], 'said', 'The White House said'],
    [[['bishop', 'says']], 'said', 'Bishop of Post said'],
    [
      [
        ['wh', 'says'],
        ['axios', 'says'],
      ],
      'said',
      'The White House and Axios said',
    ],
    [[['nyt', 'reports']], 'reported', 'Reported by The New York Times'],
    [
      [
        ['nyt', 'reports'],
        ['ap', 'reports'],
        ['mfa', 'denies'],
      ],
      'denied',
      'Reported by The New York Times and the Associated Press; denied by the Ministry of Foreign Affairs of Iran',
    ],
    [
      [
        ['wh', 'says'],
        ['mfa', 'disputes'],
      ],
      'disputed',
      'Said by the White House; disputed by the Ministry of Foreign Affairs of Iran',
    ],
    [
      [
        ['wh', 'confirms'],
        ['mfa', 'denies'],
      ],
      'disputed',
      'Confirmed by the White House; denied by the Ministry of Foreign Affairs of Iran',
    ],
    [
      [
        ['wh', 'confirms'],
        ['nyt', 'reports'],
      ],
      'confirmed',
      'Reported by The New York Times; confirmed by the White House',
    ],
    [
      [['mfa', 'declines-to-comment']],
      'stated',
      'The Ministry of Foreign Affairs of Iran declined to comment',
    ],
    [
      [
        ['nyt', 'reports'],
        ['ap', 'reports'],
        ['axios', 'reports'],
        ['wh', 'reports'],
      ],
      'reported',
      'Reported by The New York Times, the Associated Press and 2 others',
    ],
    [
      [
        ['nyt', 'reports'],
        ['nyt', 'reports'],
      ],
      'reported',
      'Reported by The New York Times',
    ],
  ])('%j: %s, %s', (all, status, attribution) => {
    const stances = said(...all);
    expect(statusOf({ stances })).toBe(status);
    expect(attributionOf(stances, wording)).toBe(attribution);
  });

  it('comes in the order of time, what is undated last, and is marked when it came later', () => {
    const stances: Stance[] = [
      { by: 'wh', stance: 'denies' },
      { by: 'mfa', stance: 'denies', at: '2024-11-16' },
      { by: 'ap', stance: 'reports', at: '2024-11' },
      { by: 'nyt', stance: 'reports', at: '2024-11-14', source: 's1' },
    ];
    expect(inOrder(stances).map(({ by }) => by)).toEqual(['ap', 'nyt', 'mfa', 'wh']);
    const claims = shownClaims(stances, day('2024-11-15'), wording);
    expect(claims.map(({ by, date, later }) => [by.text, date, later])).toEqual([
      ['Associated Press', 'Nov 2024', undefined],
      ['The New York Times', '14 Nov 2024', undefined],
      ['Ministry of Foreign Affairs of Iran', '16 Nov 2024', true],
      ['White House', undefined, undefined],
    ]);
    expect(shownClaims(stances, undefined, wording).some(({ later }) => later)).toBe(false);
  });
});
