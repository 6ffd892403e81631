import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCardOptions, UsageError } from '../../../cli/card/options.ts';
import { packLines } from '../facts/small-pack.ts';

const SCRIPT = join(import.meta.dirname, '../../../cli/card.ts');
const folder = mkdtempSync(join(tmpdir(), 'backgrounder-card-'));
const PACK = join(folder, 'small.ndjson');
writeFileSync(PACK, packLines().join('\n'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in the folder with the pack. */
function run(...args: string[]): Promise<Ended> {
  const words = ['--import', import.meta.resolve('tsx'), SCRIPT, ...args];
  const env = { ...process.env, INIT_CWD: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, words, { env }, (error, stdout, stderr) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

const TODAY = ['--today', '2026-11-23', '--pack', 'small.ndjson'];

describe('npm run card', () => {
  it('prints then, now, what has changed, facts with their claims, and sources by number', async () => {
    const { status, stdout } = await run('--entity', 'Q1', '--date', '2024-11-15', ...TODAY);
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        'Rufus Firefly (person)',
        '  then (15 Nov 2024): President of Freedonia, 20 Jan 2020 – 30 Nov 2024 [1]',
        '  now: no role known',
        '  Leader of Freedonia, an invented country in these tests.',
        'Since then',
        '  16 Nov 2024  Denied by Trentino: met Trentino {denied} [2]',
        '      – Trentino denies, 16 Nov 2024, after this article [2]',
        '  30 Nov 2024  No longer President of Freedonia [1]',
        '  1 Dec 2024  Trentino became President of Freedonia [1]',
        'Facts',
        '  11 Nov 2024  Met Trentino, Freedonia {denied} [1]',
        '      Reported by Rufus Firefly; denied by Trentino',
        '      – Rufus Firefly reports, 14 Nov 2024 [1]',
        '      – Trentino denies, 16 Nov 2024, after this article [2]',
        '  20 Jan 2020 – 30 Nov 2024  President of Freedonia [1]',
        '  2 Oct 1890  Born [1]',
        'Sources',
        '  [1] Freedonia: Gazette of Freedonia, 1 Dec 2024. https://freedonia.example/gazette – A small pack, 1',
        '  [2] Sylvania: Denial, accessed 23 Nov 2026. https://sylvania.example/denial – A small pack, 1',
        '',
      ].join('\n'),
    );
  });

  it('takes a name for an entity, and prints the line of time', async () => {
    const { stdout } = await run(
      ...['--entity', 'Rufus Firefly', '--entity', 'Q2', '--context'],
      ...['--date', '2024-11-15', ...TODAY],
    );
    expect(stdout).toContain('Around 15 Nov 2024: Rufus Firefly, Trentino');
    expect(stdout).toContain('Rufus Firefly met Trentino, Freedonia {denied} [4 days before] [1]');
  });

  it('says what cannot be used, with status 2', async () => {
    const unknown = await run('--entity', 'Nobody', ...TODAY);
    expect(unknown).toMatchObject({ status: 2, stdout: '' });
    expect(unknown.stderr).toContain('No pack knows "Nobody".');
    expect(await run('--entity', 'Q1', '--pack', 'none.ndjson')).toMatchObject({ status: 2 });
  });

  it('explains itself', async () => {
    const { status, stdout } = await run('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--entity ID_OR_NAME');
  });
});

describe('the words after npm run card', () => {
  it('are read', () => {
    expect(readCardOptions(['--entity', 'Q1', '--pack', 'a.ndjson', '--facts', '3'], '/x')).toEqual(
      {
        entities: ['Q1'],
        page: [],
        date: undefined,
        today: undefined,
        facts: 3,
        context: false,
        packs: ['/x/a.ndjson'],
        help: false,
      },
    );
  });

  it.each([
    [[]],
    [['--entity', 'Q1', '--date', '2024-02-30']],
    [['--entity', 'Q1', '--date', '15.11.2024']],
    [['--entity', 'Q1', '--facts', '-1']],
    [['--entity', 'Q1', '--colour']],
  ])('%j cannot be understood', (args) => {
    expect(() => readCardOptions(args, '/x')).toThrow(UsageError);
  });
});
