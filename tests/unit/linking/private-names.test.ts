import { expect, it } from 'vitest';
import { OWN_PACK } from '../../../facts/own.ts';
import { linkSegments } from '../../../linking/link.ts';
import { packMentions, unpackMentions } from '../../../linking/packed-mentions.ts';
import { encodeWhy } from '../../../linking/why.ts';
import { indexOf, NOTHING, person, place } from './helpers.ts';

it('short names that a page derives from a private name are private too', () => {
  const packs = indexOf([place('Q794', 0.9, 'Iran'), person('Q1', 0.5, 'Jane Public')]);
  const own = indexOf([person('own:1', 0, 'John Hidden')], { pack: OWN_PACK });
  const segments = ['John Hidden met Jane Public in Iran.', 'Hidden left; Public stayed.'];
  const { mentions } = linkSegments([packs, own], segments, NOTHING);
  const packed = packMentions(
    mentions.map((mention) => ({ ...mention, why: encodeWhy(mention) })),
    new Set(['own:1']),
  );
  const told = unpackMentions(packed).map(
    (one) => `${segments[one.segment]?.slice(one.start, one.end)} ${one.private ?? false}`,
  );
  expect(told).toEqual([
    'John Hidden true',
    'Jane Public false',
    'Iran false',
    'Hidden true',
    'Public false',
  ]);
});
