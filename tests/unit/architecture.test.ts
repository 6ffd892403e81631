import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../.dependency-cruiser.mjs';

const ROOMS = [
  'words',
  'extension',
  'facts',
  'dateline',
  'linking',
  'search',
  'page',
  'store',
  'sources',
  'network',
  'importing',
  'components',
  'entrypoints',
  'cli',
  'messages',
  'packs',
];

/** The whole source is parsed, which takes more than the usual limit on a busy machine. */
const WHOLE_SOURCE_MS = 60_000;

async function violations(baseDir: string, paths: string[]): Promise<string[]> {
  const { options, forbidden } = config;
  const { tsConfig: _, ...shared } = options;
  const { output } = await cruise(paths, {
    ...shared,
    baseDir,
    ruleSet: { forbidden: forbidden as never },
    validate: true,
  });
  const { summary, modules } = output as ICruiseResult;
  expect(modules.length).toBeGreaterThan(0);
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`);
}

describe('the rooms', () => {
  it('import one way', { timeout: WHOLE_SOURCE_MS }, async () => {
    expect(await violations(process.cwd(), ROOMS)).toEqual([]);
  });

  describe('a rule that is broken is noticed', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'backgrounder-rooms-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each([
      ['words/a.ts', '../facts/b.ts'],
      ['extension/a.ts', '../store/b.ts'],
      ['facts/a.ts', '../linking/b.ts'],
      ['dateline/a.ts', '../page/b.ts'],
      ['linking/a.ts', '../store/b.ts'],
      ['search/a.ts', '../store/b.ts'],
      ['page/a.ts', '../store/b.ts'],
      ['page/c.ts', '../messages/b.ts'],
      ['store/a.ts', '../page/b.ts'],
      ['packs/a.ts', '../store/b.ts'],
      ['components/a.ts', '../store/b.ts'],
      ['entrypoints/page.content/a.ts', '../../store/b.ts'],
      ['entrypoints/background/a.ts', '../../components/b.ts'],
      ['entrypoints/popup/a.ts', '../../cli/b.ts'],
      ['store/circle.ts', './circle.ts'],
    ])('%s imports %s', async (from, to) => {
      const importer = join(folder, from);
      const imported = join(dirname(importer), to);
      for (const file of [importer, imported]) mkdirSync(dirname(file), { recursive: true });
      writeFileSync(imported, 'export const imported = 1;\n');
      writeFileSync(importer, `export { imported } from '${to}';\n`);
      expect(await violations(folder, [from])).not.toEqual([]);
    });
  });
});
