import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexedName, NamedEntity } from '../../../linking/index-source.ts';
import { findHits, matchNames, selectMatches } from '../../../linking/match.ts';
import type { NameIndex } from '../../../linking/name-index.ts';
import { readTokens, wordsOf } from '../../../linking/tokens.ts';
import { candidatesIn, indexOf } from './helpers.ts';
import { type Found, findSlowly } from './oracle.ts';

/** Few letters of each script, so that names meet each other and the text. */
const ALPHABETS = {
  Latin: [...'abABsS', 'é', 'e\u0301', 'ß', 'ss', '1', 'Ａ', '𝐚', 'ı', 'İ'],
  Cyrillic: [...'ивоаеуйсюИВ', 'ё', 'е\u0308'],
  // Without ل, which keys may begin behind: inflection has tests of its own.
  Arabic: [...'اوبکكيیةهم', '\u064E', 'ـ', 'ﺑ'],
  Hebrew: [...'הובלאשמ', 'ָ', '"', "'"],
  Han: [...'日本人𠮷金', '々'],
  kana: [...'マスクーのは', 'ｶ', 'ﾞ', 'カ', '\u3099'],
  Thai: [...'กินปูต', 'ิ'],
  Hangul: [...'이은는가의한국'],
} as const;

const SEPARATORS = [
  ' ',
  ' ',
  ' ',
  ' ',
  '\u00A0',
  '  ',
  '-',
  '–',
  "'",
  '’',
  '. ',
  '.',
  ', ',
  ',',
  ' & ',
  '\n',
  '\n\n',
  '\u200C',
  '\u00AD',
  '\u200B',
  '😀',
  '·',
  '・',
  ': ',
  '(',
  '"',
  '',
];

/** What grammar writes together with names, before and after. */
const GLUE: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>> = {
  Latin: [
    ['', 's'],
    ['', '’s'],
    ["L'", ''],
  ],
  Cyrillic: [
    ['', 'а'],
    ['', 'у'],
    ['', 'ом'],
    ['', 'ой'],
  ],
  Arabic: [
    ['و', ''],
    ['ب', ''],
    ['ال', ''],
    ['بال', ''],
    ['لل', ''],
  ],
  Hebrew: [
    ['ו', ''],
    ['ב', ''],
    ['שה', ''],
  ],
  Hangul: [
    ['', '은'],
    ['', '는'],
    ['', '의'],
    ['', '에서'],
  ],
};

type Alphabet = readonly string[];

const word = (alphabet: Alphabet, maxLength = 4) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength }).map((all) => all.join(''));

const separator = fc.constantFrom(...SEPARATORS);

/** Words with something between them. */
const run = (alphabet: Alphabet, maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(word(alphabet), separator), { minLength: 1, maxLength })
    .map((parts) => tamed(parts.flat().slice(0, -1).join('')));

/**
 * Entities and a text that names them. Half of the text is made of the names
 * themselves: a random one would hardly ever hold a name of three words.
 */
function worlds(alphabet: Alphabet, name: fc.Arbitrary<IndexedName>, script = '') {
  return fc
    .array(fc.uniqueArray(name, { minLength: 1, maxLength: 2, selector: ({ text }) => text }), {
      minLength: 1,
      maxLength: 5,
    })
    .chain((named) => {
      const texts = named
        .flat()
        .flatMap(({ text, when = [], unless = [] }) => [
          text,
          text.toUpperCase(),
          ...when,
          ...unless,
        ]);
      const known = fc.constantFrom(...texts);
      const piece = fc.oneof(
        known,
        fc
          .tuple(known, fc.constantFrom(...(GLUE[script] ?? [['', '']])))
          .map(([text, [before, after]]) => `${before}${text}${after}`),
        word(alphabet),
        separator,
      );
      const text = fc
        .array(fc.tuple(piece, separator), { maxLength: 12 })
        .map((parts) => parts.flat().join(''));
      const entities: NamedEntity[] = named.map((names, at) => ({
        id: `Q${at + 1}`,
        kind: 'other',
        names,
      }));
      return fc.record({ entities: fc.constant(entities), text: text.map(tamed) });
    });
}

/** A text in which only a few signs, that are seen, part words that a name does not join. */
function tamed(text: string): string {
  const tokens = readTokens([text]);
  let tame = '';
  let at = 0;
  for (let token = 0; token < tokens.count; token++) {
    const between = text.slice(at, tokens.start[token]);
    const signs = between.replaceAll(/\s/gu, '');
    const isSeen = signs.length <= 3 && !UNSEEN.test(between);
    const isTame = tokens.isJoined(token) || isSeen || signs === '';
    tame += isTame || token === 0 ? between : ', ';
    at = tokens.end[token] ?? 0;
    tame += text.slice(tokens.start[token], at);
  }
  return tame + text.slice(at);
}

const UNSEEN = /[\p{Cf}\p{M}\n]/u;

const folded = (text: string) => wordsOf(text).join(' ');

const plainName = (alphabet: Alphabet) =>
  fc.oneof(word(alphabet), run(alphabet, 3), run(alphabet, 10)).map((text) => ({ text }));

function namedIn(indexes: readonly NameIndex[], text: string, language?: string): Found[] {
  return matchNames(indexes, text, language).map((match) => ({
    start: match.start,
    end: match.end,
    entities: [...new Set(candidatesIn(match).map(({ entity }) => entity))].sort(),
  }));
}

/** An index is built for each run. */
const SLOW = { timeout: 60_000 };

const LANGUAGES = fc.constantFrom(undefined, 'en', 'de', 'ru', 'fa', 'ar', 'he', 'ko', 'ja');

describe('the matcher finds what comparing every name at every word finds', () => {
  it.each(Object.entries(ALPHABETS))('in %s', SLOW, (script, alphabet) => {
    fc.assert(
      fc.property(
        worlds(alphabet, plainName(alphabet), script),
        LANGUAGES,
        ({ entities, text }, language) => {
          expect(namedIn([indexOf(entities)], text, language)).toEqual(
            findSlowly(entities, text, language),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('in texts of all scripts at once', SLOW, () => {
    const alphabet = Object.values(ALPHABETS).flat();
    fc.assert(
      fc.property(worlds(alphabet, plainName(alphabet)), ({ entities, text }) => {
        expect(namedIn([indexOf(entities)], text)).toEqual(findSlowly(entities, text));
      }),
      { numRuns: 300 },
    );
  });

  it('with acronyms, phrases and exceptions', SLOW, () => {
    const alphabet = ['a', 'A', 'B', 'x', 'X'];
    const name = fc
      .tuple(run(alphabet, 3), run(alphabet, 2), run(alphabet, 2), fc.nat(4))
      .map(([text, before, after, what]): IndexedName => {
        const all = [`${before} ${text}`, `${text} ${after}`, `${before}-${text} ${after}`];
        const phrases = [...new Map(all.map((phrase) => [folded(phrase), phrase])).values()];
        if (what === 1) return { text, use: 'acronym' };
        if (what === 2) return { text, unless: phrases };
        if (what === 3) return { text, needs: 'context', when: phrases };
        if (what === 4) return { text, when: phrases.slice(0, 1), unless: phrases.slice(1) };
        return { text };
      });
    fc.assert(
      fc.property(worlds(alphabet, name), ({ entities, text }) => {
        expect(namedIn([indexOf(entities)], text)).toEqual(findSlowly(entities, text));
      }),
      { numRuns: 600 },
    );
  });

  it('whatever indexes the entities are divided into', SLOW, () => {
    const alphabet = ALPHABETS.Latin;
    fc.assert(
      fc.property(worlds(alphabet, plainName(alphabet)), fc.nat(6), ({ entities, text }, at) => {
        const indexes = [entities.slice(0, at), entities.slice(at)].map((part) => indexOf(part));
        expect(namedIn(indexes, text)).toEqual(findSlowly(entities, text));
      }),
      { numRuns: 150 },
    );
  });
});

describe('segments are read apart', () => {
  it('several at once as each alone', SLOW, () => {
    const alphabet = [...ALPHABETS.Latin, ...ALPHABETS.kana, ...ALPHABETS.Arabic];
    const cuts = fc.array(fc.nat(40), { maxLength: 5 });
    fc.assert(
      fc.property(worlds(alphabet, plainName(alphabet)), cuts, ({ entities, text }, at) => {
        const index = indexOf(entities);
        const places = [0, ...at.sort((a, b) => a - b), text.length];
        const segments = places.slice(1).map((to, cut) => text.slice(places[cut], to));
        const tokens = readTokens(segments);
        const together = selectMatches(findHits([index], tokens, undefined)).map((match) => [
          tokens.segmentOf(match.from),
          match.start,
          match.end,
          candidatesIn(match),
        ]);
        const alone = segments.flatMap((segment, place) =>
          matchNames([index], segment).map((match) => [
            place,
            match.start,
            match.end,
            candidatesIn(match),
          ]),
        );
        expect(together).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });
});
