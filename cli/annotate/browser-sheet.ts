import { readRules } from './css-rules.ts';

/** What browsers' own style sheet says about what is seen (HTML Standard, 15.3 and 15.5). */
export const BROWSER_RULES = readRules(`
  area, base, basefont, datalist, head, link, meta, noembed, noframes, param, rp, script, style,
  template, title, dialog:not([open]), [popover]:not(dialog), [hidden]:not([hidden="until-found" i]) {
    display: none;
  }
  noscript, input[type="hidden" i] { display: none !important; }
  [hidden="until-found" i] { content-visibility: hidden; }

  address, article, aside, blockquote, body, caption, center, col, colgroup, dd, details, dialog, dir,
  div, dl, dt, fieldset, figcaption, figure, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6,
  header, hgroup, hr, html, legend, li, listing, main, menu, nav, ol, optgroup, option, p, plaintext,
  pre, search, section, summary, table, tbody, td, tfoot, th, thead, tr, ul, xmp {
    display: block;
  }
  button, input, marquee, meter, progress, select, textarea { display: inline-block; }
  ruby { display: ruby; }
  rt { display: ruby-text; }
  slot { display: contents; }
`);
