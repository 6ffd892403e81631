import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  type Mention,
  PackedMentionsSchema,
  packMentions,
  unpackMentions,
} from '../../../linking/mention.ts';

const MENTION: Mention = {
  segment: 0,
  start: 4,
  end: 8,
  entity: 'Q1',
  kind: 'person',
  alias: 'Rufus Firefly',
  use: 'full',
  pack: 'small',
  ground: 'full-name',
};
const MENTIONS: Mention[] = [
  MENTION,
  { ...MENTION, segment: 2, start: 0, end: 4 },
  { ...MENTION, alias: 'Firefly', use: 'short', ground: 'stands-alone' },
  { ...MENTION, entity: 'Q2' },
];

describe('packed mentions', () => {
  it('unpack to what was packed, each name carried once', () => {
    const packed = structuredClone(packMentions(MENTIONS));
    expect(packed.names).toHaveLength(3);
    expect(unpackMentions(v.parse(PackedMentionsSchema, packed))).toEqual(MENTIONS);
    expect(unpackMentions(packMentions([]))).toEqual([]);
  });

  it.each([
    ['no list', { names: [], spans: 'x' }],
    ['half a span', { names: [], spans: [1, 2] }],
    ['a negative offset', { ...packMentions([MENTION]), spans: [0, -1, 4, 0] }],
    ['a broken offset', { ...packMentions([MENTION]), spans: [0, 0.5, 4, 0] }],
    ['a name that is not there', { ...packMentions([MENTION]), spans: [0, 0, 4, 1] }],
    ['a name of an unknown kind', { names: [{ ...MENTION, kind: 'alien' }], spans: [] }],
  ])('are refused with %s', (_, packed) => {
    expect(v.safeParse(PackedMentionsSchema, packed).success).toBe(false);
  });
});
