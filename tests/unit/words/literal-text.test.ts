import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectPath, sourceFiles } from '../source-files.ts';

const VIEWS = sourceFiles(['components', 'entrypoints', 'extension'], ['.tsx']);

/** Attributes and properties of views that the reader sees or hears. */
const SPOKEN =
  /^(?:label|title|name|alt|placeholder|aria-label|aria-description|aria-roledescription|aria-valuetext|what|kept|lead|hint|yes|no|of|question|legend|caption|aside)$/u;
const COMPARING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);
const LETTER = /\p{L}/u;
/** Keys of messages, and kinds of things, are no texts. */
const KEY = /^[a-z][\w-]*(?:\.[\w-]+)*$/u;

/** Texts that stand in a view and not among the messages, each as "line: text". */
function literals(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${line + 1}: ${text.trim()}`);
  };
  /** A string, or one of several, that an expression gives. */
  const strings = (node: ts.Node): (ts.StringLiteralLike | ts.TemplateExpression)[] => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return [node];
    if (ts.isConditionalExpression(node))
      return [...strings(node.whenTrue), ...strings(node.whenFalse)];
    if (ts.isParenthesizedExpression(node)) return strings(node.expression);
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (COMPARING.has(kind)) return [];
      // What stands before `&&` is a condition.
      const isCondition = kind === ts.SyntaxKind.AmpersandAmpersandToken;
      return [...(isCondition ? [] : strings(node.left)), ...strings(node.right)];
    }
    return [];
  };
  const textOf = (node: ts.StringLiteralLike | ts.TemplateExpression) =>
    ts.isTemplateExpression(node)
      ? [node.head, ...node.templateSpans.map(({ literal }) => literal)]
          .map(({ text }) => text)
          .join('…')
      : node.text;
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTER.test(node.text)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      for (const text of strings(node.expression))
        if (LETTER.test(textOf(text))) note(text, textOf(text));
    }
    if (ts.isJsxAttribute(node) && node.initializer && SPOKEN.test(node.name.getText())) {
      const { initializer } = node;
      const value = ts.isJsxExpression(initializer) ? initializer.expression : initializer;
      for (const text of value ? strings(value) : [])
        if (LETTER.test(textOf(text)) && !KEY.test(textOf(text).replaceAll('…', 'x')))
          note(text, textOf(text));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('views', () => {
  it.each(VIEWS.map(projectPath))('%s has its texts among the messages', (file) => {
    expect(literals(file, readFileSync(file, 'utf8'))).toEqual([]);
  });

  it.each([
    ['<p>Sources</p>', ['1: Sources']],
    ['<p>{open ? "Fewer" : label}</p>', ['1: Fewer']],
    ['<p>{`$' + '{n} more`}</p>', ['1: … more']],
    ['<input placeholder="Look up" />', ['1: Look up']],
    ['<B aria-label={busy ? `Adding $' + '{x}` : words("a.b")} />', ['1: Adding …']],
    ['<p class="aside">{words("card.close")} · 12 %</p>', []],
    ['<Phrase of="card.since" values={[x]} />', []],
    ['<Icon name="close" />', []],
  ])('in %s the text is found', (code, expected) => {
    expect(literals('made.tsx', `export const made = ${code};`)).toEqual(expected);
  });
});
