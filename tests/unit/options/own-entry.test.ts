import { describe, expect, test } from 'vitest';
import type { EntityDraft } from '../../../entrypoints/options/backend.ts';
import { entityOf, entryWith } from '../../../entrypoints/options/own-entry.ts';
import { soundEntry } from '../../../facts/check-own.ts';
import type { OwnEntry } from '../../../facts/own.ts';
import type { Entity } from '../../../facts/pack-format.ts';

const DRAFT: EntityDraft = {
  name: 'Ann Example',
  otherNames: ['Ann'],
  kind: 'person',
  summary: 'Writes tests.',
  url: 'https://ann.example/',
  private: true,
};

function entryOf(entity: Partial<Entity>): OwnEntry {
  const names = [{ text: 'Ann Example' }];
  return {
    entity: { id: 'Q1', kind: 'person', names, ...entity },
    facts: [],
    sources: [],
    predicates: [],
    private: true,
    created: '2026-01-01T00:00:00.000Z',
    changed: '2026-01-01T00:00:00.000Z',
  };
}

/** What the reader sees after they saved what they see with some changes. */
function edited(entity: Partial<Entity>, changes: Partial<EntityDraft>, languages: string[]) {
  const before = entryOf(entity);
  const after = entryWith(
    before,
    { ...entityOf(before, languages), ...changes },
    undefined,
    languages,
  );
  return { after: soundEntry(after), shown: entityOf(after, languages) };
}

test('a new entry is shown as it was written', () => {
  const from = { url: 'https://news.example/', words: 'Ann' };
  const entry = soundEntry(entryWith(undefined, DRAFT, from, ['en']));
  expect(entityOf(entry, ['en'])).toMatchObject({ ...DRAFT, from, facts: 0 });
});

describe('an entry with names in several languages', () => {
  const names: Entity['names'] = [
    { text: 'Иван', lang: 'ru' },
    { text: 'Ivan', lang: 'en', needs: 'context' },
    { text: 'Petrov', lang: 'en', use: 'short' },
  ];

  test('keeps their languages and uses where nothing of them was changed', () => {
    const { after } = edited({ names }, { summary: 'New.' }, ['en']);
    expect(after.entity.names).toEqual([names[1], names[0], names[2]]);
  });

  test.each([
    ['a new one', 'Ivan the Third', ['Ivan', 'Иван']],
    ['one of another language', 'Иван', ['Ivan']],
    ['a short one', 'Petrov', ['Ivan', 'Иван']],
  ])('is shown by the name that the reader put first: %s', (_, name, otherNames) => {
    const { shown } = edited({ names }, { name, otherNames }, ['en', 'ru']);
    expect(shown.name).toBe(name);
    expect(shown.otherNames).toEqual(otherNames);
  });
});

describe('the summary that the reader changes', () => {
  const summary = { fr: 'Ancienne.', en: 'Old.' };

  test('is the one that they saw', () => {
    const { after, shown } = edited({ summary }, { summary: 'Nouvelle.' }, ['de', 'fr']);
    expect(shown.summary).toBe('Nouvelle.');
    expect(after.entity.summary).toEqual({ fr: 'Nouvelle.', en: 'Old.' });
  });

  test('goes when it is emptied, and the others stay', () => {
    const { after } = edited({ summary }, { summary: '' }, ['de', 'fr']);
    expect(after.entity.summary).toEqual({ en: 'Old.' });
  });
});

test('the address that was shown is changed or taken away, and others stay', () => {
  const links = { wikidata: 'https://www.wikidata.org/wiki/Q1', page: 'https://a.example/' };
  const changed = edited({ links }, { url: 'https://b.example/' }, ['en']);
  expect(changed.after.entity.links).toEqual({ ...links, page: 'https://b.example/' });
  expect(edited({ links }, { url: '' }, ['en']).after.entity.links).toEqual({
    wikidata: links.wikidata,
  });
});
