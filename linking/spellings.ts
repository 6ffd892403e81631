import { namesOfPattern } from '../facts/name-pattern.ts';
import type { Kind } from '../facts/vocabulary.ts';
import type { IndexedName } from './index-source.ts';
import { withoutLegalForm } from './organisation-suffixes.ts';

/** A way a name is written that folding alone does not make equal to it. */
export interface Spelling {
  readonly text: string;
  /** An organisation's name without its legal form. */
  readonly isUnsuffixed: boolean;
}

/** Kinds whose English names news writes with or without the article. */
const WITH_ARTICLE: ReadonlySet<Kind> = new Set([
  'organisation',
  'work',
  'agreement',
  'event',
  'office',
]);

/** Anything but letters, digits, spaces and dots: most names have none of it and no other spelling. */
const UNUSUAL = /[^A-Za-z0-9 .]/;
const ARTICLE = /^the (?=\S+ \S)/i;
const INITIALS = /^(\p{Lu})\.? ?(\p{Lu})\.? (?=\p{Lu}\p{L})/u;
const APOSTROPHE = /(?<=\p{L})['\u2018\u2019\u02B9-\u02BF`´](?=\p{L})/gu;
const SEAM = /\u200C/g;
const KATAKANA_DOT = /(?<=\p{scx=Katakana})[・･](?=\p{scx=Katakana})/gu;
const UMLAUT = /[äöüÄÖÜøØåÅ]/;
const UMLAUTS = /[äöüøåÄÖÜØÅ]/g;
/** How typewriters, passports and English-language agencies write them. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ø: 'oe',
  å: 'aa',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  Ø: 'Oe',
  Å: 'Aa',
};

/** The spellings of a listed name and of the names of its patterns, the name itself first. */
export function spellingsOf(name: IndexedName, kind: Kind): Spelling[] {
  const own = spellingsOfText(name.text, name, kind);
  if (!name.patterns) return own;
  const others = name.patterns.flatMap((pattern) => namesOfPattern(pattern) ?? []);
  return [...own, ...others.flatMap((text) => spellingsOfText(text, name, kind))];
}

function spellingsOfText(text: string, name: IndexedName, kind: Kind): Spelling[] {
  const spellings: Spelling[] = [{ text, isUnsuffixed: false }];
  const add = (spelling: string, isUnsuffixed = false): void => {
    if (spelling !== '' && !spellings.some((known) => known.text === spelling)) {
      spellings.push({ text: spelling, isUnsuffixed });
    }
  };
  if (WITH_ARTICLE.has(kind)) add(text.replace(ARTICLE, ''));
  if (kind === 'person' && INITIALS.test(text)) {
    add(text.replace(INITIALS, '$1$2 '));
    add(text.replace(INITIALS, '$1 $2 '));
  }
  if (UNUSUAL.test(text)) {
    add(text.replace(APOSTROPHE, ''));
    add(text.replace(SEAM, ''));
    add(text.replace(KATAKANA_DOT, ''));
    if (UMLAUT.test(text)) add(text.replace(UMLAUTS, (letter) => SPELLED_OUT[letter] ?? letter));
  }
  if (kind === 'organisation' && name.use === undefined) {
    const bare = withoutLegalForm(text.replace(ARTICLE, ''));
    if (bare !== undefined) add(bare, true);
  }
  return spellings;
}
