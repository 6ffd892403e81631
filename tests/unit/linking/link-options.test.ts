import { describe, expect, it } from 'vitest';
import { linkSegments, THRESHOLD } from '../../../linking/link.ts';
import { entity, indexOf, linked, NOTHING, organisation, person, place } from './helpers.ts';
import { ENTITIES } from './link-pack.ts';

const news = indexOf(ENTITIES);

describe('what linking tells besides mentions', () => {
  it('the full names, with words by which their short forms are found', () => {
    const { established } = linkSegments(
      [news],
      ['Masoud Pezeshkian met Илона Маска? Масуд Пезешкиан; and Masoud Pezeshkian.'],
      NOTHING,
    );
    expect(established).toEqual([
      { entity: 'pezeshkian', text: 'Masoud Pezeshkian', words: ['Pezeshkian'] },
      { entity: 'musk', text: 'Илона Маска', words: ['Мас'] },
      { entity: 'pezeshkian', text: 'Масуд Пезешкиан', words: ['Пезешки'] },
    ]);
  });

  it('no full name where a phrase or a short name stands for the entity', () => {
    const texts = ['their talks with Tehran failed', 'He wrote on X: no', 'the Iranian deal'];
    const { mentions, established } = linkSegments([news], texts, NOTHING);
    expect(mentions).toHaveLength(3);
    expect(established.map(({ entity }) => entity)).toEqual(['iran']);
  });

  it('whom it waits for', () => {
    const text = 'He saw X there';
    expect(linkSegments([news], [text], NOTHING)).toEqual({
      mentions: [],
      established: [],
      awaiting: ['x'],
    });
    const established = [{ entity: 'x', text: 'Twitter' }];
    expect(linkSegments([news], [text], { ...NOTHING, established }).awaiting).toEqual([]);
    expect(linked([news], [text], { established })).toEqual(['X=x']);
  });

  it('nothing of an empty page', () => {
    const nothing = { mentions: [], established: [], awaiting: [] };
    expect(linkSegments([news], [], NOTHING)).toEqual(nothing);
    expect(linkSegments([news], ['', ' '], NOTHING)).toEqual(nothing);
    expect(linkSegments([], ['Elon Musk'], NOTHING)).toEqual(nothing);
  });
});

describe('full names of other chunks of the page', () => {
  const established = [{ entity: 'pezeshkian', text: 'Masoud Pezeshkian' }];

  it('count as those of this one', () => {
    const { mentions } = linkSegments([news], ['Pezeshkian spoke'], { ...NOTHING, established });
    expect(mentions).toEqual([
      {
        segment: 0,
        start: 0,
        end: 10,
        entity: 'pezeshkian',
        kind: 'person',
        use: 'derived',
        pack: 'test',
        score: expect.any(Number),
        reasons: expect.arrayContaining(['short-for-name-on-page', 'prominence']),
        runnersUp: [],
      },
    ]);
  });

  it('are not told again', () => {
    const options = { ...NOTHING, established };
    expect(linkSegments([news], ['Pezeshkian spoke'], options).established).toEqual([]);
  });

  it.each([
    ['of nobody', 'nobody', 'Masoud Pezeshkian'],
    ['that are another’s', 'musk', 'Masoud Pezeshkian'],
    ['that are no names', 'pezeshkian', 'who knows'],
    ['that are empty', 'pezeshkian', ''],
  ])('%s are left out', (_, entity, text) => {
    expect(linked([news], ['Pezeshkian spoke'], { established: [{ entity, text }] })).toEqual([]);
  });
});

describe('an acronym that another chunk of the page defines', () => {
  it('is known in this one', () => {
    const index = indexOf([organisation('doge', 'Department of Government Efficiency')]);
    const text = 'The Department of Government Efficiency (DOGE) spoke.';
    const { established } = linkSegments([index], [text], NOTHING);
    expect(linked([index], ['DOGE left.'], { established })).toEqual(['DOGE=doge']);
    expect(linked([index], ['DOGE left.'])).toEqual([]);
  });
});

describe('the page’s language', () => {
  it.each(['ja', 'zh-Hant', '', 'en_US', '??', 'x', 'i-klingon'])(
    'may be said to be "%s"',
    (language) => {
      const index = indexOf([place('japan', 0.9, '日本')]);
      expect(linked([index], ['在 日本'], { language })).toEqual(['日本=japan']);
    },
  );

  it('speaks for names of it', () => {
    const text = (language: string) => linked([index], ['in Vienne today'], { language });
    const index = indexOf([
      { ...place('city', 0.5), names: [{ text: 'Vienne', lang: 'fr' }] },
      { ...place('river', 0.55), names: [{ text: 'Vienne', lang: 'en' }] },
    ]);
    expect(text('fr-CA')).toEqual(['Vienne=city']);
    expect(text('en')).toEqual(['Vienne=river']);
  });
});

describe('a legal form behind an organisation’s name', () => {
  const index = indexOf([
    organisation('tesla', 'Tesla Motors'),
    { ...entity('southeast', { text: 'SE', use: 'acronym' }), prominence: 0.9 },
  ]);

  it('is part of the mention, and of no other', () => {
    const { mentions } = linkSegments([index], ['Shares of Tesla Motors SE fell.'], NOTHING);
    for (const [at, { start }] of mentions.entries()) {
      expect(start).toBeGreaterThanOrEqual(mentions[at - 1]?.end ?? 0);
    }
    expect(mentions[0]).toMatchObject({ entity: 'tesla', start: 10, end: expect.any(Number) });
  });
});

describe('the reader’s overrule', () => {
  const overruled = new Set(['musk']);

  it('leaves the name unlinked, without giving it to others', () => {
    expect(linked([news], ['Elon Musk and Trump'], { overruled })).toEqual(['Trump=trump']);
    const index = indexOf([person('musk', 0.9, 'Elon Musk'), person('other', 0.1, 'Elon Musk')]);
    expect(linked([index], ['Elon Musk spoke'])).toEqual(['Elon Musk=musk']);
    expect(linked([index], ['Elon Musk spoke'], { overruled })).toEqual([]);
  });

  it('goes for short names too', () => {
    expect(linked([news], ['Elon Musk spoke.', 'Musk left.'], { overruled })).toEqual([]);
  });
});

describe('scores', () => {
  const index = indexOf(
    [0.5, 0.45, 0.4, 0.35, 0.3].map((prominence, at) => person(`p${at}`, prominence, 'Ali Reza')),
  );
  const mentionsAt = (threshold: number | undefined) =>
    linkSegments([index], ['Ali Reza spoke.'], { ...NOTHING, threshold }).mentions;

  it('below the threshold are not shown', () => {
    const [mention] = mentionsAt(0);
    const score = mention?.score ?? 0;
    expect(score).toBeGreaterThan(0.2);
    expect(score).toBeLessThan(THRESHOLD);
    expect(mentionsAt(undefined)).toEqual([]);
    expect(mentionsAt(score - 0.01)).toHaveLength(1);
    expect(mentionsAt(score + 0.01)).toEqual([]);
  });

  it('tell of three others, the likeliest first', () => {
    const [mention] = mentionsAt(0);
    expect(mention?.entity).toBe('p0');
    expect(mention?.runnersUp.map(({ entity }) => entity)).toEqual(['p1', 'p2', 'p3']);
    const scores = [mention, ...(mention?.runnersUp ?? [])].map((one) => one?.score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThan(1);
    expect(scores.every((score) => Number.isInteger(Math.round(score * 1e9) / 1e7))).toBe(true);
  });
});

describe('several packs', () => {
  it('vouch for each other’s entities, and each mention names its own', () => {
    const one = indexOf([person('Q1', 0.5, 'Masoud Pezeshkian')], { pack: 'one' });
    const other = indexOf([place('Q2', 0.5, 'Tehran')], { pack: 'other' });
    const { mentions } = linkSegments(
      [other, one],
      ['Masoud Pezeshkian in Tehran.', 'Pezeshkian left.'],
      NOTHING,
    );
    expect(mentions.map(({ entity, use, pack }) => [entity, use, pack])).toEqual([
      ['Q1', 'full', 'one'],
      ['Q2', 'full', 'other'],
      ['Q1', 'derived', 'one'],
    ]);
  });

  it('that know the same entity do not rival', () => {
    const packs = ['one', 'other'].map((pack) =>
      indexOf([person('Q1', 0.2, 'Ali Reza')], { pack }),
    );
    const { mentions } = linkSegments(packs, ['Ali Reza spoke.'], NOTHING);
    expect(mentions).toMatchObject([{ entity: 'Q1', pack: 'one', runnersUp: [] }]);
  });
});
