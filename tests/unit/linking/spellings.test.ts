import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../facts/vocabulary.ts';
import { isLegalForm, withoutLegalForm } from '../../../linking/organisation-suffixes.ts';
import { spellingsOf } from '../../../linking/spellings.ts';

type Row = readonly [kind: Kind, name: string, others: readonly string[]];

/** Spellings besides the name itself; those without the legal form of an organisation in brackets. */
const SPELLINGS: Record<string, readonly Row[]> = {
  'most names have one': [
    ['person', 'Elon Musk', []],
    ['place', 'St. Petersburg', []],
    ['person', 'Илон Маск', []],
    ['other', '', []],
  ],
  'the article is optional': [
    ['organisation', 'The New York Times', ['New York Times']],
    ['work', 'the Iliad of Homer', ['Iliad of Homer']],
    ['place', 'The Hague', []],
    ['organisation', 'The Times', []],
    ['place', 'The Bronx River', []],
  ],
  'initials with and without dots and spaces': [
    ['person', 'J.D. Vance', ['JD Vance', 'J D Vance']],
    ['person', 'J. D. Vance', ['JD Vance', 'J D Vance']],
    ['person', 'JD Vance', ['J D Vance']],
    ['organisation', 'J.D. Vance', []],
    ['person', 'J. Vance', []],
  ],
  'apostrophes are left out': [
    ['person', "Ali Khamene'i", ['Ali Khamenei']],
    ['person', 'Ali Khamene’i', ['Ali Khamenei']],
    ['place', 'Sanaʿa', ['Sanaa']],
    ['place', "Xi'an", ['Xian']],
    ['person', "'Ali", []],
  ],
  'the seam between Arabic letters is left out': [['person', 'علی خامنه\u200Cای', ['علی خامنهای']]],
  'the dot between katakana is left out': [
    ['person', 'イーロン・マスク', ['イーロンマスク']],
    ['person', '埃隆·马斯克', []],
  ],
  'umlauts are spelled out': [
    ['person', 'Müller', ['Mueller']],
    ['place', 'Århus', ['Aarhus']],
    ['person', 'Jörg Øster', ['Joerg Oester']],
    ['person', 'Erdoğan', []],
  ],
  'the legal form is optional': [
    ['organisation', 'Paxar Corp.', ['[Paxar]']],
    ['organisation', 'Tesla, Inc.', ['[Tesla]']],
    ['organisation', 'The Boeing Company', ['Boeing Company', '[Boeing]']],
    ['organisation', 'Siemens AG', ['[Siemens]']],
    ['organisation', 'Müller & Co KG', ['Mueller & Co KG', '[Müller]']],
    ['product', 'Paxar Corp.', []],
    ['organisation', 'Ltd', []],
  ],
};

describe.each(Object.entries(SPELLINGS))('spellings: %s', (_, rows) => {
  it.each(rows)('%s %s', (kind, name, others) => {
    const shown = spellingsOf({ text: name }, kind).map(({ text, isUnsuffixed }) =>
      isUnsuffixed ? `[${text}]` : text,
    );
    expect(shown).toEqual([name, ...others]);
  });
});

describe('spellings of short names', () => {
  it('keep their legal form, which tells them from the word', () => {
    const short = spellingsOf({ text: 'Gap Inc', use: 'short' }, 'organisation');
    expect(short.map(({ text }) => text)).toEqual(['Gap Inc']);
  });
});

describe('legal forms', () => {
  it.each([
    ['Paxar Corp.', 'Paxar'],
    ['Paxar Corp, Inc.', 'Paxar'],
    ['Deutsche Bank AG', 'Deutsche Bank'],
    ['Smith & Co', 'Smith'],
    ['Paxar', undefined],
    ['Incorporated', undefined],
    ['Group of Seven', undefined],
    ['', undefined],
  ])('%s without it: %s', (name, bare) => expect(withoutLegalForm(name)).toBe(bare));

  it('are ordinary words when they are small, but for those that agencies write so', () => {
    expect(['inc', 'corp', 'ltd', 'plc'].every((word) => isLegalForm(word, true))).toBe(true);
    expect(['as', 'group', 'company', 'se'].some((word) => isLegalForm(word, true))).toBe(false);
    expect(['as', 'group', 'company', 'se'].every((word) => isLegalForm(word))).toBe(true);
    expect(isLegalForm('musk')).toBe(false);
  });
});
