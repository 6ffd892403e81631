/** Small tricky pages of the project's own. */
export interface Fixture {
  readonly title: string;
  readonly html: string;
  /** It changes without end; the event `hold` stops it in a state that is always the same. */
  readonly endless?: true;
}

const PROSE = `Elon Musk met an ambassador in New York, a newspaper said. ${'Nobody would say what it was about, and the talk of the town went on for days. '.repeat(12)}`;

const inAttribute = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const page = (body: string, lang = 'en') =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Fixture</title><meta property="og:type" content="article"><body><article><p>${PROSE}</p></article>${body}`;

const ARTICLE_FRAME = `<!doctype html><meta property="og:type" content="article"><article><p>${PROSE}</p></article>`;

/** Cells in cells. */
const nestedTables = (depth: number): string =>
  depth === 0
    ? 'Donald Trump'
    : `<table border><caption>Iran ${depth}</caption><tr><th>Tesla<td>${nestedTables(depth - 1)}<tr><td colspan=2>Elon <b>Musk</b></table>`;

const TEXT_NODES = 200_000;
const HUGE_REPEATS = 8_000;

export const FIXTURES: readonly Fixture[] = [
  {
    title: 'frames that the page writes itself',
    html: page(`<iframe srcdoc="${inAttribute(`${ARTICLE_FRAME}<iframe srcdoc="${inAttribute(ARTICLE_FRAME)}"></iframe>`)}"></iframe>
      <iframe id="blank"></iframe><iframe sandbox srcdoc="${inAttribute(ARTICLE_FRAME)}"></iframe>
      <script>blank.contentDocument.body.innerHTML = '<p>Donald Trump spoke of Iran.'</script>`),
  },
  {
    title: 'tables in tables, and what may stand between rows',
    html: page(`${nestedTables(40)}<table><tr><td>SpaceX</td>Starlink<td hidden>Iran</tr></table>`),
  },
  {
    title: 'text from right to left',
    html: page(
      `<div dir="rtl" lang="fa"><p>عباس عراقچی وزیر امور خارجه با <bdi>Elon Musk</bdi> و خامنه‌ای گفت‌وگو کرد.</p><p dir="auto">Iran و ایران ‎US‎</p></div>`,
      'fa',
    ),
  },
  {
    title: 'things to edit',
    html: page(`<div contenteditable="plaintext-only">Donald Trump</div><p contenteditable>Iran <b contenteditable="false">Elon Musk</b></p>
      <textarea>Elon Musk</textarea><input value="Elon Musk" autofocus><select><option>Iran<option selected>Iraq</select><output>Tesla</output>`),
  },
  {
    title: 'shadow trees, open, closed and slotted',
    html: page(`<x-open><template shadowrootmode="open"><style>p { color: red }</style><p>Donald Trump</p><slot></slot></template>Elon <i slot="">Musk</i></x-open>
      <x-closed><template shadowrootmode="closed"><p>Iran</p></template></x-closed><template><p>Elon Musk</p></template>`),
  },
  {
    title: 'drawn text, formulas, and what opens',
    html: page(`<svg width="300" height="80"><title>Tesla</title><text y="20">Elon <tspan>Musk</tspan></text><foreignObject y="30" width="300" height="50"><p xmlns="http://www.w3.org/1999/xhtml">Donald Trump</p></foreignObject></svg>
      <math><mtext>Iran</mtext><mi>x</mi></math><details><summary>Iran</summary>Elon Musk</details><details open>Tesla</details><dialog open>Donald Trump</dialog><div popover>SpaceX</div><ruby>Iran<rt>Tesla</ruby>`),
  },
  {
    title: 'a huge paragraph',
    html: page(
      `<p>${`Then ${PROSE.slice(0, 90)}<wbr>Don<b>ald</b> Tr<!-- -->ump said no. `.repeat(HUGE_REPEATS)}`,
    ),
  },
  {
    title: `${TEXT_NODES} text nodes`,
    html: page(
      `<div>${'word <b>Elon Musk</b> '.repeat(50)}${'<b>x</b> '.repeat(TEXT_NODES / 2)}</div>`,
    ),
  },
  {
    title: 'a page that changes without end',
    endless: true,
    html: page(`<p id="ticker">Elon Musk</p><ul id="list"><li>Iran<li>Tesla</ul>
      <script>
        let ticks = 0, held = false;
        const tick = () => {
          if (held) return;
          document.documentElement.dataset.ticks = ++ticks;
          ticker.textContent = 'Elon Musk and Donald Trump, ' + ticks;
          list.append(list.firstElementChild);
          list.insertAdjacentHTML('beforeend', '<li>Donald Trump ' + ticks);
          requestAnimationFrame(tick);
        };
        addEventListener('hold', () => {
          held = true;
          delete document.documentElement.dataset.ticks;
          ticker.textContent = 'Elon Musk';
          list.innerHTML = '<li>Iran<li>Tesla';
        });
        tick();
      </script>`),
  },
];
