import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import english from '../../../locales/en.json' with { type: 'json' };
import { messagesOf } from '../../../words/words.ts';
import { sourceFiles } from '../source-files.ts';

const FOLDERS = [
  'components',
  'entrypoints',
  'extension',
  'facts',
  'linking',
  'dateline',
  'page',
  'store',
  'messages',
];
const CONFIG = path.resolve(import.meta.dirname, '../../../wxt.config.ts');
const PLURAL = /_(?:zero|one|two|few|many|other)$/u;

const code = [...sourceFiles(FOLDERS, ['.ts', '.tsx', '.html']), CONFIG]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
/** Keys as they are written: 'card.close', and `kind.${kind}` as a pattern. */
const written = new Set(code.match(/(?<=['"`])[a-zA-Z]+(?:\.[a-zA-Z]+)+(?=['"`])/gu));
const made = [
  ...code.matchAll(/`([a-zA-Z]+\.(?:[\w.]|\$\{[^}]*\})*\$\{[^}]*\}(?:[\w.]|\$\{[^}]*\})*)`/gu),
].map(
  ([, template = '']) =>
    new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/gu, '[a-zA-Z]+')}$`, 'u'),
);
/** Those of the manifest. */
const replaced = new Set([...code.matchAll(/__MSG_(\w+)__/gu)].map(([, key]) => key));

/** Whether the program says a message anywhere. */
function isUsed(name: string): boolean {
  const key = name.replace(PLURAL, '').replaceAll('_', '.');
  const whole = name.replaceAll('_', '.');
  return (
    replaced.has(name) ||
    [key, whole].some((one) => written.has(one) || made.some((pattern) => pattern.test(one)))
  );
}

it('every message is said somewhere', () => {
  const names = Object.keys(messagesOf(english)).filter((name) => name !== 'locale');
  expect(names.filter((name) => !isUsed(name))).toEqual([]);
});

it('one that nobody says is noticed', () => {
  expect(['card_close', 'kind_person', 'manifest_popup', 'card_sources_other'].map(isUsed)).toEqual(
    [true, true, true, true],
  );
  expect(['card_shut', 'kinds_person', 'card_source_s_other'].map(isUsed)).toEqual([
    false,
    false,
    false,
  ]);
});
