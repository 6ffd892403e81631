import { readFileSync } from 'node:fs';
import path from 'node:path';
import { textTable } from '../../cli/text-table.ts';
import { BROWSERS, bundleRoom, launchBrowser, startServer } from '../browser/harness.ts';
import type { CardsRequest, CardTimes } from './cards-worker.ts';
import { median, ms, summarise, times } from './statistics.ts';

const PACK = path.resolve(import.meta.dirname, '../../packs/us-iran/us-iran.ndjson');
const WORKER = path.join(import.meta.dirname, 'cards-worker.ts');
/** What a card may take. */
const TARGET_MS = 1;

/**
 * What it takes to make a card of its material in a worker of each browser, next to
 * copying the material as JSON.
 */
export async function cardsBench(runs: number): Promise<string> {
  const script = await bundleRoom(WORKER, 'worker');
  const pack = readFileSync(PACK, 'utf8');
  const server = await startServer();
  const rows: string[][] = [];
  try {
    const worker = server.serve('/worker.js', script, 'text/javascript');
    const page = server.serve('/page.html', '<!doctype html><title>Cards</title>');
    for (const kind of BROWSERS) {
      const browser = await launchBrowser(kind);
      try {
        const tab = await browser.newPage();
        await tab.goto(page);
        const measured = await tab.evaluate(
          (address: string, request: CardsRequest) =>
            new Promise<readonly CardTimes[]>((resolve, reject) => {
              const started = new Worker(address);
              started.onmessage = ({ data }) => resolve(data as readonly CardTimes[]);
              started.onerror = ({ message }) => reject(new Error(message));
              started.postMessage(request);
            }),
          worker,
          { pack, runs },
        );
        rows.push(...measured.map((one, at) => rowOf(at === 0 ? kind : '', one)));
      } finally {
        await browser.close();
      }
    }
  } finally {
    await server.close();
  }
  return [
    'A card made of its material, in a worker; the floor is the material to JSON and back:',
    textTable(
      [
        { title: 'browser' },
        { title: 'what', width: 50 },
        { title: 'ms', align: 'right' },
        { title: 'p95', align: 'right' },
        { title: 'floor', align: 'right' },
        { title: 'of the floor', align: 'right' },
        { title: 'target', align: 'right' },
      ],
      rows,
    ),
  ].join('\n');
}

function rowOf(kind: string, { title, card, floor }: CardTimes): string[] {
  const { median: typical, p95 } = summarise(card);
  const isCold = floor.length === 0;
  return [
    kind,
    title,
    ms(typical),
    isCold ? '–' : ms(p95),
    isCold ? '–' : ms(median(floor)),
    isCold ? '–' : times(typical, median(floor)),
    isCold ? '' : `at most ${TARGET_MS}`,
  ];
}
