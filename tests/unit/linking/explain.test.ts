import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../cli/english.ts';
import { REASONS, type Reason, WEIGHTS } from '../../../linking/evidence.ts';
import { type ExplainedMention, explain } from '../../../linking/explain.ts';

const MENTION: ExplainedMention = {
  why: {
    use: 'derived',
    pack: 'small',
    score: 0.96,
    reasons: ['short-for-name-on-page'],
    runnersUp: [],
  },
  text: 'Khamenei',
  kind: 'person',
  packTitle: 'Iran',
  nameOf: () => undefined,
};

/** What is said, without the marks that keep names from turning the sentence around. */
function told(why: Partial<ExplainedMention['why']>, rest: Partial<ExplainedMention> = {}) {
  const { sentences } = explain({ ...MENTION, ...rest, why: { ...MENTION.why, ...why } }, ENGLISH);
  return sentences.map((sentence) => sentence.replace(/[\u2068\u2069]/gu, ''));
}

describe('an explanation', () => {
  it('says what the name is, where it is listed, how sure that is, and the reasons', () => {
    expect(told({ reasons: ['connected', 'fitting-word', 'short-for-name-on-page'] })).toEqual([
      '“Khamenei” is short for a full name that is on this page.',
      'Listed in Iran.',
      '96% sure.',
      'A word beside it says that it is a person.',
      'Facts in your packs connect it with others on this page.',
    ]);
  });

  it.each(REASONS)('has a sentence of its own for "%s"', (reason) => {
    const sentences = told({ reasons: [reason] });
    expect(sentences).toHaveLength(3);
    for (const sentence of sentences) expect(sentence).toMatch(/^[\p{Lu}\d“].{3,}\.$/u);
    expect(sentences.join()).not.toMatch(/[{}]|undefined/);
    const others = REASONS.filter((other) => other !== reason);
    for (const other of others) expect(told({ reasons: [other] })).not.toEqual(sentences);
  });

  it.each(REASONS.filter((reason) => WEIGHTS[reason] < 0))(
    'says that "%s" speaks against it',
    (reason) => {
      expect(told({ reasons: [reason] }).join()).toMatch(/speaks? against it/);
    },
  );

  it.each(REASONS.filter((reason) => WEIGHTS[reason] > 0))('does not say so of "%s"', (reason) => {
    expect(told({ reasons: [reason] }).join()).not.toContain('against');
  });

  it('tells the strongest reasons only', () => {
    const reasons: Reason[] = [
      'other-language',
      'full-name-on-page',
      'prominence',
      'not-yet-in-office',
      'part-of-other-name',
      'acronym',
    ];
    const sentences = told({ reasons });
    expect(sentences).toHaveLength(6);
    expect(sentences[0]).toBe('“Khamenei” is an acronym.');
    expect(sentences[3]).toContain('they make a longer name of it');
    expect(sentences[4]).toBe('The full name is on this page too.');
    expect(sentences.join()).not.toContain('language');
  });

  it('does not claim a full name on the page for an organisation without its legal form', () => {
    const [first] = told({ use: 'unsuffixed' }, { text: 'Paxar', kind: 'organisation' });
    expect(first).toBe('“Paxar” is a full name without its legal form, such as “Inc”.');
  });

  it.each([
    [1, 'More than 99% sure.'],
    [0.99, '99% sure.'],
    [0.6, '60% sure.'],
    [0.29, '29% sure.'],
  ])('puts a score of %d as "%s"', (score, sentence) => {
    expect(told({ score })[2]).toBe(sentence);
  });

  it.each([
    ['place', 'A word beside it says that it is a place.'],
    ['organisation', 'A word beside it says that it is an organisation.'],
  ] as const)('says what a word fits when it is beside a name: %s', (kind, sentence) => {
    expect(told({ reasons: ['fitting-word'] }, { kind })).toContain(sentence);
  });

  it('names who else it may be, but for those that no pack knows any more', () => {
    const names = new Map([['Q2', 'Mojtaba Khamenei']]);
    const runnersUp = [
      { entity: 'Q2', score: 0.04 },
      { entity: 'Q3', score: 0.01 },
    ];
    const { rivals } = explain(
      {
        ...MENTION,
        why: { ...MENTION.why, runnersUp },
        nameOf: (entity) => names.get(entity),
      },
      ENGLISH,
    );
    expect(rivals).toEqual([{ name: 'Mojtaba Khamenei', share: 0.04 }]);
  });

  it('keeps texts of pages and packs from turning it around or breaking it', () => {
    const { sentences } = explain(
      {
        ...MENTION,
        text: '\u202E $& خامنه‌ای\u2069\n{kind}',
        packTitle: 'ایران',
      },
      ENGLISH,
    );
    expect(sentences[0]).toBe(
      '“\u2068$& خامنه‌ای {kind}\u2069” is short for a full name that is on this page.',
    );
    expect(sentences[1]).toBe('Listed in \u2068ایران\u2069.');
  });
});
