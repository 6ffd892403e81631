import { BROWSER_RULES } from './browser-sheet.ts';
import {
  type Declaration,
  mediaHolds,
  type Property,
  readDeclarations,
  readRules,
  type StyleRule,
} from './css-rules.ts';

/** The computed values that reading a page asks for (page/segments.ts). */
export interface SeenStyle {
  readonly display: string;
  readonly visibility: string;
  readonly float: string;
  readonly contentVisibility: string;
}

/** Where a declaration comes from, the stronger the higher (CSS Cascade 5, section 6.1). */
const RANKS = {
  browser: { normal: 0, important: 7 },
  layer: { normal: 1, important: 6 },
  page: { normal: 2, important: 4 },
  attribute: { normal: 3, important: 5 },
} as const;
type Origin = keyof typeof RANKS;

/** How strong a declaration is: rank, then specificity, then place. */
interface Strength {
  readonly rank: number;
  readonly specificity: number;
  readonly order: number;
}
type Standing = Strength & { readonly value: string };

interface PlacedRule {
  readonly rule: StyleRule;
  readonly origin: Origin;
  readonly order: number;
}

/** What the root inherits. */
const INITIAL: SeenStyle = {
  display: 'inline',
  visibility: 'visible',
  float: 'none',
  contentVisibility: 'visible',
};

/**
 * The styles of a saved page, as far as they say whether its text is seen and
 * runs on: what a browser with a desk's window works out from the page's `style`
 * elements and attributes. A DOM library's own answer looks at every property of
 * every rule, takes seconds for a page, and knows no media queries. Answers are
 * kept, so the page must not change. Style sheets in files of their own are not
 * loaded.
 */
export class PageStyle {
  readonly #rules = new Map<string, PlacedRule[]>();
  readonly #styles = new Map<Element, SeenStyle>();
  readonly #rendered = new Map<Element, boolean>();
  #order = 0;

  constructor(document: Document) {
    for (const rule of BROWSER_RULES) this.#add(rule, 'browser');
    for (const element of document.querySelectorAll('style')) {
      if (!appliesHere(element)) continue;
      for (const rule of readRules(element.textContent ?? ''))
        this.#add(rule, rule.layered ? 'layer' : 'page');
    }
  }

  /** Stands in for `getComputedStyle`. */
  of(element: Element): SeenStyle {
    const known = this.#styles.get(element);
    if (known) return known;
    const style = this.#compute(element);
    this.#styles.set(element, style);
    return style;
  }

  /** Stands in for `Element.checkVisibility` (CSSOM View 1, section 6.1); opacity is not looked at. */
  isVisible(element: Element, options: CheckVisibilityOptions = {}): boolean {
    const { display, visibility } = this.of(element);
    if (display === 'contents' || !this.#isRendered(element)) return false;
    const asked = options.visibilityProperty || options.checkVisibilityCSS;
    return !asked || visibility === 'visible';
  }

  /** Whether neither it nor what it stands in is `display: none` or leaves its content out. */
  #isRendered(element: Element): boolean {
    const known = this.#rendered.get(element);
    if (known !== undefined) return known;
    const parent = element.parentElement;
    const rendered =
      this.of(element).display !== 'none' &&
      (!parent || (this.of(parent).contentVisibility !== 'hidden' && this.#isRendered(parent)));
    this.#rendered.set(element, rendered);
    return rendered;
  }

  #add(rule: StyleRule, origin: Origin): void {
    const placed = { rule, origin, order: this.#order++ };
    const others = this.#rules.get(rule.key);
    if (others) others.push(placed);
    else this.#rules.set(rule.key, [placed]);
  }

  #compute(element: Element): SeenStyle {
    // Pages hide themselves until their scripts have run, which in a saved page they never do.
    if (isWholePage(element)) return { ...INITIAL, display: 'block' };
    const parent = element.parentElement;
    const above = parent ? this.of(parent) : INITIAL;
    const standing = this.#cascade(element);
    const value = (property: Property, initial: string, parents: string, inherits = false) => {
      const found = standing.get(property)?.value ?? 'unset';
      if (found === 'inherit') return parents;
      if (/^(?:unset|revert)/.test(found)) return inherits ? parents : initial;
      return found === 'initial' ? initial : found;
    };
    const display = value('display', 'inline', above.display);
    const float = value('float', 'none', above.float);
    const position = value('position', 'static', 'static');
    const isBlockified =
      float !== 'none' || /^(?:absolute|fixed)$/.test(position) || laysOutItems(above.display);
    return {
      display: isBlockified ? blockified(display) : display,
      visibility: value('visibility', 'visible', above.visibility, true),
      float,
      contentVisibility: value('content-visibility', 'visible', above.contentVisibility),
    };
  }

  #cascade(element: Element): Map<Property, Standing> {
    const standing = new Map<Property, Standing>();
    for (const key of keysOf(element)) {
      for (const { rule, origin, order } of this.#rules.get(key) ?? []) {
        if (matches(element, rule.selector))
          declare(standing, rule.declarations, origin, rule.specificity, order);
      }
    }
    const own = element.getAttribute('style');
    if (own) declare(standing, readDeclarations(own), 'attribute', 0, 0);
    return standing;
  }
}

function declare(
  standing: Map<Property, Standing>,
  declarations: readonly Declaration[],
  origin: Origin,
  specificity: number,
  order: number,
): void {
  for (const { property, value, important } of declarations) {
    const rank = RANKS[origin][important ? 'important' : 'normal'];
    const strength = { rank, specificity, order };
    const other = standing.get(property);
    if (!other || !isStronger(other, strength)) standing.set(property, { ...strength, value });
  }
}

function isStronger(one: Strength, other: Strength): boolean {
  return (
    (one.rank - other.rank || one.specificity - other.specificity || one.order - other.order) > 0
  );
}

/** Browsers run scripts, so what stands in `noscript` is not there for them. */
function appliesHere(style: Element): boolean {
  const type = style.getAttribute('type')?.trim().toLowerCase() ?? '';
  return (
    (type === '' || type === 'text/css') &&
    mediaHolds(style.getAttribute('media') ?? '') &&
    style.closest('noscript,template') === null
  );
}

function isWholePage({ localName, parentElement }: Element): boolean {
  return !parentElement || (localName === 'body' && !parentElement.parentElement);
}

function keysOf(element: Element): Set<string> {
  const keys = new Set(['*', element.localName]);
  const id = element.getAttribute('id');
  if (id) keys.add(`#${id}`);
  for (const name of element.getAttribute('class')?.split(/\s+/) ?? []) keys.add(`.${name}`);
  return keys;
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    // A selector that the DOM library does not know: browsers void rules with ones unknown to them.
    return false;
  }
}

function laysOutItems(display: string): boolean {
  return /(?:^|[- ])(?:flex|grid)$/.test(display);
}

/** What floats, is placed or is laid out by its parent is a block (CSS Display 3, section 2.7). */
function blockified(display: string): string {
  if (/^(?:inline|inline-block|ruby.*)$/.test(display)) return 'block';
  return display.replace(/^inline[- ]/, '');
}
