import { expect, it } from 'vitest';
import { kindOf } from '../../eval/kinds.ts';

it.each([
  ['Barack Obama', 'Q215627', 'person'],
  ['Jesus', 'Q21070598|Q215627', 'person'],
  ['Kings of Leon', 'Q215627|Q43229', 'organisation'],
  ['Microsoft', 'Q2424752|Q43229', 'organisation'],
  ['Netflix', 'Q2424752|Q27096213|Q43229', 'organisation'],
  ['National Football League', 'Q1656682|Q349|Q43229', 'organisation'],
  ['The Times', 'Q17537576|Q2424752|Q43229', 'organisation'],
  ['Houston', 'Q27096213|Q43229', 'place'],
  ['Doha', 'Q27096213', 'place'],
  ['United Kingdom', 'Q27096213|Q4164871|Q43229', 'place'],
  ['Cambridge', 'Q2424752|Q27096213|Q4164871|Q43229|Q618779', 'place'],
  ['Prime Minister', 'Q4164871', 'office'],
  ['painter', 'Q12737077', 'office'],
  ['pope', 'Q12737077|Q215627|Q4164871', 'office'],
  ['professor', 'Q11862829|Q2424752|Q4164871|Q618779', 'office'],
  ['Xbox 360', 'Q2424752', 'product'],
  ['Coca-Cola', 'Q431289', 'product'],
  ['Bounty', 'Q17537576|Q431289', 'product'],
  ['Kick-Ass', 'Q17537576|Q2424752', 'work'],
  ['Hurricane Earl', 'Q1656682', 'event'],
  ['Woodstock Festival', 'Q1656682|Q17537576', 'event'],
  ['Grammy Awards', 'Q1656682|Q2424752|Q483394|Q618779', 'other'],
  ['Jewish people', 'Q33829|Q4392985', 'group'],
  ['yellow', 'Q1075', 'other'],
  ['Jupiter', 'OTHER', 'other'],
])('%s', (_, types, kind) => {
  expect(kindOf(types)).toBe(kind);
});
