import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../facts/check-pack.ts';
import { documentConverter, wikidataDocument } from '../../../sources/wikidata/document.ts';
import { dumpConverter, wikidataDump } from '../../../sources/wikidata/dump.ts';
import { sharedPath } from '../../shared-data.ts';
import {
  convert,
  item,
  OPTIONS,
  person,
  problems,
  records,
  statement,
} from './wikidata-fixtures.ts';

const document = (entities: object) =>
  convert(documentConverter(OPTIONS), JSON.stringify({ entities }, null, 1).split('\n'));
const dump = (lines: readonly string[], keep?: Parameters<typeof dumpConverter>[1]) =>
  convert(dumpConverter(OPTIONS, keep), lines);
const named = (id: string, name: string, more: object = {}) =>
  person({}, { id, labels: { en: { language: 'en', value: name } }, ...more });

describe('a document of entities', () => {
  it('puts the header first, dated by the newest entity', () => {
    const [first] = document({
      Q1: named('Q1', 'One', { modified: '2024-02-03T00:00:00Z' }),
      Q2: named('Q2', 'Two', { modified: '2025-02-03T00:00:00Z' }),
    });
    expect(first).toMatchObject({
      read: {
        kind: 'pack',
        pack: { asOf: '2025-02-03', licence: 'CC0-1.0', publisher: 'Wikidata' },
      },
    });
  });

  it('lets the options replace the header', () => {
    const header = { id: 'mine', title: { en: 'Mine' }, asOf: '2020', publisher: 'Me' };
    const read = convert(documentConverter({ ...OPTIONS, header }), ['{"entities":{}}']);
    expect(records(read, 'pack')[0]).toMatchObject(header);
  });

  it('says what is missing, no item, or unreadable, and converts the rest', () => {
    const read = document({
      Q6: { id: 'Q6', missing: '' },
      Q7: { missing: '' },
      P31: { id: 'P31', type: 'property', labels: {} },
      L5: { id: 'L5', type: 'lexeme', lemmas: {} },
      Q8: 7,
      Q9: { id: '../Q9' },
      Q1: named('Q1', 'One'),
    });
    expect(records(read, 'entity').map(({ id }) => id)).toEqual(['Q1']);
    expect(problems(read).map(({ message }) => message)).toEqual([
      'Wikidata has no Q6',
      'Wikidata has no Q7',
      'P31 is a property of Wikidata, not an item',
      'L5 is a lexeme of Wikidata, not an item',
      expect.stringContaining('Expected Object'),
      'id: is not the id of an entity',
    ]);
  });

  it('takes an item by the id that it redirects to, once', () => {
    const redirects = { redirects: { from: 'Q5000', to: 'Q1' } };
    const read = document({ Q5000: named('Q1', 'One', redirects), Q1: named('Q1', 'One') });
    expect(records(read, 'entity').map(({ id }) => id)).toEqual(['Q1']);
    expect(checkPack(read).problems).toEqual([]);
  });

  it('writes items of which it has only the name, by the kind their facts give', () => {
    const position = [statement('bbbbbbbb', item('Q200'))];
    const nameAlone = (id: string, value: string) => ({
      [id]: { type: 'item', id, labels: { en: { language: 'en', value } } },
    });
    const read = document({
      ...nameAlone('Q200', 'Minister of Examples'),
      ...nameAlone('Q201', 'Named by No Fact'),
      Q100: person({ P39: position }),
      Q101: { ...person({ P39: position }), id: 'Q101', labels: { en: { value: 'Bob' } } },
    });
    expect(records(read, 'entity').map(({ id }) => id)).toEqual(['Q100', 'Q200', 'Q101', 'Q201']);
    expect(problems(read)).toEqual([]);
    expect(records(read, 'entity').find(({ id }) => id === 'Q200')).toEqual({
      id: 'Q200',
      kind: 'office',
      names: [{ text: 'Minister of Examples', lang: 'en', needs: 'context' }],
      links: { wikidata: 'https://www.wikidata.org/wiki/Q200' },
    });
    expect(checkPack(read).problems).toEqual([]);
  });

  it('leaves a shared name to the most prominent of its bearers', () => {
    const wikis = (count: number) => ({
      sitelinks: Object.fromEntries(Array.from({ length: count }, (_, at) => [`w${at}`, {}])),
    });
    const needs = (...counts: number[]) =>
      records(
        document(
          Object.fromEntries(
            counts.map((count, at) => [`Q${at + 1}`, named(`Q${at + 1}`, 'Georgia', wikis(count))]),
          ),
        ),
        'entity',
      ).map(({ names }) => names[0]?.needs);
    expect(needs(3, 50)).toEqual(['context', undefined]);
    expect(needs(50, 50)).toEqual(['context', 'context']);
    expect(needs(50)).toEqual([undefined]);
  });

  it.each([
    ['', /not JSON/],
    ['{"entities":{"Q1":', /not JSON/],
    ['{"error":{"code":"no-such-entity"}}', /no "entities"/],
    ['{"entities":7}', /no "entities"/],
    ['null', /no "entities"/],
  ])('that is %j is refused', (text, message) => {
    const read = convert(documentConverter(OPTIONS), [text]);
    expect(problems(read).map((problem) => problem.message)).toEqual([
      expect.stringMatching(message),
    ]);
  });
});

describe('a dump', () => {
  const one = JSON.stringify(named('Q1', 'One'));
  const two = JSON.stringify(named('Q2', 'Two'));

  it.each([
    ['as Wikimedia writes it', ['[', `${one},`, two, ']', '']],
    ['as NDJSON', [one, two]],
    ['with a byte order mark and spaces', [`\uFEFF[`, ` ${one} , `, two, ' ] ']],
  ])('is read %s', (_, lines) => {
    const read = dump(lines);
    expect(records(read, 'entity').map(({ id }) => id)).toEqual(['Q1', 'Q2']);
    expect(checkPack(read).problems).toEqual([]);
  });

  it('goes on after a broken line, and names it', () => {
    const read = dump(['[', `${one},`, one.slice(0, 40), `${two},`, ']']);
    expect(records(read, 'entity').map(({ id }) => id)).toEqual(['Q1', 'Q2']);
    expect(problems(read)).toEqual([
      { line: 3, message: expect.stringContaining('is not JSON'), mend: expect.any(String) },
    ]);
  });

  it('gives the same however its lines come', () => {
    const whole = dump([one, two]);
    const converter = dumpConverter(OPTIONS);
    const parts = [...converter.lines([one], 1), ...converter.lines([two], 2), ...converter.end()];
    expect(parts).toEqual(whole);
    expect(whole.filter((line) => line.ok && line.read.kind === 'pack')).toHaveLength(1);
  });

  it('writes a header even for nothing, dated by the name of the file', () => {
    const read = convert(
      dumpConverter({ ...OPTIONS, fileName: 'wikidata-20240101-all.json.gz' }),
      [],
    );
    expect(records(read, 'pack')[0]).toMatchObject({ asOf: '2024-01-01' });
  });

  it('takes what is asked for by id or class, and says nothing of the rest', () => {
    const unnamed = JSON.stringify({ ...named('Q3', 'x'), labels: {} });
    const seen: [string, readonly string[]][] = [];
    const read = dump([one, two, unnamed], (id, classes) => {
      seen.push([id, classes]);
      return id === 'Q2';
    });
    expect(records(read, 'entity').map(({ id }) => id)).toEqual(['Q2']);
    expect(problems(read)).toEqual([]);
    expect(seen).toEqual([
      ['Q1', ['Q5']],
      ['Q2', ['Q5']],
      ['Q3', ['Q5']],
    ]);
  });
});

describe('recognises', () => {
  const entity = JSON.stringify(named('Q1', 'One'));
  it.each<[string, string, boolean, boolean]>([
    ['an answer', `{"entities":{"Q1":${entity}},"success":1}`, true, false],
    ['an answer, its success first', `{"success":1,"entities":{"Q1":${entity}}}`, true, false],
    [
      'an answer, indented',
      JSON.stringify({ entities: { Q1: named('Q1', 'One') } }, null, 2),
      true,
      false,
    ],
    ['an answer cut off', `{"entities":{"Q1":${entity.slice(0, 60)}`, true, false],
    ['a dump', `[\n${entity},\n`, false, true],
    ['a dump with carriage returns', `[\r\n${entity},\r\n`, false, true],
    ['NDJSON', `${entity}\n${entity}\n`, false, true],
    ['one long line, cut off', entity.slice(0, 120), false, true],
    [
      'a search result',
      '{"searchinfo":{"search":"abc"},"search":[{"id":"Q169889"}]}',
      false,
      false,
    ],
    ['SPARQL results', '{"head":{"vars":["item"]},"results":{"bindings":[]}}', false, false],
    ['a pack', '{"pack":{"format":"backgrounder/1"}}\n{"entity":{"id":"Q1"}}', false, false],
    ['FollowTheMoney', '{"id":"a","schema":"Person","properties":{}}', false, false],
    ['a web page', '<!DOCTYPE html><p>"entities":{"Q1":{', false, false],
    ['nothing', '', false, false],
  ])('%s', (_, sample, isDocument, isDump) => {
    expect(wikidataDocument.recognises(sample)).toBe(isDocument);
    expect(wikidataDump.recognises(sample)).toBe(isDump);
  });
});

const mock = sharedPath('formats/wikidata/mock-dump-for-long-testing.json');

it.runIf(mock !== undefined)(
  'the sample of a dump, given labels, is converted line by line',
  () => {
    const text = readFileSync(mock ?? '', 'utf8');
    // The first entity stands on the second line, after "[".
    expect(problems(dump(text.split('\n')))[0]?.line).toBe(2);
    const items = text.match(/"type":"item"/gu)?.length ?? 0;
    const named = text.replaceAll('"labels":{}', '"labels":{"en":{"value":"A name"}}');
    expect(items).toBeGreaterThan(0);
    expect(records(dump(named.split('\n')), 'entity')).toHaveLength(items);
  },
);
