import { readFileSync } from 'node:fs';
import { generate, parse, walk } from 'css-tree';
import { describe, expect, it } from 'vitest';
import { projectPath, sourceFiles } from '../source-files.ts';

const SHEETS = sourceFiles(
  ['assets', 'components', 'entrypoints', 'extension', 'page'],
  ['.css'],
).map(projectPath);

/** Properties that name a side of the screen; "inset" and four values at once are looked at by value. */
const PHYSICAL =
  /^(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-.*)?|border-(?:top|bottom)-(?:left|right)-radius)$/u;
const SIDES = /^(?:left|right)$/u;
/** Of four values the second is the right side and the fourth the left one. */
const FOUR_SIDED = /^(?:margin|padding|inset|border-width|scroll-margin|scroll-padding)$/u;
const SIDED_VALUES =
  /^(?:text-align|float|clear|position-area|transform-origin|background-position)$/u;

/** What a style sheet says of left and right, which a page from right to left has the other way round. */
function physical(css: string): string[] {
  const found: string[] = [];
  walk(parse(css), {
    visit: 'Declaration',
    enter({ property, value }) {
      const words =
        value.type === 'Value'
          ? value.children
              .toArray()
              .map((node) => generate(node))
              .filter((text) => text !== ' ')
          : [];
      const [, right, , left] = FOUR_SIDED.test(property) ? words : [];
      const isSided =
        PHYSICAL.test(property) ||
        (SIDED_VALUES.test(property) && words.some((word) => SIDES.test(word))) ||
        (left !== undefined && left !== right);
      if (isSided) found.push(`${property}: ${words.join(' ')}`);
    },
  });
  return found;
}

describe('style sheets', () => {
  it('are found', () => expect(SHEETS.length).toBeGreaterThan(7));

  it.each(SHEETS)('%s has the start and the end for left and right', (file) => {
    expect(physical(readFileSync(file, 'utf8'))).toEqual([]);
  });

  it.each([
    ['a { margin-left: 1px }', ['margin-left: 1px']],
    ['a { right: 0 }', ['right: 0']],
    ['a { text-align: left }', ['text-align: left']],
    ['a { border-top-right-radius: 2px }', ['border-top-right-radius: 2px']],
    ['a { padding: 1px 2px 1px 3px }', ['padding: 1px 2px 1px 3px']],
    [
      'a { padding: 1px 2px 3px; margin-inline: 1px 2px; text-align: start; inset: 0 auto auto 0 }',
      ['inset: 0 auto auto 0'],
    ],
  ])('of %s the physical ones are found', (css, expected) => {
    expect(physical(css)).toEqual(expected);
  });
});
