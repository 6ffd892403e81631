import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../facts/dates.ts';
import { EntitySchema, FactSchema } from '../../../facts/pack-format.ts';
import { PACK } from '../../fixtures/disambiguation/pack.ts';
import { TABLE } from '../../fixtures/disambiguation/table.ts';

const LEAST_SENTENCES = 170;
const LEAST_LANGUAGES = 13;
const LEAST_IN_ENGLISH = 40;
const LEAST_IN_A_LANGUAGE = 8;

const ids = new Set<string>(PACK.entities.map(({ id }) => id));
const all = TABLE.flatMap(({ sentences }) => sentences);

describe('the table of the disambiguation test', () => {
  it('is large enough, and a third of it has something that must not be linked', () => {
    expect(all.length).toBeGreaterThanOrEqual(LEAST_SENTENCES);
    expect(new Set(TABLE.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(LEAST_LANGUAGES);
    for (const { lang, sentences } of TABLE) {
      const least = lang === 'en' ? LEAST_IN_ENGLISH : LEAST_IN_A_LANGUAGE;
      expect(sentences.length, lang).toBeGreaterThanOrEqual(least);
    }
    const withTraps = all.filter(({ not = [] }) => not.length > 0);
    expect(withTraps.length).toBeGreaterThanOrEqual(all.length / 3);
  });

  it('has no sentence twice', () => {
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  it.each(all.map((sentence) => [sentence.text, sentence] as const))(
    'can be right of: %s',
    (_, { text, date, links, not = [] }) => {
      let from = 0;
      for (const [part, entity] of links) {
        const at = text.indexOf(part, from);
        expect(at, `"${part}" after ${from}`).toBeGreaterThanOrEqual(from);
        from = at + part.length;
        expect(ids, entity).toContain(entity);
      }
      for (const part of not) expect(text).toContain(part);
      if (date !== undefined) expect(parseDate(date), date).not.toBeNull();
    },
  );
});

describe('the pack of the disambiguation test', () => {
  it('is in the pack format, with ids that are its own', () => {
    for (const entity of PACK.entities) {
      expect(v.safeParse(EntitySchema, entity).success, entity.id).toBe(true);
    }
    for (const fact of PACK.facts) {
      expect(v.safeParse(FactSchema, fact).success, fact.id).toBe(true);
    }
    expect(ids.size).toBe(PACK.entities.length);
  });

  it('states facts of its own entities, dated right', () => {
    for (const { id, subject, object, start, end } of PACK.facts) {
      expect(ids, id).toContain(subject);
      expect(ids, id).toContain(object);
      for (const date of [start, end]) {
        if (date !== undefined) expect(parseDate(date), id).not.toBeNull();
      }
    }
  });

  it('has each entity in a fact or in a sentence', () => {
    const used = new Set<string | undefined>([
      ...PACK.facts.flatMap(({ subject, object }) => [subject, object]),
      ...all.flatMap(({ links }) => links.map(([, entity]) => entity)),
    ]);
    expect([...ids].filter((id) => !used.has(id))).toEqual([]);
  });
});
