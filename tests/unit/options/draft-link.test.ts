import { expect, it } from 'vitest';
import { draftOf, linkToDraft } from '../../../entrypoints/options/draft-link.ts';

it('a link to a draft names it', () => {
  expect(draftOf(linkToDraft('a b&c'))).toBe('a b&c');
});

it.each(['', '#/own', '#/own?', '#/add?draft=1', '#/own?other=1', '#/ownx?draft=1'])(
  '%j names none',
  (hash) => {
    expect(draftOf(hash)).toBeUndefined();
  },
);
