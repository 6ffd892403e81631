import { type CssNode, generate, type List, parse } from 'css-tree';
import { holds } from './media.ts';
import { type KeyedSelector, readSelectors } from './selectors.ts';

/** What decides whether text is seen and whether it runs on: all that reading a page asks. */
export type Property = 'display' | 'visibility' | 'float' | 'position' | 'content-visibility';

export interface Declaration {
  readonly property: Property;
  readonly value: string;
  readonly important: boolean;
}

/** One selector, and what it says about the five properties. */
export interface StyleRule extends KeyedSelector {
  /** In a cascade layer: gives way to rules outside of all layers. */
  readonly layered: boolean;
  readonly declarations: readonly Declaration[];
}

const EVERYWHERE = 'inherit|initial|unset|revert|revert-layer';

/** The values that browsers know: a declaration with another one is void. */
const VALUES: Readonly<Record<Property, RegExp>> = {
  display: valuesOf(
    `none|contents|block|inline|flow-root|list-item|ruby(?:-\\w+)?|(?:inline-)?(?:block|flex|grid|table)|
    -webkit-(?:inline-)?(?:box|flex)|table-[\\w-]+|(?:block|inline) (?:flow|flow-root|flex|grid|table|ruby)`,
  ),
  visibility: valuesOf('visible|hidden|collapse'),
  float: valuesOf('none|left|right|inline-start|inline-end'),
  position: valuesOf('static|relative|absolute|fixed|sticky|-webkit-sticky'),
  'content-visibility': valuesOf('visible|auto|hidden'),
};

function valuesOf(own: string): RegExp {
  return new RegExp(`^(?:${own.replace(/\|\s+/g, '|')}|${EVERYWHERE})$`);
}

/** Most sheets of a page say nothing of the five, and need not be parsed. */
const SAYS_ONE = /display|visibility|float|position/i;

/** At-rules whose rules are the page's when their condition holds. */
const CONDITIONAL = new Set(['media', 'supports', 'layer']);

/**
 * The rules of a style sheet that say something about the five properties, in
 * order, without those that do not hold at a desk. Rules nested in others and
 * `@import` are passed over. Recovers from errors as browsers do.
 */
export function readRules(css: string): StyleRule[] {
  if (!SAYS_ONE.test(css)) return [];
  const rules: StyleRule[] = [];
  const sheet = parse(css, { parseValue: false, parseRulePrelude: false });
  if (sheet.type === 'StyleSheet') collect(sheet.children, false, rules);
  return rules;
}

/** What a `style` attribute says about the five. */
export function readDeclarations(css: string): Declaration[] {
  if (!SAYS_ONE.test(css)) return [];
  const list = parse(css, { context: 'declarationList', parseValue: false });
  return list.type === 'DeclarationList' ? declarationsOf(list.children) : [];
}

/** Whether a `media` attribute holds at a desk. */
export function mediaHolds(media: string): boolean {
  try {
    return media.trim() === '' || holds(parse(media, { context: 'mediaQueryList' }));
  } catch {
    // What is no query holds nowhere.
    return false;
  }
}

function collect(nodes: List<CssNode>, layered: boolean, into: StyleRule[]): void {
  for (const node of nodes) {
    if (node.type === 'Atrule' && node.block) {
      const name = node.name.toLowerCase();
      const isLayer = name === 'layer';
      if (CONDITIONAL.has(name) && (isLayer || !node.prelude || holds(node.prelude)))
        collect(node.block.children, layered || isLayer, into);
    } else if (node.type === 'Rule' && node.prelude.type === 'Raw') {
      const declarations = declarationsOf(node.block.children);
      if (declarations.length === 0) continue;
      for (const selector of readSelectors(node.prelude.value))
        into.push({ ...selector, layered, declarations });
    }
  }
}

function declarationsOf(nodes: List<CssNode>): Declaration[] {
  const found: Declaration[] = [];
  for (const node of nodes) {
    if (node.type !== 'Declaration') continue;
    const property = node.property.toLowerCase();
    if (!isProperty(property)) continue;
    const value = generate(node.value).trim().replace(/\s+/g, ' ').toLowerCase();
    if (VALUES[property].test(value))
      found.push({ property, value, important: node.important !== false });
  }
  return found;
}

function isProperty(name: string): name is Property {
  return Object.hasOwn(VALUES, name);
}
