import type { Kind } from '../facts/vocabulary.ts';
import type { IndexedName } from './index-source.ts';
import { withoutLegalForm } from './organisation-suffixes.ts';

/** Short names under three letters say too little ("Un", "Li"), but in scripts of few letters a word. */
const SHORTEST_LATIN = 3;
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** Words that belong to the surname after them: "bin Salman", "von der Leyen". */
const PARTICLE = /^(?:\p{Ll}[\p{Ll}'’]*|al|bin|ben|ibn)$/u;
const ARTICLE = /^(?:al|el|as|ad|ar)-(?=\p{Lu})/iu;
const INITIAL_CAPITAL = /(?<![\p{L}\p{N}])\p{Lu}/gu;
/** "CME" of "Chicago Mercantile Exchange"; two letters are too many things. */
const FEWEST_INITIALS = 3;
const LETTER = /\p{L}/u;

/**
 * The short names that a text may use once it has given a full name: from "Amir
 * Saeid Iravani" come "Iravani", "Saeid Iravani", "Amir Iravani", "A. S. Iravani"
 * and "A. Iravani"; from "Paxar Corp", "Paxar"; from
 * "Chicago Mercantile Exchange", "CME".
 *
 * @param text - the full name as the page writes it
 */
export function derivedNames(text: string, kind: Kind): IndexedName[] {
  const names =
    kind === 'person'
      ? ofPerson(
          text
            .split(/[\s·・]+/u)
            .map(unquoted)
            .filter((word) => LETTER.test(word)),
        )
      : kind === 'organisation'
        ? [withoutLegalForm(text) ?? text]
        : [];
  const derived: IndexedName[] = [...new Set(names)]
    .filter((name) => name !== text && isLongEnough(name))
    .map((name) => ({ text: name, use: 'derived' }));
  const initials = kind === 'organisation' ? initialsOf(text) : undefined;
  if (initials !== undefined) derived.push({ text: initials, use: 'derived', isAcronym: true });
  return derived;
}

/** A nickname in quotation marks stands without them by itself: "Hank" Johnson. */
function unquoted(word: string): string {
  return word.replaceAll(/["“”„«»]/g, '');
}

function ofPerson(words: string[]): string[] {
  const named = GENERATION.test(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  if (named.length < 2) return [];
  const surname = surnameOf(named);
  const given = named.slice(0, named.length - surname.split(' ').length);
  const initials = given.map((word) => `${/\p{L}/u.exec(word)?.[0] ?? ''}.`);
  const names = [surname, surname.replace(ARTICLE, '')];
  for (let from = 1; from < given.length; from++) {
    names.push([...given.slice(from), surname].join(' '));
  }
  const [first] = given;
  if (first !== undefined) names.push(`${first} ${surname}`);
  if (initials.length > 0) {
    names.push(`${initials.join(' ')} ${surname}`, `${initials.join('')} ${surname}`);
    names.push(`${initials[0]} ${surname}`);
  }
  return names;
}

/** The last word, with the particles before it. */
function surnameOf(words: readonly string[]): string {
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1] ?? '')) from--;
  return words.slice(from).join(' ');
}

/** "Chicago Mercantile Exchange" is "CME". */
function initialsOf(text: string): string | undefined {
  const capitals = (withoutLegalForm(text) ?? text).match(INITIAL_CAPITAL) ?? [];
  return capitals.length >= FEWEST_INITIALS ? capitals.join('') : undefined;
}

function isLongEnough(name: string): boolean {
  const [longest = ''] = name.split(/[\s.]+/u).sort((a, b) => b.length - a.length);
  return !/^\p{Script=Latin}/u.test(longest) || longest.length >= SHORTEST_LATIN;
}
