import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinkOptions, linkSegments } from '../../../linking/link.ts';
import type { Mention } from '../../../linking/mention.ts';
import { SCRIPT } from '../../../linking/scripts.ts';
import { readTokens } from '../../../linking/tokens.ts';
import { entity, indexOf, NOTHING } from './helpers.ts';

const NAMES = [
  'Elon Musk',
  'Amir Saeid Iravani',
  'Paxar Corp',
  'Department of Government Efficiency',
  'Tesla',
  'US',
  'SE',
  'X',
  'Iran',
  'Илон Маск',
  'علی خامنه\u200Cای',
  'איראן',
  '埃隆·马斯克',
  'イーロン・マスク',
  '日本',
  'ปูติน',
  '윤석열',
];
const index = indexOf(
  [
    {
      ...entity('Q1', 'Elon Musk', 'Илон Маск', '埃隆·马斯克', 'イーロン・マスク'),
      kind: 'person',
    },
    { ...entity('Q2', 'Amir Saeid Iravani'), kind: 'person', prominence: 0.4 },
    { ...entity('Q3', 'Jane Elon Musk', 'Elon Musk'), kind: 'person', prominence: 0.9 },
    { ...entity('Q4', 'Paxar Corp', { text: 'US', use: 'acronym' }, 'SE'), kind: 'organisation' },
    { ...entity('Q5', 'Department of Government Efficiency'), kind: 'organisation' },
    { ...entity('Q6', { text: 'Tesla', unless: ['Nikola Tesla'] }), kind: 'organisation' },
    entity('Q7', { text: 'X', needs: 'context', when: ['on X'], unless: ['X-ray'] }),
    { ...entity('Q8', 'Iran', 'איראן', 'ایران', '日本', 'ปูติน'), kind: 'place', prominence: 1 },
    { ...entity('Q9', 'علی خامنه\u200Cای', '윤석열'), kind: 'person', prominence: 0.8 },
  ],
  {
    facts: [
      { subject: 'Q1', predicate: 'P39', object: 'Q6', start: '2008' },
      { subject: 'Q2', predicate: 'P39', object: 'Q8', start: '2022', end: '2026' },
    ],
  },
);

/** Links, and checks of every mention what has to hold of it whatever the text. */
function checked(segments: readonly string[], options: Partial<LinkOptions> = {}): Mention[] {
  const { mentions } = linkSegments([index], segments, { ...NOTHING, ...options });
  let [segment, end] = [0, 0];
  for (const mention of mentions) {
    if (mention.segment !== segment) end = 0;
    expect(mention.segment).toBeGreaterThanOrEqual(segment);
    expect(mention.start).toBeGreaterThanOrEqual(end);
    expect(mention.end).toBeGreaterThan(mention.start);
    expect(mention.end).toBeLessThanOrEqual(segments[mention.segment]?.length ?? -1);
    expect(mention.score).toBeGreaterThanOrEqual(0);
    expect(mention.score).toBeLessThanOrEqual(1);
    ({ segment, end } = mention);
  }
  expectWordStarts(segments, mentions);
  return [...mentions];
}

/** Mentions begin where words do; behind a prefix in scripts that write those with the word. */
function expectWordStarts(segments: readonly string[], mentions: readonly Mention[]): void {
  segments.forEach((text, segment) => {
    const tokens = readTokens([text]);
    const starts = new Map(
      Array.from(tokens.start.subarray(0, tokens.count), (start, token) => [start, token]),
    );
    const sorted = [...starts.keys()];
    for (const { start } of mentions.filter((mention) => mention.segment === segment)) {
      const before = sorted.findLast((place) => place <= start) ?? -1;
      const script = tokens.scriptOf(starts.get(before) ?? -1);
      const hasPrefixes = script === SCRIPT.arabic || script === SCRIPT.hebrew;
      if (!hasPrefixes) expect(start).toBe(before);
    }
  });
}

const SLOW = { timeout: 60_000 };

describe('any text', () => {
  const codeUnits = fc.uint16Array({ maxLength: 60 }).map((units) => String.fromCharCode(...units));
  const codePoints = fc.string({ unit: 'binary', maxLength: 40 });
  const letters = fc
    .array(
      fc.constantFrom(...'aA1א\u05B0اب\u064E\u200C日ト\u3099ก\u0E34한И\u0301\uD83D\uDE00.,- \n"\''),
    )
    .map((all) => all.join(''));
  const piece = fc.oneof(
    fc.constantFrom(
      ...NAMES,
      ' ',
      ' ',
      ', ',
      '. ',
      ' Corp',
      ' Jr',
      'Mr ',
      ' (DOGE)',
      'ו',
      'و',
      '는',
    ),
    codeUnits,
    codePoints,
    letters,
  );
  const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
  const segments = fc.array(text, { maxLength: 4 });

  it('gives mentions that are of it, in order and apart', SLOW, () => {
    fc.assert(
      fc.property(segments, (all) => void checked(all)),
      { numRuns: 800 },
    );
  });

  it('can stand with any other text of the page', SLOW, () => {
    const established = fc.array(
      fc.record({
        entity: fc.oneof(fc.constantFrom('Q1', 'Q2', 'Q3', 'Q9'), fc.string()),
        text: fc.oneof(fc.constantFrom(...NAMES), text),
      }),
      { maxLength: 3 },
    );
    const rest = fc.record({
      established,
      overruled: fc.constantFrom(new Set<string>(), new Set(['Q1', 'Q8'])),
      language: fc.constantFrom(undefined, 'en', 'de-AT', 'ar', 'he', 'ko', 'ja', 'zh_CN', '?', ''),
      date: fc.option(fc.integer({ min: -100_000, max: 100_000 }), { nil: undefined }),
      threshold: fc.constantFrom(0, 0.3, 1),
    });
    fc.assert(
      fc.property(segments, rest, (all, options) => {
        const shown = checked(all, options);
        expect(shown.some(({ entity }) => options.overruled.has(entity))).toBe(false);
        expect(shown.every(({ score }) => score >= options.threshold - 0.005)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('long texts', () => {
  const filled = (unit: string, length = 200_000) => unit.repeat(Math.ceil(length / unit.length));

  it.each([
    ['one word', 'a'],
    ['one word of capitals', 'A'],
    ['combining marks', '\u0301'],
    ['a letter with marks', 'a\u0301\u0300'],
    ['Hebrew points', 'ש\u05B0\u05C1'],
    ['quotation marks in Hebrew', 'ש"'],
    ['harakat', 'ب\u064E'],
    ['tatweel', 'ـ'],
    ['non-joiners', 'ب\u200C'],
    ['katakana', 'マ'],
    ['voiced katakana', 'カ\u3099'],
    ['Han', '日'],
    ['Thai', 'ปู'],
    ['Hangul', '는'],
    ['initials', 'U.'],
    ['dots', '.'],
    ['dashes', '-'],
    ['soft hyphens', '\u00AD'],
    ['spaces', ' '],
    ['empty lines', '\n'],
    ['emoji', '👨‍👩‍👧'],
    ['high surrogates', '\uD83D'],
    ['low surrogates', '\uDE00'],
    ['letters that fold to eighteen', 'ﷺ'],
    ['words of one letter', 'a '],
    ['Cyrillic words', 'ами '],
  ])('of %s', SLOW, (_, unit) => {
    const text = `Tesla ${filled(unit)}\n\nIran`;
    expect(checked([text]).at(-1)).toMatchObject({ entity: 'Q8', end: text.length });
  });

  it.each([
    ['names', 'Elon Musk ', 900],
    ['beginnings of names', 'Department of Government ', -1],
    ['names in other scripts', '埃隆·马斯克イーロン・マスク', 900],
    ['namesakes of a full name', 'Elon Musk, Jane Musk, Musk. ', 300],
    ['phrases', 'on X, ', 1_500],
    ['exceptions', 'Nikola Tesla and Tesla, ', 400],
    ['acronyms that are defined', 'Department of Government Efficiency (DOGE) ', 200],
    ['organisations with their forms', 'Paxar Corp Inc Ltd ', 500],
    ['open brackets behind names', 'Tesla ( ', 1_000],
  ])('of %s', SLOW, (_, unit, least) => {
    expect(checked([filled(unit, 10_000)]).length).toBeGreaterThan(least);
  });

  it('of many segments', SLOW, () => {
    const segments = Array.from({ length: 20_000 }, (_, at) => (at % 3 === 0 ? '' : 'in Iran'));
    expect(linkSegments([index], segments, NOTHING).mentions).toHaveLength(13_333);
  });
});
