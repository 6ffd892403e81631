import { describe, expect, it } from 'vitest';
import { toDay } from '../../../facts/days.ts';
import type { NamedEntity } from '../../../linking/index-source.ts';
import { linkSegments, THRESHOLD } from '../../../linking/link.ts';
import { entity, indexOf, linked, NOTHING } from './helpers.ts';
import { ENTITIES } from './link-pack.ts';

const person = (id: string, prominence: number, ...names: string[]): NamedEntity => ({
  ...entity(id, ...names),
  kind: 'person',
  prominence,
});
const place = (id: string, prominence: number, ...names: string[]): NamedEntity => ({
  ...entity(id, ...names),
  kind: 'place',
  prominence,
});
const organisation = (id: string, ...names: string[]): NamedEntity => ({
  ...entity(id, ...names),
  kind: 'organisation',
  prominence: 0.3,
});

const news = indexOf(ENTITIES);

describe('short names of people on the page', () => {
  const index = indexOf([
    person('john', 0.3, 'John Smith'),
    person('jane', 0.3, 'Jane Smith'),
    person('iravani', 0.2, 'Amir Saeid Iravani'),
  ]);
  const link = (...segments: string[]) => linked([index], segments);

  it('are nobody’s until the full name is there', () => {
    expect(link('Smith spoke. Mr. Smith left.')).toEqual([]);
  });

  it.each([
    'Iravani',
    'Mr. Iravani',
    'Ambassador Iravani',
    'Saeid Iravani',
    'Amir Iravani',
    'A. S. Iravani',
    'A.S. Iravani',
    'A. Iravani',
    'Iravani’s',
  ])('may be “%s”', (short) => {
    const name = short.replace(/^Mr. |^Ambassador |’s$/, '');
    expect(link('Amir Saeid Iravani spoke.', `Later ${short} plan was known.`)).toEqual([
      'Amir Saeid Iravani=iravani',
      `${name}=iravani`,
    ]);
  });

  it('are of the one Smith of an article', () => {
    expect(link('John Smith spoke.', 'Mr. Smith left, and Smith slept.')).toEqual([
      'John Smith=john',
      'Smith=john',
      'Smith=john',
    ]);
  });

  it('are of the one who was named last', () => {
    expect(link('John Smith spoke.', 'Smith left.', 'Jane Smith came.', 'Smith slept.')).toEqual([
      'John Smith=john',
      'Smith=john',
      'Jane Smith=jane',
      'Smith=jane',
    ]);
  });

  it('are nobody’s after two of one sentence', () => {
    expect(link('John Smith met Jane Smith.', 'Smith slept.')).toEqual([
      'John Smith=john',
      'Jane Smith=jane',
    ]);
  });

  it('are nobody’s after a namesake whom no pack knows, until the known one comes again', () => {
    expect(
      link(
        'John Smith spoke.',
        'Smith left.',
        'His wife is Ann Smith.',
        'Smith slept.',
        'John Smith woke.',
        'Smith rose.',
      ),
    ).toEqual(['John Smith=john', 'Smith=john', 'John Smith=john', 'Smith=john']);
  });

  it('come from each of the full names, in every script', () => {
    const both = indexOf([person('pez', 0.3, 'Masoud Pezeshkian', 'مسعود پزشکیان')]);
    const segments = ['Pezeshkian. پزشکیان', 'Masoud Pezeshkian (مسعود پزشکیان) spoke.'];
    expect(linked([both], segments)).toEqual([
      'Pezeshkian=pez',
      'پزشکیان=pez',
      'Masoud Pezeshkian=pez',
      'مسعود پزشکیان=pez',
    ]);
  });

  it('do not go with another given name', () => {
    expect(link('John Smith spoke.', 'They met Bob Smith there.')).toEqual(['John Smith=john']);
  });
});

describe('short names of others', () => {
  it('are acronyms that the text defines', () => {
    const index = indexOf([organisation('doge', 'Department of Government Efficiency')]);
    expect(
      linked(
        [index],
        ['DOGE spoke.', 'The Department of Government Efficiency (DOGE) spoke. DOGE left.'],
      ),
    ).toEqual(['DOGE=doge', 'Department of Government Efficiency=doge', 'DOGE=doge', 'DOGE=doge']);
    expect(linked([index], ['The Department of Government Efficiency spoke. Doge left.'])).toEqual([
      'Department of Government Efficiency=doge',
    ]);
  });

  it('leave out the legal form once the name with it is there', () => {
    const index = indexOf([organisation('paxar', 'Paxar Corp')]);
    expect(linked([index], ['Paxar fell.', 'Shares of Paxar Corp. fell.', 'Paxar rose.'])).toEqual([
      'Paxar=paxar',
      'Paxar Corp=paxar',
      'Paxar=paxar',
    ]);
    expect(linked([index], ['Shares of Paxar Inc. fell.'])).toEqual(['Paxar Inc=paxar']);
  });
});

describe('namesakes are told apart', () => {
  const bushes = indexOf(
    [person('elder', 0.6, 'George Bush'), person('younger', 0.6, 'George Bush')],
    {
      facts: [
        { subject: 'elder', predicate: 'P39', object: 'us', start: '1989-01-20', end: '1993' },
        { subject: 'younger', predicate: 'P39', object: 'us', start: '2001-01-20', end: '2009' },
      ],
    },
  );
  const on = (year?: number) =>
    linked([bushes], ['George Bush spoke.'], {
      ...(year !== undefined && { date: toDay(year, 6, 1) }),
    });

  it('by the office that one held on the article’s day', () => {
    expect(on(1990)).toEqual(['George Bush=elder']);
    expect(on(2004)).toEqual(['George Bush=younger']);
    expect(on(1999)).toEqual(['George Bush=elder']);
    expect(on(2015)).toEqual([]);
    expect(on()).toEqual([]);
  });

  it('by those that facts connect them with', () => {
    const index = indexOf(
      [
        place('il', 0.4, 'Springfield'),
        place('ma', 0.4, 'Springfield'),
        place('illinois', 0.8, 'Illinois'),
        place('massachusetts', 0.8, 'Massachusetts'),
      ],
      {
        facts: [
          { subject: 'il', predicate: 'P131', object: 'illinois' },
          { subject: 'ma', predicate: 'P131', object: 'massachusetts' },
        ],
      },
    );
    const link = (...segments: string[]) => linked([index], segments);
    expect(link('It rained in Springfield.')).toEqual([]);
    expect(link('It rained in Springfield.', 'Illinois has floods.')).toEqual([
      'Springfield=il',
      'Illinois=illinois',
    ]);
    expect(link('Massachusetts has floods.', 'It rained in Springfield.')).toEqual([
      'Massachusetts=massachusetts',
      'Springfield=ma',
    ]);
    expect(link('Massachusetts and Illinois have floods.', 'It rained in Springfield.')).toEqual([
      'Massachusetts=massachusetts',
      'Illinois=illinois',
    ]);
  });

  it('by connections that are particular, where both have some', () => {
    const towns = Array.from({ length: 200 }, (_, at) => `town${at}`);
    const index = indexOf(
      [
        place('near', 0.4, 'Springfield'),
        place('far', 0.4, 'Springfield'),
        place('county', 0.8, 'Hampden'),
        place('world', 0.8, 'Oceania'),
      ],
      {
        facts: [
          { subject: 'near', predicate: 'P131', object: 'county' },
          ...['far', ...towns].map((subject) => ({ subject, predicate: 'P30', object: 'world' })),
        ],
      },
    );
    const text = 'Hampden and Oceania have floods. It rained in Springfield.';
    expect(linked([index], [text])).toContain('Springfield=near');
  });

  it('by prominence', () => {
    const index = indexOf([place('texas', 0.05, 'Paris'), place('france', 0.95, 'Paris')]);
    expect(linked([index], ['It rained in Paris.'])).toEqual(['Paris=france']);
  });

  it('by kind, where a word beside the name says it', () => {
    const index = indexOf([place('state', 0.5, 'Jordan'), person('player', 0.5, 'Jordan')]);
    expect(linked([index], ['Mr. Jordan spoke.'])).toEqual(['Jordan=player']);
    expect(linked([index], ['the city of Jordan'])).toEqual(['Jordan=state']);
  });
});

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
