import { NODES_PER_STEP, SEGMENT_LENGTH } from './limits.ts';

/** The element that holds the card: the one node of ours in a page. */
export const HOST_TAG = 'backgrounder-card';

/** A stretch of a text node inside a segment. */
export interface Piece {
  readonly node: Text;
  /** Offset into the segment's text of the piece's first code unit. */
  readonly start: number;
  /** Offset into the node's data of the same code unit; above 0 only in very long nodes. */
  readonly from: number;
  readonly length: number;
}

/**
 * The inline text of one block, joined in reading order. `text` is the nodes'
 * data as it stands, with "\n" for a line break and U+FFFC (object replacement
 * character) for inline content that is not read, so that offsets map back by a
 * binary search. Offsets are UTF-16 code units.
 */
export interface Segment {
  readonly text: string;
  readonly block: Element;
  readonly pieces: readonly Piece[];
}

/** What a walk leaves out and reports. */
export interface ReadOptions {
  /** Blocks known to be read already: passed over without asking for their style. */
  readonly known?: (element: Element) => boolean;
  /** Asked for each block below the root; false leaves the block and what is in it out. */
  readonly enter?: (block: Element) => boolean;
  /** Told of each block, the root included, when all of it has been walked. */
  readonly onRead?: (block: Element) => void;
  /** Told of each element that was passed over because it is not rendered. */
  readonly onHidden?: (element: Element) => void;
  /** Told of an element whose content changed under the walk: it has to be read again. */
  readonly onLost?: (element: Element) => void;
}

/** Never text: nothing of it is shown, so it does not even separate words. */
const SILENT = new Set(
  'script style noscript template head title meta link datalist rp rt rtc param source track'.split(
    ' ',
  ),
);

/**
 * Shown, but not prose: form controls (a highlight on a button would compete
 * with what it does), code, and embedded content.
 */
const OPAQUE = new Set(
  `textarea input select option optgroup button code pre kbd samp svg math canvas iframe frame object
  embed img picture video audio map meter progress dialog-polyfill ${HOST_TAG}`.split(/\s+/),
);

/** Blocks whatever their style: a list item shown inline still ends a name. */
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir dl dt fieldset
  figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu
  nav ol p search section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Inline when bare; asked for their style only when they carry attributes. */
const PHRASING = new Set(
  'abbr acronym b bdi bdo big cite data del dfn em i ins mark nobr q rb ruby s small strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Attributes of elements in which nothing is ever read. */
const UNREAD_BY_ATTRIBUTE =
  '[contenteditable]:not([contenteditable="false" i]),[aria-hidden="true"],[role="textbox"]';

/** Elements inside which nothing is ever read, as a selector for `closest`. */
const UNREAD = `${[...SILENT, ...OPAQUE].join()},${UNREAD_BY_ATTRIBUTE}`;

const BREAK = '\n';
const OBJECT = '\uFFFC';
/** A floated first letter is blockified by the float; it is still part of its word. */
const DROP_CAP_LENGTH = 3;

type Role = 'inline' | 'block' | 'hidden' | 'silent' | 'opaque';

/**
 * What an element is to reading. Tag tables answer for most; the computed style
 * is asked where authors do change it (`div`, `span`, `a`, custom elements), since
 * a span is as often a block as a div is inline.
 */
function roleOf(element: Element, parent: Element | null): Role {
  const tag = element.localName;
  if (SILENT.has(tag)) return 'silent';
  if (OPAQUE.has(tag) || isFootnote(element)) return 'opaque';
  if (tag !== 'summary' && parent && isFolded(parent)) return 'hidden';
  if (isBarePhrasing(element)) return 'inline';
  if (element.hasAttributes()) {
    if (element.matches(UNREAD_BY_ATTRIBUTE)) return 'opaque';
  } else if (BLOCKS.has(tag) && element.checkVisibility(SEEN)) return 'block';
  const style = getComputedStyle(element);
  const display = style.display;
  if (display === 'none') return 'hidden';
  if (style.contentVisibility === 'hidden') return 'hidden';
  if (BLOCKS.has(tag)) return 'block';
  if (display === 'inline' || display === 'contents' || display.startsWith('ruby')) return 'inline';
  if (tag === 'div' || tag.includes('-')) return 'block';
  if (display === 'inline-block') return 'inline';
  if (style.float !== 'none' && (element.textContent ?? '').length <= DROP_CAP_LENGTH)
    return 'inline';
  return 'block';
}

/** Whether text may be read below this element: rendered, and not inside what is never read. */
export function isReadable(element: Element): boolean {
  if (element.ownerDocument.designMode === 'on' || element.closest(UNREAD)) return false;
  return element.checkVisibility() || getComputedStyle(element).display === 'contents';
}

/** The block that a node's text belongs to: the nearest ancestor (or itself) that is not inline. */
export function blockOf(node: Node): Element | null {
  let element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  while (
    element &&
    element.localName !== 'body' &&
    roleOf(element, element.parentElement) === 'inline'
  )
    element = element.parentElement;
  return element;
}

/**
 * Reads the segments below an element in document order, without recursion.
 * Yields undefined about every `NODES_PER_STEP` nodes: there, and only there, the
 * caller may give the event loop back. When the tree changes meanwhile, the walk
 * goes on after the last ancestor that is still in place and reports it by
 * `onLost`.
 */
export function* readSegments(
  root: Element,
  options: ReadOptions = {},
): Generator<Segment | undefined, void, undefined> {
  const path: Element[] = [root];
  const blocks: Element[] = [root];
  // Whether text directly in each element of the path is seen (`visibility` can be set back below).
  const shown: boolean[] = [isVisible(root)];
  const run = new Run();
  let node: Node | null = root.firstChild;
  let steps = 0;
  let lastBreak = false;

  while (path.length > 0) {
    const parent = path[path.length - 1] as Element;
    const block = blocks[blocks.length - 1] as Element;
    if (node === null) {
      if (parent === block) {
        run.end(block);
        blocks.pop();
        options.onRead?.(block);
      }
      path.pop();
      shown.pop();
      node = parent.nextSibling;
    } else if (node.nodeType === Node.TEXT_NODE) {
      const text = node as Text;
      if (text.length > 0 && shown[shown.length - 1] && !isFolded(parent)) {
        if (lastBreak && /\S/.test(text.data)) lastBreak = false;
        run.add(text, block);
      }
      node = node.nextSibling;
    } else if (node.nodeType !== Node.ELEMENT_NODE) {
      node = node.nextSibling;
    } else {
      const element = node as Element;
      if (element.localName === 'br') {
        // Two line breaks are how old pages write a paragraph.
        if (lastBreak) run.end(block);
        else run.separate(BREAK);
        lastBreak = true;
        node = element.nextSibling;
      } else if (options.known?.(element)) {
        run.end(block);
        lastBreak = false;
        node = element.nextSibling;
      } else {
        const role = roleOf(element, parent);
        if (role === 'opaque') run.separate(OBJECT);
        if (role === 'hidden') options.onHidden?.(element);
        if (role === 'block') {
          run.end(block);
          lastBreak = false;
        }
        if (role === 'inline' || (role === 'block' && options.enter?.(element) !== false)) {
          path.push(element);
          shown.push(
            isBarePhrasing(element) ? shown[shown.length - 1] === true : isVisible(element),
          );
          if (role === 'block') blocks.push(element);
          node = element.firstChild;
        } else node = element.nextSibling;
      }
    }
    if (run.ready.length > 0) {
      yield* run.ready;
      run.ready.length = 0;
    }
    if (++steps % NODES_PER_STEP === 0) {
      yield undefined;
      // The walk is over: nothing of its path can have been lost.
      if (path.length === 0) return;
      const kept = intactLength(path, root);
      if (kept < path.length || (node && node.parentNode !== path[path.length - 1])) {
        const lost = path[Math.max(0, kept - 1)] as Element;
        run.drop();
        path.length = Math.max(0, kept - 1);
        shown.length = path.length;
        while (blocks.length > 0 && !path.includes(blocks[blocks.length - 1] as Element))
          blocks.pop();
        options.onLost?.(lost);
        node = path.length > 0 ? lost.nextSibling : null;
      }
    }
  }
}

/** How many elements of a walk's path still hang one below the other. */
function intactLength(path: readonly Element[], root: Element): number {
  if (path[0] !== root || !root.isConnected) return Math.min(1, path.length);
  for (let at = 1; at < path.length; at++) if (path[at]?.parentNode !== path[at - 1]) return at;
  return path.length;
}

function isVisible(element: Element): boolean {
  // Without a box (`display: contents`) it is not seen itself, but its text may be.
  return element.checkVisibility(SEEN) || getComputedStyle(element).visibility === 'visible';
}

/** Asking so takes no style object, of which a long page would have 9,000. */
const SEEN = { visibilityProperty: true };

/** What a closed `details` holds besides its summary has styles as if it were shown. */
function isFolded(parent: Element): boolean {
  return parent.localName === 'details' && !parent.hasAttribute('open');
}

function isBarePhrasing(element: Element): boolean {
  return PHRASING.has(element.localName) && !element.hasAttributes();
}

/** "Musk<sup><a href="#fn1">1</a></sup>": the mark is not part of the word. */
function isFootnote(element: Element): boolean {
  return (
    element.localName === 'sup' &&
    element.querySelector(':scope > a[href^="#"], :scope > a[href*="#cite"]') !== null
  );
}

/** The segment being put together. Not a generator: there would be one for each text node. */
class Run {
  /** Segments that are whole. */
  readonly ready: Segment[] = [];
  #text = '';
  #pieces: Piece[] = [];
  #separator = '';

  separate(by: string): void {
    if (this.#text && this.#separator !== BREAK) this.#separator = by;
  }

  add(node: Text, block: Element): void {
    const { data } = node;
    if (this.#text && this.#text.length + data.length > SEGMENT_LENGTH) this.end(block);
    this.#text += this.#separator;
    this.#separator = '';
    for (let from = 0, to = 0; from < data.length; from = to) {
      to = cutAt(data, from);
      this.#pieces.push({ node, start: this.#text.length, from, length: to - from });
      this.#text += data.slice(from, to);
      if (to < data.length) this.end(block);
    }
  }

  end(block: Element): void {
    if (/[^\s\uFFFC]/.test(this.#text))
      this.ready.push({ text: this.#text, block, pieces: this.#pieces });
    this.drop();
  }

  drop(): void {
    if (!this.#text) return;
    this.#text = '';
    this.#pieces = [];
    this.#separator = '';
  }
}

/** Where a segment that begins at `from` ends: where the data does, else after white space. */
function cutAt(data: string, from: number): number {
  const end = from + SEGMENT_LENGTH;
  if (data.length <= end) return data.length;
  for (let at = end; at > end - SEGMENT_LENGTH / 2; at--)
    if (/\s/.test(data.charAt(at - 1))) return at;
  // No white space (Chinese, Japanese): anywhere but inside a surrogate pair.
  const last = data.charCodeAt(end - 1);
  return last >= 0xd800 && last < 0xdc00 ? end - 1 : end;
}
