import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../../locales/en.json' with { type: 'json' };
import { LOCALES, tagOf } from '../../../words/locales.ts';
import { type Messages, type MessageTree, messagesOf } from '../../../words/words.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../locales');
const ENGLISH = messagesOf(english);

/** Forms by Unicode's plural rules, https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules. */
const FORM = /_(zero|one|two|few|many|other)$/u;
/** Messages that are the same in most languages: signs, names, and slots with signs between them. */
const SAME_IN_ALL = /^(?:[\s\p{P}\p{S}\d]|\$\d|Backgrounder|CSL-JSON|Wikidata)*$/u;
/** Keys of messages that read the same in a language by right. */
const SAME: Readonly<Partial<Record<string, readonly string[]>>> = {
  de: [
    'kind_person',
    'kind_organisation',
    'reference_version',
    'reference_website',
    'options_appearance_sample',
    'options_appearance_normal',
    'options_behaviour_alt',
    'own_fields_name',
  ],
  fr: [
    'kind_organisation',
    'card_sources_one',
    'card_sources_other',
    'card_claim_source',
    'card_cite_field',
    'card_topic_relation',
    'card_state_parties',
    'reference_packsPage',
    'reference_packs',
    'reference_sources_one',
    'reference_sources_other',
    'reference_kindTitle_organisation',
    'reference_sourceLabel',
    'reference_packLabel',
    'reference_version',
    'reference_licence',
    'reference_packSources',
    'picture_source',
    'picture_article',
    'picture_sources_one',
    'picture_sources_other',
    'options_sites_title',
    'options_appearance_sample',
    'options_behaviour_alt',
    'options_behaviour_ctrl',
    'options_languages_locale',
    'packs_title',
    'packs_catalogue_title',
    'packs_count_packs_one',
    'packs_count_packs_other',
    'packs_count_sources_one',
    'packs_count_sources_other',
    'packs_version',
    'packs_details_licence',
    'own_lookUp_services',
    'own_lookUp_service',
    'own_fields_note',
    'own_aNote',
    'own_notes_one',
    'own_notes_other',
    'backup_rows_notes',
    'backup_rows_corrections',
  ],
};

/** How much longer than English a message may be: half as long again is usual, a word may double. */
const LONGER_BY = 2.2;
const LONGER_BY_AT_LEAST = 12;
/** Keys that have to be longer, with their reasons. */
const LONG: Readonly<Partial<Record<string, readonly string[]>>> = {};

/** Whether a message is one form of a plural: `kind_other` is none, as there is no `kind_one`. */
function isForm(key: string): boolean {
  const stem = key.replace(FORM, '');
  return FORM.test(key) && `${stem}_one` in ENGLISH && `${stem}_other` in ENGLISH;
}

/** Plural messages by their stems, with the forms that they have. */
function pluralsOf(messages: Messages): ReadonlyMap<string, readonly string[]> {
  const stems = new Map<string, string[]>();
  for (const key of Object.keys(messages).filter(isForm)) {
    const stem = key.replace(FORM, '');
    stems.set(stem, [...(stems.get(stem) ?? []), FORM.exec(key)?.[1] ?? '']);
  }
  return stems;
}

const plain = (messages: Messages) => Object.keys(messages).filter((key) => !isForm(key));

/** Whether a form is for one number only, which then may go without saying: not so in Russian, where 21 is `one`. */
function isExact(key: string, tag: string): boolean {
  const rules = new Intl.PluralRules(tag);
  const form = FORM.exec(key)?.[1];
  return (
    isForm(key) &&
    Array.from({ length: 200 }, (_, number) => number).filter(
      (number) => rules.select(number) === form,
    ).length === 1
  );
}

const slotsOf = (text: string) => [...new Set(text.match(/\$\d/gu))].sort().join(' ');

/** What is wrong with the messages of a language, a line each. */
function faults(locale: (typeof LOCALES)[number], messages: Messages): string[] {
  const tag = tagOf(locale);
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
  const found: string[] = [];
  const keys = new Set(plain(messages));
  for (const key of plain(ENGLISH)) if (!keys.has(key)) found.push(`${key} is missing`);
  for (const key of keys) if (!(key in ENGLISH)) found.push(`${key} is not in English`);
  const plurals = pluralsOf(messages);
  for (const stem of pluralsOf(ENGLISH).keys()) {
    const given = (plurals.get(stem) ?? []).toSorted();
    if (given.join() !== forms.join()) found.push(`${stem} has ${given}, and needs ${forms}`);
  }
  for (const [key, text] of Object.entries(messages)) {
    const original = ENGLISH[key] ?? ENGLISH[key.replace(FORM, '_other')];
    if (original === undefined) continue;
    if (text.trim() === '') found.push(`${key} is empty`);
    const slots = slotsOf(text);
    const fits = [original, ...(isExact(key, tag) ? [original.replaceAll('$1', '')] : [])];
    if (!fits.some((one) => slotsOf(one) === slots))
      found.push(`${key} has the slots ${slots}, and needs ${slotsOf(original)}`);
    if (locale === 'en' || key === 'locale') continue;
    if (text === original && !SAME_IN_ALL.test(text) && !SAME[locale]?.includes(key))
      found.push(`${key} is English: ${text}`);
    const most = original.length * LONGER_BY + LONGER_BY_AT_LEAST;
    if (text.length > most && !LONG[locale]?.includes(key))
      found.push(`${key} is long: ${text.length} for ${original.length}`);
  }
  return found;
}

function read(locale: string): MessageTree {
  return JSON.parse(readFileSync(path.join(FOLDER, `${locale}.json`), 'utf8'));
}

describe('the languages of the interface', () => {
  const written = LOCALES;

  it('have no file that is none of them', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
    expect(files.toSorted()).toEqual(written.map((locale) => `${locale}.json`).toSorted());
  });

  it.each(written)(
    '%s says all that English says, with its slots and in its plural forms',
    (locale) => {
      expect(faults(locale, messagesOf(read(locale)))).toEqual([]);
    },
  );

  it.each(written)('%s says which it is', (locale) => expect(read(locale)['locale']).toBe(locale));
});

describe('a language file', () => {
  const russian: Messages = {
    ...Object.fromEntries(
      Object.entries(ENGLISH).map(([key, text]) => [key, text.replace(/[a-z]/giu, 'ж')]),
    ),
    ...Object.fromEntries(
      [...pluralsOf(ENGLISH).keys()].flatMap((stem) =>
        ['few', 'many'].map((form) => [`${stem}_${form}`, ENGLISH[`${stem}_other`] ?? '']),
      ),
    ),
  };
  const of = (changes: Messages) =>
    faults('ru', { ...russian, ...changes }).filter((fault) => !/is English/u.test(fault));
  const without = (key: string) => {
    const { [key]: _, ...rest } = russian;
    return faults('ru', rest).filter((fault) => !/is English/u.test(fault));
  };

  it('is well as it should be', () => expect(of({})).toEqual([]));
  it('is to lack nothing', () => expect(without('card_close')).toEqual(['card_close is missing']));
  it('is to have nothing of its own', () =>
    expect(of({ card_shut: 'ж' })).toEqual(['card_shut is not in English']));
  it('is to have all plural forms of the language', () =>
    expect(without('card_sources_few')).toEqual([
      'card_sources has many,one,other, and needs few,many,one,other',
    ]));
  it('is to have each slot', () =>
    expect(of({ facts_since: 'ж' })).toEqual(['facts_since has the slots , and needs $1']));
  it('may leave the number out of a form that is for one number only', () => {
    expect(of({ card_sources_one: 'ж' })).toHaveLength(1);
    const german = { ...ENGLISH, card_sources_one: 'eine Quelle' };
    expect(faults('de', german).filter((fault) => /slots/u.test(fault))).toEqual([]);
  });
  it('is to say something', () => expect(of({ card_close: ' ' })).toEqual(['card_close is empty']));
  it('is to be translated', () =>
    expect(faults('ru', { ...russian, card_close: 'Close' })).toContain(
      'card_close is English: Close',
    ));
  it('is not to be much longer', () =>
    expect(of({ card_close: 'ж'.repeat(30) })).toEqual(['card_close is long: 30 for 5']));
});
