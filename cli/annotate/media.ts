import type { CssNode, Identifier, MediaQuery } from 'css-tree';

/** What saved pages are read on: a desktop's window in CSS pixels. */
const WINDOW = { width: 1280, height: 800 } as const;

/** What a feature that is no number has to say to hold: a mouse, and no special wishes. */
const KEYWORDS: Readonly<Record<string, string>> = {
  orientation: 'landscape',
  hover: 'hover',
  'any-hover': 'hover',
  pointer: 'fine',
  'any-pointer': 'fine',
  scripting: 'enabled',
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  'prefers-contrast': 'no-preference',
};

const PX_PER_UNIT: Readonly<Record<string, number>> = {
  px: 1,
  em: 16,
  rem: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
};

/**
 * Whether a parsed list of media queries, or the condition of an `@supports`,
 * holds on a desktop's screen. Style sheets hide on phones and on paper what is
 * seen at a desk. What is not known does not hold. `@supports` asks for what the
 * browsers of today have.
 *
 * Source: Media Queries 4, sections 2 and 3.
 */
export function holds(node: CssNode): boolean {
  switch (node.type) {
    case 'AtrulePrelude':
    case 'MediaQueryList':
      return node.children.isEmpty || node.children.some(holds);
    case 'MediaQuery':
      return queryHolds(node);
    case 'Condition':
      return conditionHolds(node.children.toArray());
    case 'Feature':
      return featureHolds(node.name.toLowerCase(), node.value);
    case 'FeatureRange':
      return (
        compares(node.left, node.leftComparison, node.middle) &&
        (node.right === null || compares(node.middle, node.rightComparison ?? '', node.right))
      );
    default:
      return node.type === 'SupportsDeclaration' || node.type === 'FeatureFunction';
  }
}

function queryHolds({ modifier, mediaType, condition }: MediaQuery): boolean {
  const type = mediaType?.toLowerCase() ?? 'all';
  const matches = (type === 'all' || type === 'screen') && (!condition || holds(condition));
  return modifier?.toLowerCase() === 'not' ? !matches : matches;
}

/** `not a`, `a and b and c`, or `a or b or c`; the three do not mix. */
function conditionHolds(parts: readonly CssNode[]): boolean {
  const word = parts.find((part): part is Identifier => part.type === 'Identifier');
  const terms = parts.filter((part) => part.type !== 'Identifier').map(holds);
  switch (word?.name.toLowerCase()) {
    case 'not':
      return !terms[0];
    case 'or':
      return terms.some(Boolean);
    default:
      return terms.every(Boolean);
  }
}

function featureHolds(name: string, value: CssNode | null): boolean {
  const [, limit, measured = name] = /^(min|max)-(.+)$/.exec(name) ?? [];
  const actual = windowMeasure(measured);
  if (actual === undefined) {
    const expected = KEYWORDS[name];
    if (value?.type === 'Identifier') return expected === value.name.toLowerCase();
    return value === null && expected !== undefined && expected !== 'no-preference';
  }
  if (value === null) return true;
  const asked = numberOf(value);
  if (asked === undefined) return false;
  if (limit === 'min') return actual >= asked;
  return limit === 'max' ? actual <= asked : actual === asked;
}

function compares(left: CssNode, comparison: string, right: CssNode): boolean {
  const a = numberOf(left);
  const b = numberOf(right);
  if (a === undefined || b === undefined) return false;
  if (a === b) return comparison.includes('=');
  return comparison.startsWith(a < b ? '<' : '>');
}

function windowMeasure(name: string): number | undefined {
  if (name === 'width' || name === 'device-width') return WINDOW.width;
  return name === 'height' || name === 'device-height' ? WINDOW.height : undefined;
}

function numberOf(node: CssNode): number | undefined {
  switch (node.type) {
    case 'Identifier':
      return windowMeasure(node.name.toLowerCase());
    case 'Number':
      return Number(node.value);
    case 'Dimension': {
      const factor = PX_PER_UNIT[node.unit.toLowerCase()];
      return factor === undefined ? undefined : Number(node.value) * factor;
    }
    default:
      return undefined;
  }
}
