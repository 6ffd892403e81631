import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { textTable } from '../../cli/text-table.ts';
import { BROWSERS, bundleRoom, launchBrowser, startServer } from '../browser/harness.ts';
import { ms, summarise } from './statistics.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SIZES = [50, 200];

/** What is bundled, minified and gzipped, as a page would load it. */
const BUNDLES: readonly (readonly [title: string, code: string])[] = [
  [
    'the graph picture, d3-force in it',
    "export { default } from './components/pictures/graph-picture.tsx'",
  ],
  ['the line of time', "export { default } from './components/pictures/timeline.tsx'"],
  ['the succession', "export { default } from './components/pictures/succession.tsx'"],
  [
    'd3-force alone',
    "export { forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'",
  ],
  ['cytoscape alone', "export { default } from 'cytoscape'"],
];

/** What pictures weigh, and how long a graph takes to be laid out, beside cytoscape. */
export async function picturesBench(runs: number): Promise<string> {
  const weights = await Promise.all(
    BUNDLES.map(async ([title, code]) => [title, ...(await weigh(code))]),
  );
  const rows: string[][] = [];
  const script = await bundleRoom(path.join(import.meta.dirname, 'pictures-page.ts'), 'room');
  const server = await startServer();
  try {
    const address = server.serve('/page.html', '<!doctype html><title>Pictures</title>');
    for (const kind of BROWSERS) {
      const browser = await launchBrowser(kind);
      try {
        const page = await browser.newPage();
        await page.goto(address);
        await page.evaluate(script);
        for (const nodes of SIZES) {
          const measured = await page.evaluate(
            (size, count) => {
              const { ours, cytoscape } = globalThis.backgrounderPictures;
              return [ours(size, count), cytoscape(size, count)];
            },
            nodes,
            runs,
          );
          const cells = measured.flatMap((times) => {
            const { median, p95 } = summarise(times);
            return [ms(median), ms(p95)];
          });
          rows.push([kind, String(nodes), ...cells]);
        }
      } finally {
        await browser.close();
      }
    }
  } finally {
    await server.close();
  }
  return [
    'Bytes, bundled and minified; pictures without Preact, which pages have already:',
    textTable(
      [{ title: 'what' }, { title: 'bytes', align: 'right' }, { title: 'gzip -9', align: 'right' }],
      weights,
    ),
    '',
    'A graph laid out to its rest, in ms; cytoscape with its layout "cose", headless:',
    textTable(
      [
        { title: 'browser' },
        { title: 'things', align: 'right' },
        { title: 'ours', align: 'right' },
        { title: 'p95', align: 'right' },
        { title: 'cytoscape', align: 'right' },
        { title: 'p95', align: 'right' },
      ],
      rows,
    ),
  ].join('\n');
}

async function weigh(code: string): Promise<string[]> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: ROOT, loader: 'ts' },
    outdir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['preact', 'preact/*'],
    logLevel: 'error',
  });
  const scripts = outputFiles.filter(({ path: file }) => file.endsWith('.js'));
  const raw = scripts.reduce((sum, { contents }) => sum + contents.length, 0);
  const gzipped = scripts.reduce(
    (sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length,
    0,
  );
  return [raw.toLocaleString('en'), gzipped.toLocaleString('en')];
}
