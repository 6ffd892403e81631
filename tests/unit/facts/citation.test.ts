import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { citationText, cslJson } from '../../../facts/citation.ts';
import type { Source } from '../../../facts/pack-format.ts';

const REPORT: Source = {
  id: 'us-iran/nyt',
  title: 'Elon Musk Met With Iran’s U.N. Ambassador',
  publisher: 'The New York Times',
  url: 'https://www.nytimes.com/2024/11/14/world/elon-musk-iran-trump.html',
  published: '2024-11-14',
  accessed: '2026-11-23',
};

/** The rules of the CSL-JSON schema (csl-data.json) for the members that are written. */
const DATE = {
  type: 'object',
  additionalProperties: false,
  required: ['date-parts'],
  properties: {
    'date-parts': {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      items: {
        type: 'array',
        minItems: 1,
        maxItems: 3,
        items: { type: ['string', 'number'] },
      },
    },
    circa: { type: ['string', 'number', 'boolean'] },
  },
};
const TEXTS = ['title', 'container-title', 'publisher', 'URL', 'archive', 'archive_location'];
const validate = new Ajv({ allowUnionTypes: true }).compile({
  type: 'array',
  minItems: 1,
  maxItems: 1,
  items: {
    type: 'object',
    required: ['type', 'id'],
    additionalProperties: false,
    properties: {
      id: { type: ['string', 'number'] },
      type: { enum: ['article-newspaper', 'webpage'] },
      issued: DATE,
      accessed: DATE,
      ...Object.fromEntries(TEXTS.map((name) => [name, { type: 'string' }])),
    },
  },
});

function item(changes: Partial<Source>): Record<string, unknown> {
  const items: unknown = JSON.parse(cslJson({ ...REPORT, ...changes }));
  expect(validate(items), JSON.stringify(validate.errors)).toBe(true);
  return (items as Record<string, unknown>[])[0] ?? {};
}

describe('a citation', () => {
  it('as text names publisher, title, day, address and day of access', () => {
    expect(citationText(REPORT)).toBe(
      'The New York Times. “Elon Musk Met With Iran’s U.N. Ambassador”. 14 Nov 2024. https://www.nytimes.com/2024/11/14/world/elon-musk-iran-trump.html (accessed 23 Nov 2026)',
    );
  });

  it('as text says what it knows, and no more', () => {
    const { published: _, accessed: __, ...undated } = REPORT;
    const archived = { ...undated, publisher: 'Press Inc.', archived: 'https://archive.example/1' };
    expect(citationText(archived)).toBe(
      `Press Inc. “${REPORT.title}”. ${REPORT.url} (archived: https://archive.example/1)`,
    );
    expect(citationText(undated)).toBe(`The New York Times. “${REPORT.title}”. ${REPORT.url}`);
    expect(citationText({ ...undated, published: '2022~' })).toContain('. about 2022. https');
  });

  it('as CSL-JSON is an article of a newspaper when it bears a day', () => {
    expect(item({ archived: 'https://archive.example/1' })).toEqual({
      id: 'us-iran/nyt',
      type: 'article-newspaper',
      title: REPORT.title,
      'container-title': 'The New York Times',
      publisher: 'The New York Times',
      URL: REPORT.url,
      issued: { 'date-parts': [[2024, 11, 14]] },
      accessed: { 'date-parts': [[2026, 11, 23]] },
      archive: 'archive.example',
      archive_location: 'https://archive.example/1',
    });
  });

  it.each([
    ['https://www.whitehouse.gov/a', '2025-01-20'],
    ['https://www.gov.uk/a', '2025-01-20'],
    ['https://www.iaea.int/a', '2025-01-20'],
    ['https://press.un.org/a', '2025-01-20'],
    ['https://news.example/a', '2025-01'],
  ])('as CSL-JSON of %s on %s is a web page', (url, published) => {
    expect(item({ url, published })['type']).toBe('webpage');
  });

  it.each([
    ['2024-11-14', [[2024, 11, 14]], undefined],
    ['2024-11', [[2024, 11]], undefined],
    ['2024', [[2024]], undefined],
    ['2024~', [[2024]], true],
    ['201X', [[2010], [2019]], undefined],
    ['-0043-03-15', [[-44, 3, 15]], undefined],
  ])('as CSL-JSON writes %s as precisely', (published, parts, circa) => {
    const { issued } = item({ published });
    expect(issued).toEqual({ 'date-parts': parts, ...(circa && { circa }) });
  });

  it('as CSL-JSON leaves out a date that is none', () => {
    expect(item({ published: 'soon' })).not.toHaveProperty('issued');
  });
});
