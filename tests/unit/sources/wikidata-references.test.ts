import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../facts/check-pack.ts';
import { documentConverter } from '../../../sources/wikidata/document.ts';
import {
  convert,
  item,
  monolingual,
  OPTIONS,
  person,
  records,
  statement,
  text,
  time,
} from './wikidata-fixtures.ts';

/** Items of which the document has the name alone are given by id. */
const run = (entity: object, names: Record<string, object> = {}) => {
  const others = Object.entries(names).map(([id, labels]) => [id, { type: 'item', id, labels }]);
  const entities = { Q100: entity, ...Object.fromEntries(others) };
  return convert(documentConverter(OPTIONS), [JSON.stringify({ entities })]);
};

describe('references', () => {
  const born = (references: object[], labels: Record<string, object> = {}) =>
    records(
      run(
        person({ P569: [statement('bbbbbbbb', time('+1952-03-11T00:00:00Z'), { references })] }),
        labels,
      ),
      'source',
    );
  const HASH = '3d86e0972a03346a098a5703df2232b01c418ded';

  it('cite the page of the item, as of its last edit', () =>
    expect(born([])).toEqual([
      {
        id: 'wikidata:Q100',
        title: 'Ada Example (Q100)',
        publisher: 'Wikidata',
        url: 'https://www.wikidata.org/wiki/Q100',
        published: '2025-06-01',
        accessed: '2026-11-23',
        licence: 'CC0-1.0',
      },
    ]));

  it('become sources with their title and dates, by the host that publishes them', () =>
    expect(
      born([
        {
          hash: HASH,
          snaks: {
            P854: [text('https://www.gazette.example/a?b=1'), text('https://b.example/')],
            P1476: [monolingual('An obituary', 'en')],
            P577: [time('+2001-05-00T00:00:00Z', 10)],
            P813: [time('+2013-12-07T00:00:00Z')],
          },
        },
      ]).slice(1),
    ).toEqual([
      {
        id: 'Q100-ref-3d86e0972a03',
        title: 'An obituary',
        publisher: 'gazette.example',
        url: 'https://www.gazette.example/a?b=1',
        published: '2001-05',
        accessed: '2013-12-07',
      },
      {
        id: 'Q100-ref-3d86e0972a03-2',
        title: 'An obituary',
        publisher: 'b.example',
        url: 'https://b.example/',
        published: '2001-05',
        accessed: '2013-12-07',
      },
    ]));

  it('name the work and the publisher where their names are at hand', () => {
    const snaks = { P248: [item('Q300')], P123: [item('Q301')] };
    expect(
      born([{ hash: HASH, snaks }], {
        Q300: { en: 'The Lives' },
        Q301: { en: { language: 'en', value: 'Example Press' } },
      })[1],
    ).toMatchObject({
      title: 'The Lives',
      publisher: 'Example Press',
      url: 'https://www.wikidata.org/wiki/Q300',
      accessed: '2025-06-01',
    });
    expect(born([{ hash: HASH, snaks }])[1]).toMatchObject({ publisher: 'Wikidata' });
  });

  it('that only give an identifier or an import are left out', () =>
    expect(
      born([{ snaks: { P214: [text('113230702')] } }, { snaks: { P143: [item('Q328')] } }]),
    ).toHaveLength(1));

  it('are written once, and shared', () => {
    const references = [{ hash: HASH, snaks: { P854: [text('https://a.example/')] } }];
    const read = run(
      person({
        P569: [statement('bbbbbbbb', time('+1952-03-11T00:00:00Z'), { references })],
        P570: [statement('cccccccc', time('+2001-05-11T00:00:00Z'), { references })],
      }),
    );
    expect(checkPack(read).problems).toEqual([]);
    expect(records(read, 'source')).toHaveLength(2);
    expect(records(read, 'fact').map(({ sources }) => sources[1])).toEqual([
      'Q100-ref-3d86e0972a03',
      'Q100-ref-3d86e0972a03',
    ]);
  });
});
