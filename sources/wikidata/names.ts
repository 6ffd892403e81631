import type { Name, Texts } from '../../facts/pack-format.ts';
import type { Kind, NameUse } from '../../facts/vocabulary.ts';
import {
  aliasesIn,
  cleanValue,
  isLanguageTag,
  languageTag,
  type TaggedText,
  textsIn,
  type WantedLanguage,
} from './languages.ts';
import { member, snaksOf, statementsOf, textOf } from './wikibase-json.ts';

/** Statements that give names, in one language each, and what use such a name is of. */
const NAMING: readonly { readonly property: string; readonly use?: NameUse }[] = [
  { property: 'P1559' }, // name in native language
  { property: 'P1705' }, // native label
  { property: 'P1448' }, // official name
  { property: 'P1813', use: 'short' },
  { property: 'P1449', use: 'nickname' },
];

const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\d.&-]{2,8}$/u;
const SCRIPT_WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/**
 * The names of an item: its labels in the languages wanted, in their order, then
 * aliases and the names that its statements give in those languages.
 *
 * Wikidata's aliases are loose: initials, surnames, common words. An acronym or a
 * single word of a person is therefore marked to need context, and so are all
 * names of what English writes without a capital ("universe").
 */
export function namesOf(entity: unknown, kind: Kind, wanted: readonly WantedLanguage[]): Name[] {
  const labels = textsIn(member(entity, 'labels'), wanted);
  const aliases = aliasesIn(member(entity, 'aliases'), wanted);
  return mergeNames(labels, aliases, kind, namedByStatements(entity, wanted));
}

/** Labels, aliases and further names as names of a pack, each text of a language once. */
export function mergeNames(
  labels: readonly TaggedText[],
  aliases: readonly TaggedText[],
  kind: Kind,
  further: readonly Name[] = [],
): Name[] {
  const isCommonNoun = labels.some(({ text, lang }) => lang === 'en' && isUncapitalised(text));
  const names = new Map<string, Name>();
  const all: Name[] = [...labels, ...further, ...aliases.map((alias) => aliasAsName(alias, kind))];
  for (const name of all) {
    const key = `${name.lang ?? ''} ${name.text}`;
    if (names.has(key)) continue;
    names.set(key, isCommonNoun ? { ...name, needs: 'context' } : name);
  }
  return [...names.values()];
}

/** Whether a script that has capitals is written without any. */
export function isUncapitalised(text: string): boolean {
  return text === text.toLowerCase() && text !== text.toUpperCase();
}

function aliasAsName(alias: TaggedText, kind: Kind): Name {
  if (ACRONYM.test(alias.text)) {
    return { ...alias, use: 'acronym', ...(kind === 'person' && { needs: 'context' }) };
  }
  const isOneWord = !/\s/u.test(alias.text) && !SCRIPT_WITHOUT_SPACES.test(alias.text);
  if (kind === 'person' && isOneWord) return { ...alias, use: 'short', needs: 'context' };
  return isUncapitalised(alias.text) ? { ...alias, needs: 'context' } : alias;
}

function namedByStatements(entity: unknown, wanted: readonly WantedLanguage[]): Name[] {
  const codes = new Set(wanted.flatMap((one) => one.codes));
  return NAMING.flatMap(({ property, use }) =>
    statementsOf(entity, property).sound.flatMap(({ mainsnak, qualifiers }): Name[] => {
      const value = textOf(mainsnak);
      const text = cleanValue(value?.text);
      const lang = value?.language.toLowerCase();
      if (text === undefined || lang === undefined || !codes.has(lang) || !isLanguageTag(lang)) {
        return [];
      }
      const hasEnded = snaksOf(qualifiers, 'P582').some(({ snaktype }) => snaktype !== 'novalue');
      const own = ACRONYM.test(text) && use === 'short' ? 'acronym' : use;
      const role = hasEnded ? 'former' : own;
      const isLoose = use !== undefined && role !== 'acronym';
      return [
        {
          text,
          lang: languageTag(lang),
          ...(role && { use: role }),
          ...(isLoose && { needs: 'context' }),
        },
      ];
    }),
  );
}

/** Descriptions by language; undefined when there is none. */
export function summaryOf(entity: unknown, wanted: readonly WantedLanguage[]): Texts | undefined {
  const texts = textsIn(member(entity, 'descriptions'), wanted).flatMap(
    ({ text, lang }): [string, string][] => (lang === undefined ? [] : [[lang, text]]),
  );
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}
