import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KINDS } from '../../../facts/vocabulary.ts';
import { highlightNames } from '../../../page/highlighter.ts';

const css = readFileSync(join(import.meta.dirname, '../../../page/highlights.css'), 'utf8');

it('has a style for every name, for all colours and for forced ones', () => {
  const [normal = '', forced = ''] = css.split('@media (forced-colors: active)');
  const styled = (part: string) =>
    [...new Set([...part.matchAll(/::highlight\(([\w-]+)\)/g)].map(([, name]) => name))].sort();
  const names = highlightNames(KINDS).sort();
  expect(styled(normal)).toEqual(names);
  expect(styled(forced)).toEqual(names);
});
