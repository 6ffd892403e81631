import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  PackedMentionsSchema,
  type PageMention,
  packMentions,
  unpackMentions,
} from '../../../linking/packed-mentions.ts';

const MENTION: PageMention = {
  segment: 0,
  start: 4,
  end: 8,
  entity: 'Q1',
  kind: 'person',
  why: '{"use":"full"}',
};
const MENTIONS: PageMention[] = [
  MENTION,
  { ...MENTION, segment: 2, start: 0, end: 4 },
  { ...MENTION, why: '{"use":"short"}' },
  { ...MENTION, entity: 'Q2' },
  { ...MENTION, kind: 'work' },
];

describe('packed mentions', () => {
  it('unpack to what was packed, each name carried once', () => {
    const packed = structuredClone(packMentions(MENTIONS));
    expect(packed.names).toHaveLength(4);
    expect(unpackMentions(v.parse(PackedMentionsSchema, packed))).toEqual(MENTIONS);
    expect(unpackMentions(packMentions([]))).toEqual([]);
  });

  it('carry no more of a mention than a page needs', () => {
    const full = { ...MENTION, score: 0.9, reasons: ['full-name'] };
    const [name] = packMentions([full]).names;
    expect(name).toEqual({ entity: 'Q1', kind: 'person', why: MENTION.why });
  });

  it('mark those of private entities, by whatever name, and no others', () => {
    const packed = structuredClone(packMentions(MENTIONS, new Set(['Q1'])));
    expect(unpackMentions(v.parse(PackedMentionsSchema, packed))).toEqual(
      MENTIONS.map((one) => (one.entity === 'Q1' ? { ...one, private: true } : one)),
    );
  });

  it.each([
    ['no list', { names: [], spans: 'x' }],
    ['half a span', { names: [], spans: [1, 2] }],
    ['a negative offset', { ...packMentions([MENTION]), spans: [0, -1, 4, 0] }],
    ['a broken offset', { ...packMentions([MENTION]), spans: [0, 0.5, 4, 0] }],
    ['a name that is not there', { ...packMentions([MENTION]), spans: [0, 0, 4, 1] }],
    ['a name of an unknown kind', { names: [{ ...MENTION, kind: 'alien' }], spans: [] }],
    ['a name without its reasons', { names: [{ entity: 'Q1', kind: 'person' }], spans: [] }],
  ])('are refused with %s', (_, packed) => {
    expect(v.safeParse(PackedMentionsSchema, packed).success).toBe(false);
  });
});
