import { describe, expect, it } from 'vitest';
import { BIOGRAPHIES } from '../../../sources/positions/biographies.ts';
import { POSITION_HOLDERS } from '../../../sources/positions/position-holders.ts';
import { convert, entityOf } from './converting.ts';

const HEAD = 'position,person,personID,start,end';
const table = (...rows: string[]) => [HEAD, ...rows].join('\n');

describe('position holders', () => {
  it('become people, offices and dated facts', () => {
    const made = convert(
      POSITION_HOLDERS,
      table('President,Ann Lee,Q11,2001-02-03,2005-06', 'President,Bo Day,Q12,2005-06,'),
    );
    expect(made.problems).toEqual([]);
    expect(made.unsound).toEqual([]);
    expect(entityOf(made, 'things:president-things')).toEqual({
      id: 'things:president-things',
      kind: 'office',
      names: [{ text: 'President', needs: 'context' }],
    });
    expect(entityOf(made, 'Q11')).toMatchObject({
      kind: 'person',
      names: [{ text: 'Ann Lee' }],
      links: { wikidata: 'https://www.wikidata.org/wiki/Q11' },
    });
    expect(made.facts).toEqual([
      {
        id: 'Q11/things:president-things/2001-02-03',
        subject: 'Q11',
        predicate: 'P39',
        object: 'things:president-things',
        start: '2001-02-03',
        end: '2005-06',
        sources: ['table'],
      },
      // No end is known: neither an end, nor "still so".
      {
        id: 'Q12/things:president-things/2005-06',
        subject: 'Q12',
        predicate: 'P39',
        object: 'things:president-things',
        start: '2005-06',
        sources: ['table'],
      },
    ]);
  });

  it('are offices of the country that the file is named after', () => {
    const made = (fileName: string) =>
      convert(POSITION_HOLDERS, table('President,Ann Lee,Q11,2001,'), { fileName });
    expect(entityOf(made('new-zealand-cabinet.csv'), 'things:president-new-zealand')).toMatchObject(
      {
        names: [
          { text: 'President (New Zealand)', needs: 'context' },
          { text: 'President', needs: 'context' },
        ],
      },
    );
    expect(
      entityOf(made('swiss-federal-council.csv'), 'things:president-switzerland'),
    ).toBeDefined();
    expect(entityOf(made('georgia.csv'), 'things:president-georgia')).toBeDefined();
  });

  it('speak for the days up to the newest in the file, or the day that is told', () => {
    const text = table('President,Ann Lee,Q11,2001-02-03,', 'Mayor,Bo Day,Q12,2003,2004');
    const sourceIn = (made: ReturnType<typeof convert>) =>
      made.lines.flatMap((line) =>
        line.ok && line.read.kind === 'source' ? [line.read.source] : [],
      );
    const [source] = sourceIn(convert(POSITION_HOLDERS, text));
    expect(source).toMatchObject({ published: '2003~', accessed: '2026-11-23' });
    const told = convert(POSITION_HOLDERS, text, { header: { id: 'x', asOf: '2022-06' } });
    expect(sourceIn(told)[0]).toMatchObject({ published: '2022-06' });
    expect(told.lines[0]).toMatchObject({ read: { pack: { asOf: '2022-06' } } });
  });

  it('are sourced to Wikidata where the file has no address, and never to an invented one', () => {
    const made = convert(
      POSITION_HOLDERS,
      table('President,Ann Lee,Q11,2001,', 'President,Bo Day,,2002,'),
      { url: undefined },
    );
    expect(made.facts.map(({ subject, sources }) => [subject, sources])).toEqual([
      ['Q11', ['things/wikidata-Q11']],
    ]);
    expect(made.problems).toMatchObject([
      { line: 3, message: expect.stringContaining('no source can be given for Bo Day') },
    ]);
    expect(made.unsound).toEqual([]);
  });

  it.each([
    [
      'ends before it starts',
      'Mayor,Ann Lee,Q11,2010-10-30,2010-04-09',
      'ends (2010-04-09) before',
    ],
    ['a decade for a start', 'Mayor,Ann Lee,Q11,2014s,', 'the start "2014s" of Ann Lee as Mayor'],
    ['no such day', 'Mayor,Ann Lee,Q11,2014-02-30,', 'the start "2014-02-30"'],
    ['a year past all calendars', 'Mayor,Ann Lee,Q11,2014,99999-01-01', 'the end "99999-01-01"'],
    ['no person', 'Mayor, ,Q11,2014,', 'has no person'],
    ['no position', ',Ann Lee,Q11,2014,', 'has no position'],
    ['half a line', 'Mayor,Ann L', 'is cut off: it has 2 cells where the head has 5'],
    ['too many cells', 'Mayor,Lee, Ann,Q11,2014,2016', 'has 6 cells where the head has 5'],
    ['a quotation mark left open', 'Mayor,"Ann Lee,Q11,2014,', 'a quotation mark'],
  ])('a faulty row costs no other: %s', (_, row, message) => {
    const made = convert(POSITION_HOLDERS, table(row, 'Mayor,Bo Day,Q12,2001,'));
    expect(made.problems).toHaveLength(1);
    expect(made.problems[0]).toMatchObject({ line: 2, message: expect.stringContaining(message) });
    expect(made.facts.map(({ subject }) => subject)).toEqual(['Q12']);
    expect(made.unsound).toEqual([]);
  });

  it('read 1 January as the year, which is all that such tables may know', () => {
    const made = convert(POSITION_HOLDERS, table('Mayor,Ann Lee,Q11,2014-01-01,2016-01-01'));
    expect(made.facts).toMatchObject([{ start: '2014', end: '2016' }]);
  });

  it('tell a row that stands twice', () => {
    const row = 'Mayor,Ann Lee,Q11,2014,2016';
    const made = convert(POSITION_HOLDERS, table(row, row));
    expect(made.problems).toMatchObject([{ line: 3, message: 'says the same as line 2' }]);
    expect(made.facts).toHaveLength(1);
  });

  it('with one name for two people give neither of them the name without context', () => {
    const made = convert(
      POSITION_HOLDERS,
      table('Mayor,Ann Lee,Q11,2014,', 'Judge,Ann Lee,Q12,2015,', 'Judge,Bo Day,Q13,2013,'),
    );
    const needs = made.entities
      .filter(({ kind }) => kind === 'person')
      .map(({ names }) => names[0]?.needs);
    expect(needs).toEqual(['context', 'context', undefined]);
    expect(made.unsound).toEqual([]);
  });

  it('take Q-ids of the office and the country, and keep the offices of two countries apart', () => {
    const made = convert(
      POSITION_HOLDERS,
      [
        'country_wikidata,country,position_wikidata,position,holder_wikidata,holder,start_year',
        'Q262,Algeria,Q182762,Prime Minister,Q133540883,Sifi Ghrieb,2025',
        ',Utopia,,Prime Minister,Q12,Bo Day,2024',
        ',Erewhon,,Prime Minister,Q13,Cy Fox,2024',
      ].join('\n'),
    );
    expect(made.problems).toEqual([]);
    expect(made.unsound).toEqual([]);
    expect(
      made.facts.filter(({ predicate }) => predicate === 'P39').map(({ object }) => object),
    ).toEqual(['Q182762', 'things:prime-minister-utopia', 'things:prime-minister-erewhon']);
    expect(made.facts.filter(({ predicate }) => predicate === 'P1001')).toMatchObject([
      { subject: 'Q182762', object: 'Q262' },
      { object: 'things:utopia' },
      { object: 'things:erewhon' },
    ]);
  });

  it('need their columns, and say so once', () => {
    const made = convert(POSITION_HOLDERS, 'position,person\nMayor,Ann Lee\nMayor,Bo Day');
    expect(made.problems).toMatchObject([
      { line: 1, message: 'no column "start" among "position", "person"' },
    ]);
  });
});

describe('biographies', () => {
  it('keep the precision that stands beside a date', () => {
    const made = convert(
      BIOGRAPHIES,
      [
        'id,name,gender,dob,dobp,dod,dodp,image,enwiki',
        'Q1,Ann Lee,female,1950-01-01,11,2020-03-04,10,,Ann Lee (mayor)',
        'Q2,Bo Day,male,1960-01-01,9,,,,',
        'Q3,Cy Fox,male,1960-01-01,,1959,9,,',
        'Q4,Di Poe,male,1960s,8,2001-02-03,11,,',
      ].join('\n'),
    );
    expect(made.facts.map(({ subject, predicate, value }) => [subject, predicate, value])).toEqual([
      ['Q1', 'P569', { date: '1950-01-01' }],
      ['Q1', 'P570', { date: '2020-03' }],
      ['Q2', 'P569', { date: '1960' }],
      ['Q4', 'P570', { date: '2001-02-03' }],
    ]);
    expect(entityOf(made, 'Q1')?.links).toEqual({
      wikidata: 'https://www.wikidata.org/wiki/Q1',
      wikipedia: 'https://en.wikipedia.org/wiki/Ann_Lee_(mayor)',
    });
    expect(made.problems.map(({ line }) => line)).toEqual([4, 5]);
    expect(made.entities).toHaveLength(4);
    expect(made.unsound).toEqual([]);
  });

  it('refuse a second row for one person', () => {
    const made = convert(BIOGRAPHIES, 'id,name,dob,dod\nQ1,Ann,,\nQ1,Anne,,');
    expect(made.problems).toMatchObject([
      { line: 3, message: 'Anne (Q1) stands already on line 2' },
    ]);
  });
});
