import { describe, expect, it } from 'vitest';
import { namesOfPattern } from '../../../facts/name-pattern.ts';

describe('namesOfPattern', () => {
  it.each([
    ['Iran deal', ['Iran deal']],
    ['(Iran|Iranian) deal', ['Iran deal', 'Iranian deal']],
    ['[2015] Iran deal', ['2015 Iran deal', 'Iran deal']],
    [
      'Iran [nuclear] (deal|pact)',
      ['Iran nuclear deal', 'Iran nuclear pact', 'Iran deal', 'Iran pact'],
    ],
    ['[a|b] c', ['a c', 'b c', 'c']],
  ])('%s', (pattern, names) => {
    expect(namesOfPattern(pattern)).toEqual(names);
  });

  it.each([
    ['(Iran deal', 'a bracket that does not close'],
    ['Iran) deal', 'a bracket that does not open'],
    ['(Iran [nuclear]|US) deal', 'a bracket inside another'],
    ['[Iran]', 'nothing may be left'],
    ['(a|b|c|d)(a|b|c|d)(a|b|c|d)(a|b)', 'more than 64 names'],
  ])('%s: %s', (pattern) => {
    expect(namesOfPattern(pattern)).toBeUndefined();
  });
});
