import { JSDOM } from 'jsdom';
import { PageStyle } from './page-style.ts';

/**
 * Documents for the rooms of `page`, which were written for a browser's window and
 * ask it for styles. One window of jsdom lends its parser and its classes; it loads
 * nothing and runs no script. The globals that `page` uses are set here and nowhere
 * else.
 */
const { window } = new JSDOM('');
const parser = new window.DOMParser();
const styles = new WeakMap<Document, PageStyle>();

globalThis.Node = window.Node;
globalThis.getComputedStyle = (element) => styleOf(element).of(element) as CSSStyleDeclaration;
window.Element.prototype.checkVisibility = function (this: Element, options) {
  return styleOf(this).isVisible(this, options);
};

/** Parses a page as a browser would. Its styles are those at the time of the first question. */
export function parsePage(html: string): Document {
  return parser.parseFromString(html, 'text/html');
}

function styleOf({ ownerDocument }: Element): PageStyle {
  const known = styles.get(ownerDocument);
  if (known) return known;
  const style = new PageStyle(ownerDocument);
  styles.set(ownerDocument, style);
  return style;
}
