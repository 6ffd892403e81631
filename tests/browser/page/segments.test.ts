import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';

declare const room: typeof import('./room.ts');

/** A page's body and the segments it has, as text. */
const CASES: readonly (readonly [what: string, body: string, segments: readonly string[]])[] = [
  ['a name over inline elements', '<p><b>Elon</b> <i>Mu<u>sk</u></i> said</p>', ['Elon Musk said']],
  [
    'soft hyphens and no-break spaces as they stand',
    '<p>El&shy;on&nbsp;Musk</p>',
    ['El\u00ADon\u00A0Musk'],
  ],
  ['a word break opportunity', '<p>New<wbr>York</p>', ['NewYork']],
  ['a comment inside a word', '<p>Te<!-- x -->heran</p>', ['Teheran']],
  ['a line break as a separator', '<p>Elon<br>Musk</p>', ['Elon\nMusk']],
  [
    'two line breaks as a paragraph',
    '<p>One.<br> <br>Two.<br><br><br>Three.</p>',
    ['One.\n ', 'Two.', 'Three.'],
  ],
  ['blocks apart', '<div>Elon<p>Musk</p>Iran</div>', ['Elon', 'Musk', 'Iran']],
  ['a link around blocks', '<a href="#"><h2>Elon</h2><p>Musk</p></a>', ['Elon', 'Musk']],
  [
    'list items shown inline apart',
    '<ul><li style="display:inline">Elon</li><li style="display:inline">Musk</li></ul>',
    ['Elon', 'Musk'],
  ],
  [
    'a span shown as a block apart',
    '<p>Elon <span style="display:block">Musk</span></p>',
    ['Elon ', 'Musk'],
  ],
  [
    'children of a flex box apart',
    '<div style="display:flex"><a href="#">Elon</a><a href="#">Musk</a></div>',
    ['Elon', 'Musk'],
  ],
  [
    'a div shown inline joined',
    '<p></p><div><div style="display:inline">Elon</div> <div style="display:inline">Musk</div></div>',
    ['Elon Musk'],
  ],
  [
    'a drop cap joined',
    '<p><span style="float:left;font-size:40px">E</span>lon Musk</p>',
    ['Elon Musk'],
  ],
  [
    'a floated quotation apart',
    '<p>Before <span style="float:left">Elon said so</span>after</p>',
    ['Before ', 'Elon said so', 'after'],
  ],
  [
    'display:contents as if it were not there',
    '<p>Elon <span style="display:contents">Musk</span></p>',
    ['Elon Musk'],
  ],
  [
    'unknown and custom elements by their style',
    '<p>Elon <x-name>Musk</x-name></p><x-card style="display:block">Iran</x-card>',
    ['Elon Musk', 'Iran'],
  ],
  [
    'a footnote mark apart from the word',
    '<p>Musk<sup><a href="#fn1">1</a></sup> said</p>',
    ['Musk\uFFFC said'],
  ],
  ['an ordinal joined', '<p>the 1<sup>st</sup> Army</p>', ['the 1st Army']],
  [
    'ruby bases without their readings',
    '<p><ruby>中<rp>(</rp><rt>ちゅう</rt><rp>)</rp>国<rt>ごく</rt></ruby></p>',
    ['中国'],
  ],
  ['a picture between words', '<p>Elon<img alt="x">Musk</p>', ['Elon\uFFFCMusk']],
  [
    'nothing of scripts, styles and templates',
    '<p>a<script>Iran</script><style>Iran{}</style><template>Iran</template><noscript>Iran</noscript>b</p>',
    ['ab'],
  ],
  [
    'nothing of forms and buttons',
    '<div>a <button>Iran</button> <select><option>Iran</select> <textarea>Iran</textarea> <input value=Iran></div>',
    ['a \uFFFC \uFFFC \uFFFC '],
  ],
  [
    'nothing of code',
    '<p>a</p><pre>Iran</pre><p><code>Iran</code> <kbd>Iran</kbd> <samp>Iran</samp></p>',
    ['a'],
  ],
  [
    'nothing of pictures and frames',
    '<p>a</p><svg><text>Iran</text></svg><math><mi>Iran</mi></math><canvas>Iran</canvas><object>Iran</object><iframe srcdoc="Iran"></iframe>',
    ['a'],
  ],
  [
    'nothing that is edited',
    '<p>a</p><div contenteditable>Iran</div><div contenteditable="plaintext-only">Iran</div><p contenteditable="false">b</p><div role="textbox">Iran</div>',
    ['a', 'b'],
  ],
  [
    'nothing that is hidden',
    '<p>a</p><p hidden>Iran</p><p style="display:none">Iran</p><p style="visibility:hidden">Iran</p><span aria-hidden="true">Iran</span><details><summary>b</summary>Iran</details>',
    ['a', 'b'],
  ],
  [
    'what is visible inside the invisible',
    '<div style="visibility:hidden">Iran <span style="visibility:visible">Musk</span></div>',
    ['Musk'],
  ],
  [
    'nothing of content that is not rendered',
    '<p>a</p><div style="content-visibility:hidden">Iran</div>',
    ['a'],
  ],
  ['nothing of our own card', '<p>a</p><backgrounder-card>Iran</backgrounder-card>', ['a']],
  ['table cells apart', '<table><tr><td>Elon</td><td>Musk</td></tr></table>', ['Elon', 'Musk']],
  ['no segments of white space', '<div> <p> </p>\n<p>a</p> </div>', ['a']],
];

inBrowsers('segments', (test) => {
  test('reads tricky markup', async (page, { open }) => {
    await open(page, '<title>t</title><body>');
    const found = await page.evaluate(
      (cases) =>
        cases.map(([what, body]) => {
          document.body.innerHTML = body;
          const before = document.documentElement.outerHTML;
          const segments = room.allSegments();
          if (document.documentElement.outerHTML !== before) throw new Error('changed the page');
          // Every offset of every piece has to lead back to the same letter.
          for (const { text, pieces } of segments)
            for (const { node, start, from, length } of pieces)
              if (text.slice(start, start + length) !== node.data.slice(from, from + length))
                throw new Error(`offsets do not fit in ${what}`);
          return [what, segments.map(({ text }) => text)];
        }),
      CASES,
    );
    expect(found).toEqual(CASES.map(([what, , segments]) => [what, segments]));
  });

  test('reads 200,000 text nodes, deep trees and long nodes', async (page, { open }) => {
    await open(page, '<title>t</title><body>');
    const found = await page.evaluate(() => {
      const many = document.createElement('div');
      for (let at = 0; at < 200_000; at++) {
        many.append(document.createTextNode(`w${at} `));
        if (at % 10 === 0) many.append(document.createElement('p'));
      }
      document.body.replaceChildren(many);
      const nodes = room.allSegments().reduce((sum, { pieces }) => sum + pieces.length, 0);
      let deep: Element = document.createElement('div');
      const root = deep;
      for (let at = 0; at < 2_000; at++) deep = deep.appendChild(document.createElement('b'));
      deep.textContent = 'bottom';
      document.body.replaceChildren(root);
      const bottom = room.allSegments().map(({ text }) => text);
      const long = 'Iran is far. '.repeat(20_000);
      document.body.textContent = long;
      const parts = room.allSegments().map(({ text }) => text);
      return {
        nodes,
        bottom,
        joined: parts.join('') === long,
        longest: Math.max(...parts.map((part) => part.length)),
        cut: parts.some((part) => /Ira?$/.test(part)),
      };
    });
    expect(found).toEqual({
      nodes: 200_000,
      bottom: ['bottom'],
      joined: true,
      longest: expect.any(Number),
      cut: false,
    });
    expect(found.longest).toBeLessThanOrEqual(50_000);
  });

  test('goes on when the page changes under the walk', async (page, { open }) => {
    await open(page, '<title>t</title><body>');
    const found = await page.evaluate(() => {
      const paragraphs = (name: string) =>
        Array.from({ length: 100 }, (_, at) => `<p>${name}${at}</p>`).join('');
      document.body.innerHTML = `<div id=a>${paragraphs('a')}</div><div id=b>${paragraphs('b')}</div>`;
      const texts: string[] = [];
      const lost: string[] = [];
      let cut = false;
      const walk = room.readSegments(document.body, {
        onLost: (element) => lost.push(element.localName + element.id),
      });
      for (const segment of walk) {
        if (segment) texts.push(segment.text);
        else if (!cut) {
          cut = true;
          document.getElementById('a')?.replaceChildren(document.createElement('p'));
        }
      }
      return {
        lost,
        last: texts.at(-1),
        fromA: texts.filter((text) => text.startsWith('a')).length < 100,
      };
    });
    expect(found).toEqual({ lost: ['diva'], last: 'b99', fromA: true });
  });
});
