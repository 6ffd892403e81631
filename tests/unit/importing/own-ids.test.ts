import { expect, test } from 'vitest';
import { checkOwnEntry, soundEntry } from '../../../facts/check-own.ts';
import type { OwnEntry } from '../../../facts/own.ts';
import { withOwnIds } from '../../../facts/own-ids.ts';

/** An entry with a fact about it, its source and a stance. */
function entryOf(id: string, fact: string, source: string): OwnEntry {
  return {
    entity: { id, kind: 'person', names: [{ text: `Name of ${id}` }] },
    facts: [
      {
        id: fact,
        subject: id,
        predicate: 'P27',
        value: { en: 'Freedonia' },
        sources: [source, 'gazette'],
        stances: [
          { by: 'Q9', stance: 'denies', source },
          { by: 'Q9', stance: 'confirms' },
        ],
      },
    ],
    sources: [
      {
        id: source,
        title: `Source of ${id}`,
        publisher: 'Tests',
        url: 'https://tests.example/',
        accessed: '2026-11-23',
      },
    ],
    predicates: [],
    private: true,
    created: '2026-01-01T00:00:00.000Z',
    changed: '2026-01-01T00:00:00.000Z',
  };
}

const idsOf = ({ facts, sources }: OwnEntry) => [...facts, ...sources].map(({ id }) => id);

test('facts and sources of two entries are told apart, whatever ids they came with', () => {
  const [one, other] = [soundEntry(entryOf('Q5', '1', '1')), soundEntry(entryOf('Q55', '1', '1'))];
  expect(idsOf(one)).toEqual(['Q5#1', 'Q5#1']);
  expect(idsOf(other)).toEqual(['Q55#1', 'Q55#1']);
});

test('what names a source of the entry goes on naming it, and what names another stays', () => {
  const [fact] = soundEntry(entryOf('Q5', '1', '1')).facts;
  expect(fact?.sources).toEqual(['Q5#1', 'gazette']);
  expect(fact?.stances).toEqual([
    { by: 'Q9', stance: 'denies', source: 'Q5#1' },
    { by: 'Q9', stance: 'confirms' },
  ]);
});

test.each([
  ['Q5', 'Q5-P27-f078e5b3', 'Q5-ref-0123456789ab'],
  ['own:1', 'own:1#1', 'own:1#source'],
])('ids that are those of %s stay, and once they are given they stay too', (id, fact, source) => {
  const entry = entryOf(id, fact, source);
  expect(withOwnIds(entry)).toEqual(entry);
  const given = withOwnIds(entryOf(id, 'x', 'y'));
  expect(withOwnIds(given)).toEqual(given);
});

test('an id that only begins with the same letters is not its own', () => {
  expect(idsOf(withOwnIds(entryOf('Q5', 'Q55-P27-f078e5b3', 's')))).toEqual([
    'Q5#Q55-P27-f078e5b3',
    'Q5#s',
  ]);
});

test('the longest ids can be kept', () => {
  const long = `${'x'.repeat(199)}1`;
  expect(() => soundEntry(soundEntry(entryOf('Q5', long, long)))).not.toThrow();
});

test('an id that stands twice in an entry is refused', () => {
  const entry = entryOf('Q5', '1', '1');
  const twice = { ...entry, sources: [...entry.sources, ...entry.sources] };
  expect(checkOwnEntry(entry)).toEqual([]);
  expect(checkOwnEntry(twice).map(({ message }) => message)).toEqual(['the id "1" stands twice']);
});
