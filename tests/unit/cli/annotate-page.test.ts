import { describe, expect, it } from 'vitest';
import { readSavedPage } from '../../../cli/annotate/saved-page.ts';

/** The blocks of a page, each with its white space made one space. */
function blocksOf(html: string): string[] {
  const { segments } = readSavedPage(Buffer.from(html), '');
  return segments.map((segment) => segment.replace(/\s+/g, ' ').trim());
}

/** Whether a paragraph of class "a b" and id "i", in a main element, is seen under a style sheet. */
const isSeen = (css: string, attributes = '', style = '<style>') =>
  blocksOf(`${style}${css}</style><main><p id="i" class="a b" ${attributes}>text</p></main>`)
    .length === 1;

describe('the text of a saved page', () => {
  it.each([
    ['nothing', '', true],
    ['display', '.a { display: none }', false],
    ['the later of two', '.a { display: none } .b { display: block }', true],
    ['the later of two, the other way', '.b { display: block } .a { display: none }', false],
    ['the more specific', '.a.b { display: none } .a { display: block }', false],
    ['an id', '#i { display: none } main .a.b:not(.c) { display: block }', false],
    [':where counts nothing', ':where(#i) { display: none } p { display: block }', true],
    [':is counts its most specific', ':is(#i, p) { display: none } .a { display: block }', false],
    ['important', '.a { display: none !important } #i { display: block }', false],
    ['a parent', 'main { display: none }', false],
    ['visibility is inherited', 'main { visibility: hidden }', false],
    ['and set back', 'main { visibility: hidden } p { visibility: visible }', true],
    ['content left out', '.a { content-visibility: hidden }', false],
    ['a value that is none', '.a { display: none; display: -ms-flexbox }', false],
    ['inherit', 'main { display: flex } .a { display: none } .b { display: inherit }', true],
    ['broken declarations, and no end', '.x { color: ; @y } .a { display: none', false],
    ['one selector that is none', '.a, :: { display: none }', true],
    ['a pseudo-element', '.a::before, .a:after { display: none }', true],
    ['a state', '.a:hover { display: none }', true],
    ['paper', '@media print { .a { display: none } }', true],
    ['a screen', '@media screen { .a { display: none } }', false],
    ['a phone', '@media only screen and (max-width: 600px) { .a { display: none } }', true],
    ['a desk', '@media (min-width: 64em) { .a { display: none } }', false],
    ['not a phone', '@media not all and (max-width: 600px) { .a { display: none } }', false],
    ['one of two', '@media print, (width > 900px) { .a { display: none } }', false],
    ['between', '@media (600px <= width < 1280px) { .a { display: none } }', true],
    ['darkness', '@media (prefers-color-scheme: dark) { .a { display: none } }', true],
    ['a mouse', '@media (hover: hover) and (pointer: fine) { .a { display: none } }', false],
    ['what is supported', '@supports (display: grid) { .a { display: none } }', false],
    ['what is not', '@supports not (display: grid) { .a { display: none } }', true],
    ['a layer gives way', '.b { display: block } @layer x { #i { display: none } }', true],
    ['frames of a movement', '@keyframes a { from { display: none } }', true],
    ['the page hidden until scripts run', 'body { visibility: hidden !important }', true],
  ])('is seen or not: %s', (_what, css, seen) => {
    expect(isSeen(css)).toBe(seen);
  });

  it('is seen or not by attributes', () => {
    expect(isSeen('', 'style="display:none"')).toBe(false);
    expect(isSeen('#i { display: block }', 'style="display:none"')).toBe(false);
    expect(isSeen('.a { display: block !important }', 'style="display:none"')).toBe(true);
    expect(isSeen('', 'hidden')).toBe(false);
    expect(isSeen('.a { display: block }', 'hidden')).toBe(true);
    expect(blocksOf('<style>.md\\:x { display: none }</style><p class="md:x">text')).toEqual([]);
    expect(isSeen('.a { display: none }', '', '<style media="print">')).toBe(true);
    expect(isSeen('.a { display: none }', '', '<style media="screen">')).toBe(false);
    expect(isSeen('.a { display: none }', '', '<style type="text/less">')).toBe(true);
    expect(isSeen('.a { display: none }</style></noscript><style>', '', '<noscript><style>')).toBe(
      true,
    );
  });

  it.each([
    ['inline markup', '<p>Ru<b>fus</b> <i class=x>Fire</i>fly</p>', ['Rufus Firefly']],
    ['spans that are blocks', '<p><span style="display:block">a</span>b', ['a', 'b']],
    ['items of a flexible box', '<div style="display:flex"><a>a</a><a>b</a></div>', ['a', 'b']],
    ['a floating first letter', '<p><span style="float:left">R</span>ufus</p>', ['Rufus']],
    ['what floats', '<p><span style="float:left">Photo</span>Rufus</p>', ['Photo', 'Rufus']],
    ['a table whose rows were not written', '<table><td>a<td>b</table>', ['a', 'b']],
    ['tags crossed', '<p><b>a<p>b</b>', ['a', 'b']],
    ['folded', '<details><summary>a</summary>b</details>', ['a']],
    ['nothing at all', '', []],
    ['frames', '<frameset><frame></frameset>', []],
  ])('is in blocks: %s', (_what, html, blocks) => {
    expect(blocksOf(html)).toEqual(blocks);
  });

  it('has a language and a day', () => {
    const page = '<html lang="de-AT"><meta name="pubdate" content="2024-11-15"><p>Text';
    expect(readSavedPage(Buffer.from(page), '')).toEqual({
      segments: ['Text'],
      language: 'de-AT',
      published: expect.objectContaining({ iso: '2024-11-15', method: 'meta' }),
    });
  });

  it('is refused when it would not fit into memory', () => {
    const page = Buffer.from('<b>'.repeat(500_001));
    expect(() => readSavedPage(page, '')).toThrow(/more than 500000 tags/);
  });
});
