import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../linking/mention.ts';
import { decodeWhy, encodeWhy } from '../../../linking/why.ts';

const MENTION: Mention = {
  segment: 0,
  start: 4,
  end: 8,
  entity: 'Q1',
  kind: 'person',
  use: 'derived',
  pack: 'small',
  score: 0.96,
  reasons: ['short-for-name-on-page', 'fitting-word'],
  runnersUp: [{ entity: 'Q2', score: 0.04 }],
};
const { segment, start, end, entity, kind, ...WHY } = MENTION;

describe('the reasons of a mention', () => {
  it('come back from a page as they were', () => {
    expect(decodeWhy(encodeWhy(MENTION))).toEqual(WHY);
  });

  it('are the same text for mentions that differ in their place only', () => {
    const other: Mention = { ...MENTION, segment: 3, start: 0, end: 4 };
    expect(encodeWhy(other)).toBe(encodeWhy(MENTION));
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a list', '[]'],
    ['an unknown reason', JSON.stringify({ ...WHY, reasons: ['gut-feeling'] })],
    ['an unknown use', JSON.stringify({ ...WHY, use: 'pun' })],
    ['a score above 1', JSON.stringify({ ...WHY, score: 96 })],
    ['a rival without a score', JSON.stringify({ ...WHY, runnersUp: [{ entity: 'Q2' }] })],
  ])('are refused when they are %s', (_, text) => {
    expect(decodeWhy(text)).toBeUndefined();
  });
});
