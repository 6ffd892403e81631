/**
 * What a page is, as far as an extension could have changed it. The functions
 * that are sent to pages see their arguments only.
 */
import type { Page } from 'puppeteer-core';

/** The one element that the extension may add to a document: bare, at most once. */
const HOST = '<backgrounder-card></backgrounder-card>';

/** Elements whose place on the page is compared. */
const PLACES = 200;

export interface PageDom {
  readonly hash: string;
  /** Empty unless asked for. */
  readonly text: string;
}

export interface PageState {
  readonly dom: PageDom;
  readonly layout: string;
}

/**
 * A page's tree: doctype, elements with their attributes (open `dialog` and
 * `details` are attributes), comments, open shadow trees and the documents of its
 * own frames. Also the numbers of nodes, which tells of split text, and of style
 * sheets. Our host is left out.
 *
 * @param whole - also returns the text of which the hash is made
 */
export function pageDom(page: Page, whole = false): Promise<PageDom> {
  return page.evaluate(
    (host, withText) => {
      const parts: string[] = [];
      const write = (root: Document): void => {
        let ours = 0;
        for (const node of root.childNodes) {
          if (node.nodeType === Node.DOCUMENT_TYPE_NODE) {
            const { name, publicId, systemId } = node as DocumentType;
            parts.push(`<!DOCTYPE ${name} "${publicId}" "${systemId}">`);
          } else if (node.nodeType === Node.ELEMENT_NODE) {
            const html = (node as Element).outerHTML;
            const without = html.replace(host, '');
            if (without !== html) ours++;
            parts.push(without);
          } else parts.push(`<!--${node.textContent}-->`);
        }
        let nodes = -ours;
        const walker = root.createTreeWalker(root, NodeFilter.SHOW_ALL);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          nodes++;
          if (node.nodeType !== Node.ELEMENT_NODE) continue;
          const { shadowRoot } = node as Element;
          if (shadowRoot) parts.push(`shadow tree: ${shadowRoot.innerHTML}`);
          const { contentDocument } = node as HTMLIFrameElement;
          if (contentDocument) write(contentDocument);
        }
        const sheets = `${root.styleSheets.length}+${root.adoptedStyleSheets.length}`;
        parts.push(`${nodes} nodes, ${sheets} style sheets`);
      };
      write(document);
      const text = parts.join('\n');
      // Two hashes of 32 bits by multiplication (FNV-1a), the second with another start.
      let a = 0x811c9dc5;
      let b = 0x9747b28c;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        a = Math.imul(a ^ code, 0x01000193);
        b = Math.imul(b ^ code, 0x5bd1e995);
      }
      const hash = `${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}-${text.length}`;
      return { hash, text: withText ? text : '' };
    },
    HOST,
    whole,
  );
}

/**
 * Where things stand on a page, one a line: the document's size and elements with
 * text, evenly over the page. Animations are brought to their ends or beginnings,
 * so that two runs can be compared.
 */
export function pageLayout(page: Page): Promise<string> {
  return page.evaluate((places) => {
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSTransition) animation.finish();
      else {
        animation.pause();
        animation.currentTime = 0;
      }
    }
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    const lines = [
      `document ${scrollWidth} × ${scrollHeight} in ${clientWidth} × ${clientHeight} at ${scrollX}, ${scrollY}`,
    ];
    const elements = new Set<Element>();
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement && /\S/.test((node as Text).data)) elements.add(node.parentElement);
    const all = [...elements].filter((element) => element.getClientRects().length > 0);
    const step = Math.max(1, all.length / places);
    for (let at = 0; at < all.length; at += step) {
      const element = all[Math.floor(at)];
      if (!element) break;
      const { x, y, width, height } = element.getBoundingClientRect();
      lines.push(`${element.localName} ${Math.floor(at)}: ${x}, ${y}, ${width} × ${height}`);
    }
    return lines.join('\n');
  }, PLACES);
}

/**
 * Waits until a page has nothing to do: idle, then two frames.
 *
 * @returns how many ranges are highlighted
 */
export function pageRests(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // Without a timeout: what is due, such as the extension's slices of reading, goes first.
    await new Promise((resolve) => requestIdleCallback(resolve));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  });
}

/** Characters shown around a difference. */
const AROUND = 60;

/** The first place where two texts differ, or undefined where they are the same. */
export function firstDifference(without: string, withUs: string): string | undefined {
  if (without === withUs) return undefined;
  let at = 0;
  while (at < without.length && without[at] === withUs[at]) at++;
  const cut = (text: string) => JSON.stringify(text.slice(Math.max(0, at - AROUND), at + AROUND));
  return `at ${at}: without us ${cut(without)}, with us ${cut(withUs)}`;
}
