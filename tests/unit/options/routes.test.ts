import { expect, test } from 'vitest';
import { linkTo, ROUTES, routeOf } from '../../../entrypoints/options/routes.ts';

test.each(ROUTES)('a link to %s leads there', (route) => {
  expect(routeOf(linkTo(route))).toBe(route);
});

test.each(['', '#', '#/', '#packs', '#/nowhere', '#/__proto__', '#/add/more'])(
  '%j leads to the packs',
  (hash) => {
    expect(routeOf(hash)).toBe('packs');
  },
);
