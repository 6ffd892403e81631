import { item, statement, time } from '../sources/wikidata-fixtures.ts';

/** A line of a dump: an invented person who has held an office that other persons held too. */
export function dumpLine(number: number, more: object = {}): string {
  const uuid = (nth: number) => (number * 8 + nth).toString(16).padStart(8, '0');
  return JSON.stringify({
    type: 'item',
    id: `Q${1_000_000 + number}`,
    labels: {
      en: { language: 'en', value: `Ada Example ${number}` },
      fa: { language: 'fa', value: `آدا ${number}` },
    },
    modified: '2025-06-01T10:00:00Z',
    claims: {
      P31: [statement(uuid(0), item(number % 3 === 0 ? 'Q43229' : 'Q5'))],
      P39: [
        statement(uuid(1), item(`Q${500 + (number % 7)}`), {
          qualifiers: { P580: [time('+2001-02-03T00:00:00Z')] },
        }),
      ],
      P27: [statement(uuid(2), item('Q30'))],
    },
    ...more,
  });
}

/** The lines of a dump as Wikimedia writes it, "[" and "]" included. */
export function dumpLines(count: number): string[] {
  const items = Array.from({ length: count }, (_, at) => dumpLine(at));
  return ['[', ...items.map((line, at) => (at < count - 1 ? `${line},` : line)), ']'];
}
