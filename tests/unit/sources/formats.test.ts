import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FormatError, recogniseFormat } from '../../../sources/formats.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const ENTITY = '"labels":{},"claims":{}';

describe('a file is recognised by its content', () => {
  it.each([
    ['backgrounder', '{"pack":{"format":"backgrounder/1","id":"x"}}\n{"source":{}}'],
    ['backgrounder', '\uFEFF{ "pack" : {"format":"backgrounder/2"}}'],
    ['followthemoney', '{"id":"a","caption":"A","schema":"Person","properties":{"name":["A"]}}\n'],
    ['followthemoney', '{"properties":{"name":["A"]},"schema":"Person","id":"a"}'],
    ['wikidata-entities', `{"entities":{"Q1":{"type":"item","id":"Q1",${ENTITY}}},"success":1}`],
    ['wikidata-dump', `[\n{"type":"item","id":"Q1",${ENTITY}},\n{"type":"item"`],
    ['sparql-results', '{"head":{"vars":["item"]},"results":{"bindings":[]}}'],
    ['popolo', '{"persons":[{"id":"1","name":"Ann"}],"organizations":[]}'],
    ['popolo', '{\n  "meta": {},\n  "memberships": [\n'],
    ['position-holders', 'position,person,personID,start,end\n'],
    ['position-holders', '\uFEFFperson;end;start;position\r\nAnn;;2001;Mayor'],
    ['biographies', 'id,name,gender,dob,dobp,dod,dodp,image,enwiki\n'],
    ['spreadsheet', 'Name,Kind\nAnn,person'],
    ['spreadsheet', 'name\nAnn'],
    ['spreadsheet', '\n\nkind\tsummary\tNAME\n'],
  ])('%s: %j', (id, sample) => {
    expect(recogniseFormat(sample, 'any.bin').id).toBe(id);
    expect(recogniseFormat(bytes(sample)).id).toBe(id);
  });

  it.each([
    ['PK\x03\x04\x14\0\x06\0', 'a zip archive'],
    ['%PDF-1.7\n%âãÏÓ', 'a PDF document'],
    ['<!DOCTYPE html><title>502</title>', 'a web page (HTML): perhaps an error page of the server'],
    ['\n <html lang="en">', 'a web page (HTML)'],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'a web page (HTML)'],
    ['<?xml version="1.0"?>\n<records/>', 'XML'],
    ['', 'empty'],
    ['\uFEFF \r\n\t\n', 'empty'],
    ['\0\x01\x02\x03'.repeat(30), 'binary'],
    [
      '{"type":"FeatureCollection","features":[]}',
      'JSON of an unknown kind (it begins with "type", "features")',
    ],
    ['[1,2,3]', 'JSON of an unknown kind'],
    [
      '{"op":"ADD","entity":{"id":"a","schema":"Person","properties":{}}}',
      'a list of changes (delta)',
    ],
    [
      '{"versions": {"20240527134702-zbn": "https://x.example/"}}',
      'a list of versions (delta.json)',
    ],
    ['{"versions": ["0.1", "0.2"], "name": "People"}', 'JSON of an unknown kind'],
    ['title,kind\nAnn,person', 'a table without a column "name" (its columns are "title", "kind")'],
    ['Dear all,\nsee you there.', 'a table without a column "name"'],
    ['Some words', 'text of an unknown kind'],
  ])('%j is refused as %s', (sample, found) => {
    for (const given of [sample, bytes(sample)]) {
      expect(() => recogniseFormat(given, 'my pack.csv')).toThrow(FormatError);
      expect(() => recogniseFormat(given, 'my pack.csv')).toThrow(`“my pack.csv” is ${found}`);
      expect(() => recogniseFormat(given)).toThrow(/Expected one of: Pack .*Spreadsheet/u);
    }
  });

  it.each([
    ['a gzip in a gzip', gzipSync('x'), 'a gzip file inside the gzip file'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x6e, 0, 0x61, 0), 'text in UTF-16'],
    ['Latin-1', Uint8Array.of(...bytes('name\nZo'), 0xeb, 0x0a), 'not text in UTF-8'],
    ['an old spreadsheet', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'an old Office document'],
  ])('bytes that are no text are named: %s', (_, sample, found) => {
    expect(() => recogniseFormat(sample)).toThrow(`The file is ${found}`);
  });

  it('does not mind a sample that ends within a character', () => {
    const sample = bytes('name\nZoë');
    expect(recogniseFormat(sample.subarray(0, sample.length - 1)).id).toBe('spreadsheet');
  });
});
