/**
 * Checks the built extension as it would be shipped: byte budgets, and Firefox's
 * own linter. Builds must lie in .output (npm run build).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { extensionFolder } from './build-extension.ts';
import { BYTE_BUDGETS } from './byte-budgets.ts';
import { textTable } from './text-table.ts';

const isWithinBudget = checkBudgets();
const isLinted = lint();
process.exitCode = isWithinBudget && isLinted ? 0 : 1;

function checkBudgets(): boolean {
  const rows = (['chromium', 'firefox'] as const).flatMap((browser) =>
    BYTE_BUDGETS.map(({ surface, files, bytes }) => {
      const folder = extensionFolder(browser);
      const size = files
        .flatMap((file) => withNamed(folder, file))
        .map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }))
        .reduce((sum, zipped) => sum + zipped.length, 0);
      return { browser, surface, size, bytes };
    }),
  );
  console.log(
    textTable(
      [
        { title: 'browser' },
        { title: 'loaded by' },
        { title: 'gzipped bytes', align: 'right' },
        { title: 'budget', align: 'right' },
        { title: '' },
      ],
      rows.map(({ browser, surface, size, bytes }) => [
        browser,
        surface,
        String(size),
        String(bytes),
        size <= bytes ? 'within' : `OVER by ${size - bytes}`,
      ]),
    ),
  );
  return rows.every(({ size, bytes }) => size <= bytes);
}

/** A file, and where it is a page the scripts and styles that it names. */
function withNamed(folder: string, file: string): string[] {
  if (!file.endsWith('.html')) return [file];
  const named = readFileSync(join(folder, file), 'utf8').matchAll(/(?:src|href)="\/([^"]+)"/gu);
  return [file, ...[...named].map(([, path = '']) => path)];
}

function lint(): boolean {
  const { status } = spawnSync(
    'npx',
    ['web-ext', 'lint', '--warnings-as-errors', '--source-dir', extensionFolder('firefox')],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  return status === 0;
}
