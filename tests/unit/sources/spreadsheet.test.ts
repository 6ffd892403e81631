import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../facts/vocabulary.ts';
import { SPREADSHEET } from '../../../sources/table/spreadsheet.ts';
import { convert, entityOf, OPTIONS } from './converting.ts';

describe('a spreadsheet', () => {
  it('becomes entities with names, summaries and links', () => {
    const made = convert(
      SPREADSHEET,
      [
        'URL,Kind,Summary,Name,Aliases,Lang,ID,Comment',
        'https://un.example/,organisation,"A body, of states",United Nations,UN|Vereinte Nationen;ONU,en,Q1065,ours',
        ',,,Zoë Łukasz,,,,',
      ].join('\n'),
    );
    expect(made.problems).toEqual([]);
    expect(made.unsound).toEqual([]);
    expect(made.entities).toEqual([
      {
        id: 'Q1065',
        kind: 'organisation',
        names: [
          { text: 'United Nations', lang: 'en' },
          { text: 'UN', lang: 'en', use: 'acronym' },
          { text: 'Vereinte Nationen', lang: 'en' },
          { text: 'ONU', lang: 'en', use: 'acronym' },
        ],
        summary: { en: 'A body, of states' },
        links: { wikidata: 'https://www.wikidata.org/wiki/Q1065', website: 'https://un.example/' },
      },
      { id: 'things:zoë-łukasz', kind: 'other', names: [{ text: 'Zoë Łukasz' }] },
    ]);
  });

  it('begins with a header, and names the file as a source where its address is known', () => {
    const { lines } = convert(SPREADSHEET, 'name\nAnn');
    expect(lines[0]).toMatchObject({ ok: true, read: { kind: 'pack', pack: { id: 'things' } } });
    expect(lines[1]).toMatchObject({
      read: { source: { url: 'https://files.example/table', publisher: 'files.example' } },
    });
    const local = convert(SPREADSHEET, 'name\nAnn', { url: undefined, header: {} });
    expect(local.lines[0]).toMatchObject({
      read: { pack: { id: 'things', title: { en: 'things' }, asOf: '2026-11-23' } },
    });
    expect(local.lines.filter((line) => line.ok && line.read.kind === 'source')).toEqual([]);
  });

  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('is read with %s', (_, delimiter) => {
    const text = ['name', 'kind', 'summary'].join(delimiter);
    const made = convert(
      SPREADSHEET,
      `${text}\n${['Ann', 'person', '"1,5; a\tb"'].join(delimiter)}`,
    );
    expect(made.problems).toEqual([]);
    expect(made.entities).toMatchObject([{ kind: 'person', summary: { en: '1,5; a b' } }]);
  });

  it('is read with a byte order mark, CR LF and empty lines', () => {
    const made = convert(
      SPREADSHEET,
      '\uFEFF\r\n"name",kind\r\n\r\nAnn,person\r\n,\r\nBo,person\r\n',
    );
    expect(made.problems).toEqual([]);
    expect(made.entities.map(({ names }) => names[0]?.text)).toEqual(['Ann', 'Bo']);
  });

  it('leaves no carriage return of a splitter that cuts at line feeds only', () => {
    const converter = SPREADSHEET.converter(OPTIONS);
    const lines = [...converter.lines(['name,kind\r', 'Ann,person\r'], 1), ...converter.end()];
    expect(lines.at(-1)).toMatchObject({ line: 2, read: { entity: { kind: 'person' } } });
  });

  it.each([1, 2, 3, 1_000])(
    'reads cells that go on over lines, %i lines at a time',
    (pieceLength) => {
      const made = convert(
        SPREADSHEET,
        'name,summary\nAnn,"first\nsecond ""quoted""\n\nthird"\nBo,plain\n"Cy\nFox",last',
        {},
        pieceLength,
      );
      expect(made.problems).toEqual([]);
      const read = made.lines.flatMap((line) =>
        line.ok && line.read.kind === 'entity'
          ? [[line.line, line.read.entity.names[0]?.text, line.read.entity.summary?.['en']]]
          : [],
      );
      expect(read).toEqual([
        [2, 'Ann', 'first second "quoted" third'],
        [6, 'Bo', 'plain'],
        [7, 'Cy Fox', 'last'],
      ]);
    },
  );

  it('loses one line to a quotation mark that is not closed, however long the file goes on', () => {
    const rows = Array.from({ length: 1_000 }, (_, at) => `Name ${at}`);
    const made = convert(SPREADSHEET, ['name,kind', '"Ann,person', ...rows].join('\n'), {}, 50);
    expect(made.problems).toMatchObject([
      { line: 2, message: expect.stringContaining('quotation mark') },
    ]);
    expect(made.entities).toHaveLength(1_000);
    // Rows come before the file ends: no more of it is held than a cell may be long.
    const converter = SPREADSHEET.converter(OPTIONS);
    expect(converter.lines(['name,kind', '"Ann,person', ...rows], 1).length).toBeGreaterThan(1_000);
    const [firstLine] = made.lines.filter((line) => line.ok && line.read.kind === 'entity');
    expect(firstLine?.line).toBe(3);
  });

  it('reads what stands between thousands of faulty rows', () => {
    const rows = Array.from({ length: 4_000 }, (_, at) =>
      at % 4 === 0 ? `"Name\n${at}",person` : `"Name" ${at},person`,
    );
    const made = convert(SPREADSHEET, ['name,kind', ...rows].join('\n'), {}, 10_000);
    expect(made.entities).toHaveLength(1_000);
    expect(made.entities.at(-1)?.names).toMatchObject([{ text: 'Name 3996' }]);
    expect(made.problems).toHaveLength(3_000);
    // A thousand rows go over two lines, and the head is one.
    expect(made.problems.at(-1)?.line).toBe(5_001);
  });

  it('takes the address of a page of Wikidata for the id of its item', () => {
    const made = convert(
      SPREADSHEET,
      [
        'name,wikidata',
        'Ann,https://www.wikidata.org/wiki/Q11',
        'Bo,q12',
        'Cy,http://www.wikidata.org/entity/Q13',
        'Di,https://z.example/wiki/Q14',
      ].join('\n'),
    );
    expect(made.entities.map(({ id }) => id)).toEqual([
      'Q11',
      'Q12',
      'Q13',
      'https://z.example/wiki/Q14',
    ]);
  });

  it('refuses a row of more than a million characters and reads on', () => {
    const made = convert(SPREADSHEET, `name\nAnn\n${'x'.repeat(1_000_001)}\nBo`);
    expect(made.problems).toMatchObject([
      { line: 3, message: expect.stringContaining('a million') },
    ]);
    expect(made.entities).toHaveLength(2);
  });

  it('names the kinds that there are when one is not known', () => {
    const made = convert(SPREADSHEET, 'name,kind\nAnn,human\nBo,Organization\nCy,PERSON');
    expect(made.problems).toEqual([
      {
        line: 2,
        message: 'the kind "human" of "Ann" is not known',
        mend: `write one of ${KINDS.join(', ')}`,
      },
    ]);
    expect(made.entities.map(({ kind }) => kind)).toEqual(['organisation', 'person']);
  });

  it('keeps an entity whose link or language cannot be used, and says so', () => {
    const made = convert(
      SPREADSHEET,
      'name,url,lang\nAnn,www.ann.example,en\nBo,https://bo.example,English',
    );
    expect(made.problems.map(({ line, message }) => [line, message])).toEqual([
      [2, 'the link "www.ann.example" of "Ann" was left out: it is not an http or https address'],
      [3, 'the language "English" of "Bo" was left out: it is not a language tag'],
    ]);
    expect(made.entities.map(({ links }) => links)).toEqual([
      undefined,
      { website: 'https://bo.example' },
    ]);
  });

  it('gives ids that are the same each time and belong to one entity each', () => {
    const text = 'name,id\nAnn,\nAnn,\nAnn!,\nBo,people:bo\nCy,7 b\n李明,\n***,\nDi,people:bo';
    const made = convert(SPREADSHEET, text);
    expect(made.entities.map(({ id }) => id)).toEqual([
      'things:ann',
      'things:ann-2',
      'things:ann-3',
      'people:bo',
      'things:7-b',
      'things:李明',
      'things:unnamed',
    ]);
    expect(made.problems).toMatchObject([
      { line: 9, message: 'the id "people:bo" of "Di" is that of line 5 already' },
    ]);
    expect(convert(SPREADSHEET, text, {}, 1).entities).toEqual(made.entities);
    // The second Ann would be taken for the first.
    expect(made.entities.map(({ names }) => names[0]?.needs)).toEqual([
      undefined,
      'context',
      ...Array(5).fill(undefined),
    ]);
    expect(made.unsound).toEqual([]);
  });

  it('cleans names of controls and marks that turn a line, and keeps joiners', () => {
    const made = convert(
      SPREADSHEET,
      'name\nA\0nn\u0007 \u202ELee\u202C\n خامنه\u200Cای\u0085\nZoe\u0308\n"\uD800Bo"',
    );
    expect(made.entities.map(({ names }) => names[0]?.text)).toEqual([
      'Ann Lee',
      'خامنه\u200Cای',
      'Zoë',
      'Bo',
    ]);
  });

  it('survives the keys of prototypes as names, columns and ids', () => {
    const made = convert(
      SPREADSHEET,
      'name,__proto__,constructor,id\n__proto__,a,b,\nconstructor,a,b,__proto__\ntoString,,,x:__proto__',
    );
    // The second asks for the id that the first was given from its name.
    expect(made.problems).toMatchObject([
      { line: 3, message: expect.stringContaining('is taken') },
    ]);
    expect(made.entities.map(({ id, names }) => [id, names[0]?.text])).toEqual([
      ['things:proto', '__proto__'],
      ['x:__proto__', 'toString'],
    ]);
    expect(Object.prototype).not.toHaveProperty('a');
  });

  it('needs a column for names, and says so once', () => {
    const made = convert(SPREADSHEET, 'title,kind\nAnn,person\nBo,person');
    expect(made.entities).toEqual([]);
    expect(made.problems).toEqual([
      {
        line: 1,
        message: 'no column "name" among "title", "kind"',
        mend: 'name one column "name" or "full name" or "label"',
      },
    ]);
  });

  it('says which row has no name, or more cells than columns', () => {
    const made = convert(SPREADSHEET, 'name,kind\n,person\nLee, Ann,person\nBo');
    expect(made.problems.map(({ line, message }) => [line, message])).toEqual([
      [2, 'has no name'],
      [3, 'has 3 cells where the head has 2'],
    ]);
    expect(entityOf(made, 'things:bo')).toBeDefined();
  });
});
