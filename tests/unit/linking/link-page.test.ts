import { describe, expect, it } from 'vitest';
import { toDay } from '../../../facts/days.ts';
import { indexOf, linked, organisation, person, place } from './helpers.ts';

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

describe('names in capitals', () => {
  it('give short names in any case', () => {
    const index = indexOf([person('iravani', 0.5, 'Amir Saeid Iravani')]);
    expect(linked([index], ['AMIR SAEID IRAVANI speaks', 'Then Iravani left.'])).toEqual([
      'AMIR SAEID IRAVANI=iravani',
      'Iravani=iravani',
    ]);
  });
});
