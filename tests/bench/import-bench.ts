import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserKind } from '../../cli/browsers.mjs';
import { launchWithExtension } from '../../cli/launch.ts';
import { textTable } from '../../cli/text-table.ts';
import { writeGeneratedPack } from './generated-pack.ts';
import { type ImportFigures, measureImport, rowRate } from './import-browser.ts';
import { ms } from './statistics.ts';

const MB = 2 ** 20;

/**
 * Imports made-up packs through the packs page of the real extension, each in a
 * browser of its own. Prints each browser's table as soon as it is done.
 *
 * @param sizes - entities, each with three facts
 */
export async function importBench(
  extensions: ReadonlyMap<BrowserKind, string>,
  sizes: readonly number[],
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'backgrounder-import-'));
  try {
    for (const [browser, extensionDir] of extensions) {
      const figures: ImportFigures[] = [];
      let rows = Number.NaN;
      for (const entities of sizes) {
        const file = path.join(folder, `${entities}.ndjson`);
        const bytes = await writeGeneratedPack(file, entities);
        const session = await launchWithExtension({ browser, extensionDir });
        try {
          if (Number.isNaN(rows)) rows = await rowRate(session);
          console.error(`… ${browser}: ${entities.toLocaleString('en')} entities`);
          figures.push(await measureImport(session, { path: file, entities, bytes }));
        } finally {
          await session.close();
          await rm(file);
        }
      }
      console.log(`${tableOf(browser, figures, rows)}\n`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return NOTES;
}

const NOTES = [
  'Wall clock. "rows": entities a second of a plain import of the same data with a row for each record',
  'and two index entries for each fact, in transactions of 2,000 rows, without any check of them.',
  'Memory: of all processes of the browser, by their share (PSS), above what it was before.',
  'Disk: growth of the profile; "after": when the pack was removed again, at once. Frames: of the packs page',
  'meanwhile. Cards and look-ups: messages from that page to the worker, answers included; "cold": the first',
  'card of an entity, "warm": the second.',
].join('\n');

function tableOf(browser: BrowserKind, figures: readonly ImportFigures[], rows: number): string {
  const table = textTable(
    [
      'entities',
      'file MB',
      's',
      'entities/s',
      '× rows',
      'memory MB',
      'disk MB',
      'after',
      'longest frame',
      '> 50 ms',
      'cold card p50/p95',
      'warm',
      'prefix',
      'removal s',
    ].map((title) => ({ title, align: 'right' as const })),
    figures.map((one) => {
      const rate = (one.entities / one.took) * 1_000;
      const spread = ({ median, p95 }: ImportFigures['prefix']) => `${ms(median)} / ${ms(p95)}`;
      return [
        one.entities.toLocaleString('en'),
        (one.fileBytes / MB).toFixed(0),
        (one.took / 1_000).toFixed(1),
        rate.toFixed(0),
        (rate / rows).toFixed(1),
        (one.memory / MB).toFixed(0),
        (one.disk / MB).toFixed(0),
        (one.diskAfter / MB).toFixed(0),
        ms(one.longestFrame),
        String(one.longFrames),
        spread(one.coldCard),
        spread(one.warmCard),
        spread(one.prefix),
        (one.removal / 1_000).toFixed(1),
      ];
    }),
  );
  return `In ${browser}; rows: ${rows.toFixed(0)} entities a second\n${table}`;
}
