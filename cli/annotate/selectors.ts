import { type CssNode, generate, ident, parse, type Selector } from 'css-tree';

/** A selector as `Element.matches` takes it, with what a cascade wants to know of it. */
export interface KeyedSelector {
  readonly selector: string;
  /** "#id", ".class" or "tag" that an element has to have to match; "*" when it needs none. */
  readonly key: string;
  /** Ids, classes and tags as one number, to compare. */
  readonly specificity: number;
}

/**
 * The selectors of a rule that may match elements: those of pseudo-elements are
 * left out. None when one of them is no selector, which voids the rule.
 */
export function readSelectors(text: string): KeyedSelector[] {
  let list: CssNode;
  try {
    list = parse(text, { context: 'selectorList' });
  } catch {
    return [];
  }
  if (list.type !== 'SelectorList') return [];
  return list.children.toArray().flatMap((selector) =>
    selector.type === 'Selector' && !isPseudoElement(selector)
      ? [
          {
            selector: generate(selector),
            key: keyOf(selector),
            specificity: specificityOf(selector),
          },
        ]
      : [],
  );
}

/** Pseudo-elements that may be written with one colon. */
const OLD_PSEUDO_ELEMENTS = /^(?:before|after|first-line|first-letter)$/i;

function isPseudoElement({ children }: Selector): boolean {
  return children.some(
    (part) =>
      part.type === 'PseudoElementSelector' ||
      (part.type === 'PseudoClassSelector' && OLD_PSEUDO_ELEMENTS.test(part.name)),
  );
}

/** Of what stands after the last combinator: the id, else a class, else the tag. */
function keyOf({ children }: Selector): string {
  const parts = children.toArray();
  const last = parts.slice(parts.findLastIndex(({ type }) => type === 'Combinator') + 1);
  let key = '*';
  for (const part of last) {
    if (part.type === 'IdSelector') return `#${ident.decode(part.name)}`;
    if (part.type === 'ClassSelector') key = `.${ident.decode(part.name)}`;
    if (part.type === 'TypeSelector' && key === '*') key = part.name.toLowerCase();
  }
  return key;
}

const ID = 1_000_000;
const CLASS = 1_000;
const TAG = 1;

/** Selectors 4, section 17. */
function specificityOf(node: CssNode): number {
  switch (node.type) {
    case 'Selector':
      return node.children.toArray().reduce((sum, part) => sum + specificityOf(part), 0);
    case 'SelectorList':
      return Math.max(0, ...node.children.toArray().map(specificityOf));
    case 'IdSelector':
      return ID;
    case 'ClassSelector':
    case 'AttributeSelector':
      return CLASS;
    case 'TypeSelector':
      return node.name === '*' ? 0 : TAG;
    case 'PseudoClassSelector': {
      const inside = node.children?.first;
      switch (node.name.toLowerCase()) {
        case 'where':
          return 0;
        case 'is':
        case 'not':
        case 'has':
          return inside ? specificityOf(inside) : 0;
        default:
          // `:nth-child(… of S)` counts S as well.
          return (
            CLASS + (inside?.type === 'Nth' && inside.selector ? specificityOf(inside.selector) : 0)
          );
      }
    }
    default:
      return 0;
  }
}
